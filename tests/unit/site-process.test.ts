import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ENTRIES, readSettings } from '../../site/src/settings.ts'
import { settings } from '../../src/platform/settings.ts'
import { siteHook } from '../../src/platform/site.ts'
import { startSite, type Site } from '../../src/site-process.ts'
import { freePort } from '../support/server.ts'

/** A site that writes down how it was started, listens, and ends as the real one does. */
const STAND_IN = `
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
const [, here] = /(.*)\\/[^/]+$/.exec(new URL(import.meta.url).pathname)
appendFileSync(here + '/starts', JSON.stringify({ pid: process.pid, env: process.env }) + '\\n')
const server = createServer((_, response) => response.end('site'))
server.listen(Number(process.env.PORT), process.env.HOST, () =>
  process.send({ is: 'listening', port: server.address().port }))
for (const reason of ['SIGTERM', 'disconnect']) process.once(reason, () => process.exit(0))
`
const BROKEN = `process.exit(3)`

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the site beside the server', () => {
  let folder: string
  let port: number
  let site: Site | undefined
  const errors = vi.spyOn(process.stderr, 'write')

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ovoz-site-'))
    port = await freePort()
    Object.assign(settings, { SITE: 'on', SITE_PORT: port, SITE_URL: `http://localhost:${port}` })
    errors.mockReset().mockReturnValue(true)
  })
  afterEach(async () => {
    await site?.stop()
    rmSync(folder, { recursive: true })
  })

  const start = (code: string, more: Partial<Parameters<typeof startSite>[0]> = {}) => {
    const file = join(folder, 'site.mjs')
    writeFileSync(file, code)
    site = startSite({ apiPort: 3000, program: { file }, ...more })
    return site
  }
  const starts = (): { pid: number; env: Record<string, string> }[] =>
    readFileSync(join(folder, 'starts'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const answers = async () => expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  const within = { timeout: 15_000 }

  it('is told where it is and where the server is, and not one secret of the server', async () => {
    expect(await start(STAND_IN).settled).toEqual({ isUp: true, port })
    const { env } = starts()[0]!
    expect(env).toEqual({
      API_URL: 'http://127.0.0.1:3000',
      CACHE_MB: '64',
      CMS_URL: settings.PUBLIC_URL,
      HOST: '127.0.0.1',
      MARK: expect.stringMatching(/^[0-9a-f]{32}$/),
      NODE_ENV: 'development',
      PORT: String(port),
      SITE_URL: `http://localhost:${port}`,
      TIME_ZONE: expect.stringMatching(/\w/),
      WEBHOOK_SECRET: siteHook()!.secret,
    })
    // The site takes it all, and nothing of it is for nobody.
    expect(() => readSettings(env)).not.toThrow()
    expect(Object.keys(env).filter((name) => name !== 'NODE_ENV' && !(name in ENTRIES))).toEqual([])
    for (const secret of [settings.SEAL_KEY!, settings.PAYLOAD_SECRET!])
      expect(JSON.stringify(env)).not.toContain(secret)
  })

  it('comes again when it is killed', async () => {
    await start(STAND_IN).settled
    process.kill(starts()[0]!.pid, 'SIGKILL')
    await vi.waitFor(() => expect(starts()).toHaveLength(2), within)
    await vi.waitFor(answers, within)
    expect(String(errors.mock.calls)).toContain('ended unasked (SIGKILL)')
  })

  it('ends with the server, and does not come again', async () => {
    const { settled, stop } = start(STAND_IN)
    await settled
    const { pid } = starts()[0]!
    await stop()
    expect(isAlive(pid)).toBe(false)
    expect(starts()).toHaveLength(1)
  })

  it('is given up where it never gets as far as answering, and the server is told', async () => {
    expect(await start(BROKEN, { patience: 60_000 }).settled).toMatchObject({ isUp: false })
    expect(String(errors.mock.calls)).toContain('not started again')
  }, 30_000)

  it('waits for its port, and says by which setting it gets another one', async () => {
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const state = await start(STAND_IN, { patience: 500 }).settled
    expect(state).toMatchObject({ isUp: false, why: expect.stringMatching(new RegExp(`${port}.*SITE_PORT`)) })
    other.close()
    await vi.waitFor(answers, within)
  }, 20_000)

  it('says that it takes long where nothing is heard of it', async () => {
    const state = await start('setInterval(() => undefined, 1000)', { patience: 300 }).settled
    expect(state).toEqual({ isUp: false, why: expect.stringContaining('takes long') })
  })
})

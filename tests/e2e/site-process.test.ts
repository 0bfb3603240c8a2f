import { createServer } from 'node:net'
import { once } from 'node:events'

import { afterEach, describe, expect, it } from 'vitest'

import { freePort, Server, until } from '../support/server.ts'

const times = (text: string, words: string) => text.split(words).length - 1

describe.each([1, 2])('the server in %i process(es), and the site beside it', (processes) => {
  let server: Server
  let sitePort: number
  afterEach(() => server.stop())

  async function begin(settings: Record<string, string> = {}) {
    sitePort ||= await freePort()
    const WEB_PROCESSES = String(processes)
    server = await new Server({ SITE: 'on', SITE_PORT: String(sitePort), WEB_PROCESSES, ...settings }).start()
    const isGreeted = async () => server.output.includes('Ovoz is running.')
    await until(isGreeted, { milliseconds: 60_000, what: `the greeting.\n${server.output}` })
    return server
  }
  const site = () => fetch(`http://127.0.0.1:${sitePort}/healthz`, { headers: { connection: 'close' } })
  const page = async () => (await fetch(`http://127.0.0.1:${sitePort}/`)).text()
  const isThere = async () => (await site()).ok
  const isGone = () =>
    site().then(
      () => false,
      () => true,
    )

  it('are started together, greet once with both addresses, and end together', async () => {
    await begin()
    expect(times(server.output, 'Ovoz is running.')).toBe(1)
    expect(server.output).toMatch(
      new RegExp(
        `Site +http://localhost:${sitePort}\\n +Panel +${server.url}/admin\\n +Public API +${server.url}/`,
      ),
    )
    expect(await isThere()).toBe(true)
    expect((await fetch(`${server.url}/embed/comments.js`)).status).toBe(200)
    expect(await server.stop('SIGTERM')).toBe(0)
    expect(await isGone()).toBe(true)
  })

  it('the site goes on when the server is killed, and the next start takes it over', async () => {
    await begin()
    const before = await page()
    await server.stop('SIGKILL')
    expect(await page()).toContain(before.slice(0, before.indexOf('<main')))
    const { mark } = (await (await site()).json()) as { mark: string }
    await server.start()
    await until(async () => times(server.output, 'Ovoz is running.') === 2, {
      milliseconds: 60_000,
      what: `the second greeting.\n${server.output}`,
    })
    expect(times(server.output, `http://localhost:${sitePort}\n`)).toBe(2)
    expect(await (await site()).json()).toMatchObject({ mark })
    expect(await server.stop('SIGTERM')).toBe(0)
    await until(isGone, { milliseconds: 30_000, what: 'the end of the site.' })
  })

  it('a site of other settings that was left behind is replaced', async () => {
    await begin()
    const { mark } = (await (await site()).json()) as { mark: string }
    await server.stop('SIGKILL')
    server.settings.CACHE_MB = '32'
    await server.start()
    const isAnother = async () => ((await (await site()).json()) as { mark: string }).mark !== mark
    await until(isAnother, { milliseconds: 30_000, what: `another site.\n${server.output}` })
  })

  it('do without the site where its port is taken, and say how to mend that', async () => {
    sitePort = await freePort()
    const other = createServer().listen(sitePort, '127.0.0.1')
    await once(other, 'listening')
    await begin()
    expect(server.output).toMatch(
      new RegExp(`Site +not there: something else listens on port ${sitePort}.*SITE_PORT`),
    )
    expect((await server.api('/posts')).status).toBe(200)
    other.close()
    await until(isThere, { milliseconds: 30_000, what: `the site.\n${server.output}` })
  })
})

import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { choosePorts, isInstalled, startNginx } from '../../bench/nginx.ts'
import { tell } from '../support/tell.ts'

const hasNginx = isInstalled('nginx', '-v')
if (!hasNginx) tell('SKIPPED: the documented nginx (install nginx to run it).')

describe.runIf(hasNginx)('the nginx of examples/nginx.conf', () => {
  /** What stands behind it in place of Ovoz: one page, which says how it is now and what it was asked by. */
  let state = 0
  let asked: IncomingMessage['headers'][] = []
  const behind = createServer((request, response) => {
    const { headers, url } = request
    asked.push(headers)
    const body = JSON.stringify({
      state,
      url,
      language: headers['accept-language'] ?? '',
      origin: headers.origin,
    })
    const isPrivate = headers.authorization !== undefined
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': isPrivate ? 'private, no-store' : 'public, max-age=0, s-maxage=600',
      ETag: `"${state}"`,
      Vary: 'Accept-Encoding, Accept-Language, Origin',
    })
    response.end(body)
  })
  let nginx: Awaited<ReturnType<typeof startNginx>>
  let purge = ''

  beforeAll(async () => {
    behind.listen(0, '127.0.0.1')
    await once(behind, 'listening')
    const url = `http://127.0.0.1:${(behind.address() as { port: number }).port}`
    nginx = await startNginx({ ports: await choosePorts(), ovoz: url, bare: url })
    purge = `${nginx.url}/purge`
  })
  afterAll(async () => {
    await nginx?.stop()
    behind.closeAllConnections()
    behind.close()
  })

  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${nginx.url}/api/v1${path}`, { headers })
    const body = (response.status === 200 ? await response.json() : null) as {
      state: number
      language: string
    }
    return { status: response.status, kept: response.headers.get('x-kept'), body }
  }

  it('keeps an answer and serves it alone', async () => {
    const first = await ask('/kept')
    asked = []
    const second = await ask('/kept')
    expect([first.kept, second.kept, asked.length]).toEqual(['MISS', 'HIT', 0])
  })

  it('serves nothing older than the last purge, however many read meanwhile', async () => {
    let isOver = false
    const readers = Array.from({ length: 16 }, async () => {
      while (!isOver) await ask('/thread')
    })
    const late: number[] = []
    for (let n = 0; n < 100; n++) {
      state += 1
      expect((await fetch(purge, { method: 'PURGE' })).status).toBe(204)
      for (let again = 0; again < 3; again++) {
        const { body } = await ask('/thread')
        if (body.state !== state) late.push(n)
      }
    }
    isOver = true
    await Promise.all(readers)
    expect(late).toEqual([])
  })

  it('keeps languages apart where the address names none, and asks once for all where it does', async () => {
    const [tg, ru] = [
      await ask('/words', { 'accept-language': 'tg' }),
      await ask('/words', { 'accept-language': 'ru' }),
    ]
    expect([tg.body.language, ru.body.language]).toEqual(['tg', 'ru'])
    await ask('/words?locale=en', { 'accept-language': 'tg' })
    expect((await ask('/words?locale=en', { 'accept-language': 'ru' })).kept).toBe('HIT')
  })

  it('passes a reader with a token by what is kept, and keeps nothing of theirs', async () => {
    await ask('/own')
    state += 1
    const own = await ask('/own', { authorization: 'Bearer token' })
    expect([own.kept, own.body.state]).toEqual(['BYPASS', state])
    expect((await ask('/own')).body.state).toBe(state - 1)
  })

  it('answers 304 by itself to who has the same already', async () => {
    await ask('/same')
    asked = []
    const again = await ask('/same', { 'if-none-match': `"${state}"` })
    expect([again.status, asked.length]).toEqual([304, 0])
  })

  it('lets no cache behind it keep what it keeps, and leaves alone what nobody may keep', async () => {
    const said = async (headers: Record<string, string> = {}) =>
      (await fetch(`${nginx.url}/api/v1/said`, { headers })).headers.get('cache-control')
    const open = 'public, max-age=0'
    expect([await said(), await said(), await said({ 'if-none-match': `"${state}"` })]).toEqual([
      open,
      open,
      open,
    ])
    expect(await said({ authorization: 'Bearer token' })).toBe('private, no-store')
  })

  it('keeps nothing beside the public door', async () => {
    const kept = await fetch(`${nginx.url}/api/posts`).then(() => fetch(`${nginx.url}/api/posts`))
    expect(kept.headers.get('x-kept')).toBeNull()
    expect((await fetch(`${nginx.url}/metrics`)).status).toBe(404)
  })
})

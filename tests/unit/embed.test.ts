import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createEmbed } from '../../src/embed.ts'
import { settings } from '../../src/platform/settings.ts'

const SCRIPT = `customElements.define('ovoz-comments', class extends HTMLElement {}) // тавре\n`.repeat(50)
const home = mkdtempSync(join(tmpdir(), 'ovoz-embed-'))
const folder = join(home, 'widget')
let server: Server

beforeAll(async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'comments.js'), SCRIPT)
  writeFileSync(join(folder, 'demo.html'), '<!doctype html><title>Demo</title>')
  for (const name of ['secret.json', '.env', 'a.js.map']) writeFileSync(join(folder, name), 'no')
  writeFileSync(join(home, 'above.js'), 'no')
  Object.assign(settings, { isProduction: true })
  const answer = createEmbed({ folder })
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(home, { recursive: true })
})

type Got = { status: number; headers: Record<string, string>; body: Buffer }

/** As it goes over the wire: nothing is normalised or decompressed. */
const get = (path: string, { method = 'GET', ...headers }: Record<string, string> = {}) =>
  new Promise<Got>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const request = ask({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(parts),
        }),
      )
    })
    request.on('error', reject).end()
  })

describe('the comments element for other sites', () => {
  it('may be loaded and read by a page of any origin, and is nothing but a script', async () => {
    const { status, headers, body } = await get('/embed/comments.js?v=1')
    expect(status).toBe(200)
    expect(body.toString()).toBe(SCRIPT)
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(Buffer.byteLength(SCRIPT)),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('is compressed for whoever takes %s', async (accept, encoding, open) => {
    const { headers, body } = await get('/embed/comments.js', { 'accept-encoding': accept })
    expect(headers['content-encoding']).toBe(encoding)
    expect(body.length).toBeLessThan(SCRIPT.length / 4)
    expect(open(body).toString()).toBe(SCRIPT)
  })

  it('is not sent again to whoever has it, and has an ETag of its own in each encoding', async () => {
    const tags = new Set<string>()
    for (const accept of ['br', 'gzip', 'identity']) {
      const { etag } = (await get('/embed/comments.js', { 'accept-encoding': accept })).headers
      tags.add(etag!)
      const again = await get('/embed/comments.js', { 'accept-encoding': accept, 'if-none-match': etag! })
      expect(again).toMatchObject({ status: 304, headers: { etag, 'access-control-allow-origin': '*' } })
      expect(again.body).toHaveLength(0)
    }
    expect(tags.size).toBe(3)
    expect((await get('/embed/comments.js', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('tells a HEAD what a GET would get', async () => {
    const [head, whole] = [
      await get('/embed/comments.js', { method: 'HEAD' }),
      await get('/embed/comments.js'),
    ]
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
    expect(head.body).toHaveLength(0)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect(await get('/embed/comments.js', { method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  })

  it.each([
    '',
    'secret.json',
    '.env',
    'a.js.map',
    'other.js',
    '../above.js',
    '../embed/comments.js',
    '..%2fabove.js',
    'constructor',
    '__proto__',
    'comments.js/',
  ])('is all there is: nothing at /embed/%s', async (name) =>
    expect((await get(`/embed/${name}`)).status).toBe(404),
  )

  it('is shown by a page that loads nothing from elsewhere and runs nothing written into it', async () => {
    const { status, headers } = await get('/embed/demo.html')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

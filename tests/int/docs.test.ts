import { describe, expect, it } from 'vitest'

import { engine, useOvoz } from '../support/ovoz.ts'

describe(`the description of the public door (${engine})`, () => {
  const ovoz = useOvoz()

  it('is a document that a browser may keep, and asks about again without having it sent', async () => {
    const { status, headers, body } = await ovoz.api('/openapi.json')
    expect([status, body.openapi]).toEqual([200, '3.1.0'])
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
    const again = await ovoz.api('/openapi.json', { headers: { 'if-none-match': headers.get('etag')! } })
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', headers.get('etag')])
  })

  it('is a page that loads files of this server and nothing else', async () => {
    const { status, headers, body } = await ovoz.api('/docs')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    const addresses = [...(body as string).matchAll(/(?:src|href|spec-url)="([^"]+)"/g)].map(
      ([, address]) => address!,
    )
    expect(addresses).toHaveLength(5)
    expect(addresses.filter((address) => !/^(\/api\/v1\/|data:,$)/.test(address))).toEqual([])
    expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=/)
    expect(body).toContain('load-fonts="false"')
  })

  it('lets no script run but the one it serves', async () => {
    const policy = (await ovoz.api('/docs')).headers.get('content-security-policy')!
    const of = (name: string) => policy.split('; ').find((one) => one.startsWith(`${name} `))
    expect(of('default-src')).toBe("default-src 'none'")
    expect(of('script-src')).toBe("script-src 'self'")
    expect(of('connect-src')).toBe("connect-src 'self' http://localhost:3000")
    expect(of('style-src')).not.toContain('unsafe')
    expect(of('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:\/\/(?!localhost:3000)/)
  })

  it('has files whose names change with what is in them, and so are kept for ever', async () => {
    const { body } = await ovoz.api('/docs')
    const files = [...(body as string).matchAll(/\/api\/v1(\/docs\/[^"]+)"/g)].map(([, path]) => path!)
    expect(files.map((path) => path.replace(/[0-9a-f]{16}/, '#')).sort()).toEqual([
      '/docs/page-#.css',
      '/docs/rapidoc-#.js',
    ])
    for (const file of files) {
      const plain = await ovoz.api(file, { headers: { 'accept-encoding': 'identity' } })
      expect([plain.status, plain.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
      expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(plain.headers.get('content-type')).toMatch(/^text\/(css|javascript); charset=utf-8$/)
      const small = await ovoz.api(file, { headers: { 'accept-encoding': 'gzip, br' } })
      expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual([
        'gzip',
        expect.stringContaining('Accept-Encoding'),
      ])
      expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'))
      const again = await ovoz.api(file, {
        headers: { 'accept-encoding': 'identity', 'if-none-match': plain.headers.get('etag')! },
      })
      expect(again.status).toBe(304)
    }
    expect((await ovoz.api('/docs/rapidoc-0000000000000000.js')).status).toBe(404)
    expect((await ovoz.api('/docs/..%2f..%2fpackage.json')).status).toBe(404)
  })
})

import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import {
  chooseEncoding,
  createVariants,
  type Encoding,
  isSameTag,
  makeForm,
  sizeOfVariants,
} from '../../../src/platform/variants.ts'

const headersOf = ({ head }: { head: string[] }) => {
  const headers = new Map<string, string>()
  for (let i = 0; i < head.length; i += 2) headers.set(head[i]!.toLowerCase(), head[i + 1]!)
  return headers
}
const make = (text: string, headers: [string, string][] = []) =>
  createVariants({ status: 200, headers, body: Buffer.from(text) })

describe('the encoding for a client', () => {
  it.each<[accept: string, encoding: Encoding]>([
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0, gzip;q=0, *', 'identity'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0.8, gzip;q=0.8', 'br'],
    ['gzip;q=0', 'identity'],
    ['gzip;q=0.001', 'gzip'],
    ['identity', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0, gzip', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['gzip ; q=1.0 , br ; q=0', 'gzip'],
    ['br;q=x', 'br'],
    ['br;q=1.2.3', 'identity'],
    [',,;;,', 'identity'],
  ])('that sends “%s” is %s', (accept, encoding) => {
    expect(chooseEncoding(accept)).toBe(encoding)
  })
})

describe('an answer in several forms', () => {
  const text = 'Words of the people. '.repeat(200)

  it('says the same in each, with an entity tag and a length of its own', async () => {
    const variants = make(text, [['Content-Type', 'text/plain']])
    const br = await makeForm(variants, 'br')
    const gzip = await makeForm(variants, 'gzip')
    const plain = await makeForm(variants, 'identity')
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String)).toEqual([
      text,
      text,
      text,
    ])
    const heads = [br, gzip, plain].map(headersOf)
    expect(heads.map((head) => head.get('content-encoding'))).toEqual(['br', 'gzip', undefined])
    expect(heads.map((head) => head.get('content-length'))).toEqual(
      [br, gzip, plain].map(({ body }) => String(body.length)),
    )
    expect(new Set(heads.map((head) => head.get('etag'))).size).toBe(3)
    for (const head of heads) expect(isSameTag(head.get('etag')!, variants.etag)).toBe(true)
  })

  it('is compressed once, and counted as large as all of its forms', async () => {
    const variants = make(text)
    const alone = sizeOfVariants(variants)
    const first = await makeForm(variants, 'br')
    expect(sizeOfVariants(variants)).toBeGreaterThanOrEqual(alone + first.body.length)
    expect(variants.forms.br).toBe(first)
  })

  it('stays as it is where that is shorter', async () => {
    const variants = make('Short.')
    expect(await makeForm(variants, 'br')).toBe(variants.forms.identity)
    expect(headersOf(variants.forms.br!).has('content-encoding')).toBe(false)
    expect(sizeOfVariants(variants)).toBe(sizeOfVariants(make('Short.')))
  })

  it('has another tag for other words, and for other headers', () => {
    const tags = [make('a'), make('b'), make('a', [['Link', '<x>']])].map(({ etag }) => etag)
    expect(new Set(tags).size).toBe(3)
    expect(make('a').etag).toBe(make('a').etag)
    expect(tags[0]).toMatch(/^[\w-]{22}$/)
  })
})

describe('a tag that a client has', () => {
  it.each([
    ['"x"', true],
    ['W/"x"', true],
    ['"x-b"', true],
    ['"x-g"', true],
    ['*', true],
    [' * ', true],
    ['"y", "x"', true],
    ['"y",W/"x-b"', true],
    ['"y"', false],
    ['x', false],
    ['"x', false],
    ['"x-z"', false],
    ['w/"x"', false],
    ['', false],
  ])('as %s names the answer “x”: %s', (ifNoneMatch, isSame) => {
    expect(isSameTag(ifNoneMatch, 'x')).toBe(isSame)
  })
})

import { describe, expect, it } from 'vitest'

import { fillPreviewUrl, readPreviewUrls } from '../../../src/platform/preview-urls.ts'
import { readSettings } from '../../../src/platform/settings.ts'

const read = (text: string) => {
  const { urls, faults } = readPreviewUrls(text)
  expect(faults).toEqual([])
  return urls
}
const fill = (text: string, values: object = {}) =>
  fillPreviewUrl({
    urls: read(text),
    collection: 'posts',
    locale: 'tg',
    slug: 'a b/c',
    token: 't.o-k_n',
    ...values,
  })

describe('the address of a preview', () => {
  it('has its placeholders filled in, each so that it stays in its place', () => {
    expect(fill('https://a.example/{locale}/{collection}/{slug}?preview={token}')).toBe(
      'https://a.example/tg/posts/a%20b%2Fc?preview=t.o-k_n',
    )
    expect(fill('https://a.example/preview#{token}')).toBe('https://a.example/preview#t.o-k_n')
  })

  it('is the one that says most about the document, in whatever order they stand', () => {
    const entries = [
      'https://all.example/{token}',
      'tg=https://tg.example/{token}',
      'posts=https://posts.example/{token}',
      'posts.tg=https://posts-tg.example/{token}',
    ]
    for (const text of [entries.join(' '), entries.toReversed().join('\n')]) {
      const host = (collection: string, locale: string) => new URL(fill(text, { collection, locale })!).host
      expect(host('posts', 'tg')).toBe('posts-tg.example')
      expect(host('posts', 'ru')).toBe('posts.example')
      expect(host('events', 'tg')).toBe('tg.example')
      expect(host('events', 'en')).toBe('all.example')
    }
  })

  it('is none where none fits', () => {
    expect(fill('')).toBeNull()
    expect(fill('events=https://a.example/{token} posts.ru=https://b.example/{token}')).toBeNull()
  })

  it('takes an equals sign in an address for what it is', () => {
    expect(read('https://a.example/?posts=1&token={token}')).toEqual([
      { collection: null, locale: null, template: 'https://a.example/?posts=1&token={token}' },
    ])
  })

  it.each([
    ['https://a.example/preview', 'needs {token}'],
    ['posts=https://a.example/preview', 'needs {token}'],
    ['https://a.example/{token}/{id}', 'not {id}'],
    ['ftp://a.example/{token}', 'http://'],
    ['javascript:{token}', 'http://'],
    ['/preview?token={token}', 'http://'],
    ['people=https://a.example/{token}', 'http://'],
    ['posts.de=https://a.example/{token}', 'http://'],
    ['https://{slug}.example/{token}', 'a host'],
    ['https://a.example:{slug}/{token}', 'a host'],
  ])('is refused as %s', (text, why) => {
    const { faults } = readPreviewUrls(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(why)
  })
})

describe('PREVIEW_URL', () => {
  const urlsOf = (env: Record<string, string>) =>
    readSettings(env).PREVIEW_URL.map(({ template }) => template)

  it('is /preview on the site where there is one, and nothing where there is none', () => {
    expect(urlsOf({ SITE_URL: 'https://site.example/' })).toEqual([
      'https://site.example/preview?token={token}',
    ])
    expect(urlsOf({ PUBLIC_URL: 'https://cms.example' })).toEqual([])
  })

  it('is used before that, which stays for what it does not name', () => {
    const urls = readSettings({
      SITE_URL: 'https://site.example',
      PREVIEW_URL: 'tg=https://tg.example/?{token}',
    }).PREVIEW_URL
    const of = (locale: 'tg' | 'ru') =>
      fillPreviewUrl({ urls, collection: 'posts', locale, slug: 's', token: 't' })
    expect([of('tg'), of('ru')]).toEqual(['https://tg.example/?t', 'https://site.example/preview?token=t'])
  })

  it('stops the start where it cannot be used', () => {
    expect(() => readSettings({ PREVIEW_URL: 'https://a.example/preview' })).toThrow(
      'PREVIEW_URL needs {token}',
    )
  })
})

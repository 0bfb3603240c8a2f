import { expect, it } from 'vitest'

import { toAbsolute } from '../../../src/feeds/links.ts'

const base = 'https://site.example/ru/posts/a'

it.each([
  ['<a href="/about">b</a>', '<a href="https://site.example/about">b</a>'],
  ['<p><a href="#end">b</a></p>', '<p><a href="https://site.example/ru/posts/a#end">b</a></p>'],
  ['<img src="/files/a.webp">', '<img src="https://site.example/files/a.webp">'],
  [
    '<a href="https://other.example/x?y=z&#x26;w">b</a>',
    '<a href="https://other.example/x?y=z&#x26;w">b</a>',
  ],
  ['<a href="mailto:desk@site.example">b</a>', '<a href="mailto:desk@site.example">b</a>'],
  ['<a href="https://[">b</a>', '<a href="https://[">b</a>'],
  ['<p>ӯ &#x26;amp; &#x3C;b></p>', '<p>ӯ &#x26;amp; &#x3C;b></p>'],
])('%s leads somewhere', (html, expected) => {
  expect(toAbsolute({ html, base })).toBe(expected)
})

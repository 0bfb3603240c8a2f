import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { textToHtml } from '../../../src/comments/html.ts'
import { anyText } from '../any.ts'

const link = (href: string, shown = href) => `<a href="${href}" rel="ugc nofollow noopener">${shown}</a>`

describe('textToHtml', () => {
  it.each([
    ['makes a paragraph of a line', 'Рӯзи хуб!', '<p>Рӯзи хуб!</p>'],
    ['makes paragraphs at empty lines', 'a\n\nb\n\n\nc', '<p>a</p><p>b</p><p>c</p>'],
    ['breaks lines where the writer did', 'a\nb', '<p>a<br>b</p>'],
    ['makes nothing of nothing', '', ''],
    ['escapes a script', '<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    ['escapes an attribute', '<img src=x onerror=alert(1)>', '<p>&#x3C;img src=x onerror=alert(1)></p>'],
    ['escapes what is escaped already', '&lt;b&gt;', '<p>&#x26;lt;b&#x26;gt;</p>'],
    ['leaves quotes in a text', `"a" 'b'`, `<p>"a" 'b'</p>`],
  ])('%s', (_, text, html) => {
    expect(textToHtml(text)).toBe(html)
  })

  it.each([
    ['https', 'https://example.org/a?b=1', link('https://example.org/a?b=1')],
    ['http', 'http://example.org', link('http://example.org')],
    ['in a sentence', 'See https://example.org/a.', `See ${link('https://example.org/a')}.`],
    ['in brackets', '(https://example.org/a)', `(${link('https://example.org/a')})`],
    ['with an ampersand', 'https://example.org/?a=1&b=2', link('https://example.org/?a=1&#x26;b=2')],
    [
      'beside another',
      'https://a.example https://b.example',
      `${link('https://a.example')} ${link('https://b.example')}`,
    ],
  ])('links an address: %s', (_, text, html) => {
    expect(textToHtml(text)).toBe(`<p>${html}</p>`)
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT://example.org/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'nigora@example.org',
    'mailto:nigora@example.org',
    'ftp://example.org',
    '//example.org',
    'www.example.org',
    'example.org',
    '192.168.0.1',
  ])('does not link %s', (text) => {
    expect(textToHtml(text)).toBe(`<p>${text}</p>`)
  })

  it('lets no quote end an address early', () => {
    expect(textToHtml('https://example.org/"onmouseover="alert(1)')).toContain(
      '<a href="https://example.org/&#x22;onmouseover=&#x22;alert(1)" rel="ugc nofollow noopener">',
    )
  })

  it('shortens what it shows of a long address, not where it leads', () => {
    const address = `https://example.org/${'a'.repeat(100)}`
    expect(textToHtml(address)).toBe(`<p>${link(address, `${address.slice(0, 59)}…`)}</p>`)
  })

  it('does not cut a character in two where it shortens', () => {
    for (const start of ['https://example.org/', 'https://example.org/a']) {
      expect(textToHtml(start + '😀'.repeat(40))).not.toMatch(/\p{Cs}/u)
    }
  })

  it('makes of any text nothing but paragraphs, line breaks and links that carry no weight', () => {
    const TAG = /<\/?p>|<br>|<a href="https?:\/\/[^"]*" rel="ugc nofollow noopener">|<\/a>/gi
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.tuple(anyText(20), fc.webUrl(), anyText(20)).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(textToHtml(text).replace(TAG, '')).not.toContain('<')
        },
      ),
    )
  })
})

it('is the same with and without a tree', () => {
  // A tree is built as soon as there is one sign that could be markup; what stands before it comes out alike.
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N}\p{P} \n]{0,200}$/u), (text) => {
      fc.pre(!text.includes('://'))
      const plain = text.replace(/[<>&"'`]/g, '').trim()
      expect(textToHtml(`${plain}\n\n<`)).toBe(`${textToHtml(plain)}<p>&#x3C;</p>`)
    }),
  )
})

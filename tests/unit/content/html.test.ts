import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Shown, toPublicBody } from '../../../src/content/html.ts'
import type { Image, Quote } from '../../../src/contract/index.ts'
import { anyText } from '../any.ts'
import { bodyOf, link, paragraph, pictureRef, quoteRef, text } from './nodes.ts'

const quote = (rest: Partial<Quote> = {}): Quote => ({
  id: 'q1',
  locale: 'en',
  text: 'We are heard.',
  speaker: { slug: 'nigora', name: 'Nigora Karimova', role: null, organization: null, image: null },
  role: 'Judge',
  organization: { slug: 'court', name: 'Supreme Court', url: null },
  source: null,
  saidOn: null,
  spokenLanguage: null,
  tags: [],
  ...rest,
})
const picture: Image = {
  url: 'https://cms.example/a.jpg',
  alt: 'A "hall" <full>',
  width: 1200,
  height: 800,
  credit: 'S. Rahimov',
  variants: [{ url: 'https://cms.example/a-400.webp', width: 400, height: 267, type: 'image/webp' }],
}
const nothing: Shown = { quotes: new Map(), media: new Map() }
const all: Shown = { quotes: new Map([['q1', quote()]]), media: new Map([['m1', picture]]) }

const htmlOf = (...children: Parameters<typeof bodyOf>) =>
  toPublicBody({ body: bodyOf(...children), shown: all }).html

describe('toPublicBody', () => {
  it('says the same in three forms', () => {
    const {
      html,
      text: plain,
      lexical,
    } = toPublicBody({ body: bodyOf(paragraph('a'), paragraph('b')), shown: all })
    expect(html).toBe('<p>a</p><p>b</p>')
    expect(plain).toBe('a\n\nb')
    expect(lexical).toMatchObject({ root: { children: [{ type: 'paragraph' }, { type: 'paragraph' }] } })
  })

  it.each([
    ['no body', null],
    ['an empty one', bodyOf()],
    ['one without children', { root: { type: 'root' } }],
  ])('makes nothing of %s', (_, body) => {
    expect(toPublicBody({ body, shown: all })).toMatchObject({ html: '', text: '', lexical: { root: {} } })
  })

  it.each([
    ['bold', 1, '<strong>a</strong>'],
    ['italic', 2, '<em>a</em>'],
    ['struck out', 4, '<s>a</s>'],
    ['underlined', 8, '<u>a</u>'],
    ['code', 16, '<code>a</code>'],
  ])('shows %s text', (_, format, html) => {
    expect(htmlOf(paragraph(text('a', format)))).toBe(`<p>${html}</p>`)
  })

  it('shows a quote with its speaker as they were when they spoke', () => {
    const body = toPublicBody({ body: bodyOf(quoteRef('q1')), shown: all })
    expect(body.html).toBe(
      '<figure class="quote"><blockquote><p>We are heard.</p></blockquote>' +
        '<figcaption>Nigora Karimova, Judge, Supreme Court</figcaption></figure>',
    )
    expect(body.text).toBe('“We are heard.” — Nigora Karimova, Judge, Supreme Court')
  })

  it('shows a picture with its copies and its credit', () => {
    expect(htmlOf(pictureRef('m1'))).toBe(
      '<figure class="picture"><img src="https://cms.example/a.jpg" srcset="https://cms.example/a-400.webp 400w"' +
        ' sizes="(min-width: 48rem) 44rem, 100vw" alt="A &#x22;hall&#x22; <full>" width="1200" height="800"' +
        ' loading="lazy"><figcaption>S. Rahimov</figcaption></figure>',
    )
  })

  it.each([
    ['by id', 'q1', 'm1'],
    ['loaded', { id: 'q1', text: 'We are heard.' }, { id: 'm1', url: '/secret.jpg', alt: 'We are heard.' }],
  ])('leaves no trace of a quote and a picture that may not be shown, %s', (_, quoted, pictured) => {
    const body = bodyOf(paragraph('a'), quoteRef(quoted), {
      type: 'list',
      tag: 'ul',
      listType: 'bullet',
      children: [{ type: 'listitem', value: 1, children: [quoteRef(quoted), pictureRef(pictured)] }],
    })
    const shown = JSON.stringify(toPublicBody({ body, shown: nothing }))
    expect(shown).not.toMatch(/q1|m1|heard|secret|relationship|upload|figure/)
  })

  it('escapes text', () => {
    const words = '<script>alert(1)</script> & <img src=x onerror=alert(1)>'
    const body = toPublicBody({ body: bodyOf(paragraph(words)), shown: all })
    expect(body.html).toBe(
      '<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; &#x3C;img src=x onerror=alert(1)></p>',
    )
    expect(body.text).toBe(words)
  })

  it('escapes what a quote says and who said it', () => {
    const evil = quote({ text: '<img src=x onerror=alert(1)>', role: '<script>alert(1)</script>' })
    const shown = { ...all, quotes: new Map([['q1', evil]]) }
    const { html } = toPublicBody({ body: bodyOf(quoteRef('q1')), shown })
    expect(html).not.toMatch(/<img|<script/)
  })

  it.each([
    ['a script', link('javascript:alert(1)', 'a')],
    ['a script, written with a tab', link('java\tscript:alert(1)', 'a')],
    ['a page of data', link('data:text/html,<script>alert(1)</script>', 'a')],
  ])('makes no link to %s', (_, node) => {
    expect(htmlOf(paragraph(node))).toBe('<p>a</p>')
  })

  it.each([
    'https://example.org/" onclick="alert(1)',
    'https://example.org/"><img src=https://evil.example/pixel.png>',
    "https://example.org/' onmouseover='alert(1)",
  ])('lets no address of a link become more than an address: %s', (url) => {
    const html = htmlOf(paragraph(link(url, 'a')))
    expect(html.replace(/ href="[^"]*"/, '')).toMatch(/^<p><a( rel="noopener noreferrer")?>a<\/a><\/p>$/)
  })

  it('opens a link beside only with its hands tied', () => {
    expect(htmlOf(paragraph(link('https://example.org', 'a', { newTab: true })))).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer" target="_blank">a</a></p>',
    )
  })

  it.each([
    ['script', 'alert(1)'],
    ['style', '*{display:none}'],
    ['iframe src=https://evil.example', 'a'],
    ['h2 onclick=alert(1)', 'a'],
  ])('makes no <%s> of a heading or a list that asks for it', (tag, words) => {
    const html = htmlOf(
      { type: 'heading', tag, children: [text(words)] },
      { type: 'list', tag, listType: 'bullet', children: [{ type: 'listitem', children: [text(words)] }] },
    )
    expect(html).not.toMatch(/<(script|style|iframe)| on\w+=/i)
  })

  it('makes of any text and any address nothing but the tags it knows', () => {
    fc.assert(
      fc.property(anyText(60), anyText(60), (words, address) => {
        const html = htmlOf(paragraph(words, link(`https://example.org/${address}`, words)))
        const rest = html.replace(/<\/?(p|br)>|<a href="[^"]*"( rel="noopener noreferrer")?>|<\/a>/g, '')
        expect(rest).not.toContain('<')
      }),
    )
  })
})

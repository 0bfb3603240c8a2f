import { describe, expect, it } from 'vitest'

import { cleanBody, idOf, isBody, isSafeLink, paragraphsOf, referencesIn } from '../../../src/content/body.ts'
import { bodyOf, link, paragraph, pictureRef, quoteRef, text } from './nodes.ts'

const cleaned = (...children: Parameters<typeof bodyOf>) => cleanBody(bodyOf(...children)).root.children

describe('isSafeLink', () => {
  it.each([
    'https://example.org/a?b#c',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:info@example.org',
    'tel:+992372000000',
    '/posts/first-forum',
    '#agenda',
    '  https://example.org  ',
  ])('takes %j', (url) => {
    expect(isSafeLink(url)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\r\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00A0javascript:alert(1)',
    'javascript\u0000:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/\t/example.org',
    '/\\example.org',
    '\\\\example.org',
    '/\u200B/example.org',
    'example.org',
    '',
    null,
    undefined,
    7,
    { href: 'https://example.org' },
  ])('refuses %j', (url) => {
    expect(isSafeLink(url)).toBe(false)
  })
})

describe('cleanBody', () => {
  it('keeps a link to the web, its words and whether it opens beside', () => {
    expect(cleaned(paragraph(link(' https://example.org ', 'here', { newTab: true })))).toEqual([
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            fields: { linkType: 'custom', url: 'https://example.org', newTab: true },
            children: [{ type: 'text', text: 'here', format: 0, style: '' }],
          },
        ],
      },
    ])
  })

  it.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', undefined])(
    'keeps of a link to %j its words alone',
    (url) => {
      const body = cleaned(paragraph('a ', link(url, 'here'), ' b'))
      expect(body).toMatchObject([{ children: [{ text: 'a ' }, { text: 'here' }, { text: ' b' }] }])
      expect(JSON.stringify(body)).not.toMatch(/script|link|data:/i)
    },
  )

  it('drops what else a link carries', () => {
    const carrying = link('https://example.org', 'x', {
      rel: 'opener',
      onclick: 'alert(1)',
      doc: { id: 'd' },
    })
    expect(JSON.stringify(cleaned(paragraph(carrying)))).not.toMatch(/opener|onclick|doc/)
  })

  it('puts the text of unknown nodes in their place', () => {
    const strange = { type: 'iframe', src: 'https://evil.example', children: [text('words')] }
    expect(cleaned(paragraph('a'), strange)).toMatchObject([
      { type: 'paragraph' },
      { type: 'text', text: 'words' },
    ])
    expect(JSON.stringify(cleaned(strange))).not.toContain('evil')
  })

  it.each([
    ['children that are no nodes', { type: 'paragraph', children: [null, 'x', 7, {}, text('a')] }],
    [
      'text that is no text',
      { type: 'paragraph', children: [{ type: 'text', text: { $ne: 1 } }, text('a')] },
    ],
  ])('drops %s', (_, node) => {
    expect(cleaned(node as never)).toMatchObject([{ children: [{ text: 'a' }] }])
  })

  it('drops styles', () => {
    const styled = { ...text('a'), style: 'position:fixed', textStyle: 'color:red' }
    expect(JSON.stringify(cleaned({ ...paragraph(styled), textStyle: 'color:red' }))).not.toMatch(/fixed|red/)
  })

  it('drops keys it does not know', () => {
    expect(JSON.stringify(cleaned({ ...paragraph('a'), onload: 'x', $: 'y' }))).not.toMatch(/onload|\$/)
  })

  it.each(['script', 'img src=x onerror=alert(1)'])('lets no heading or list be a %j', (tag) => {
    const body = cleaned(
      { type: 'heading', tag, children: [text('a')] },
      { type: 'list', tag, listType: 'bullet', children: [] },
    )
    expect(JSON.stringify(body)).not.toContain(tag)
  })

  it.each([
    ['an id', 'q1', 'q1'],
    ['a number', 7, '7'],
    [
      'a quote that was loaded',
      { id: 'q1', text: 'not consented', speaker: { email: 'a@example.org' } },
      'q1',
    ],
  ])('keeps of a reference that holds %s the id alone', (_, value, id) => {
    expect(cleaned(quoteRef(value))).toEqual([{ type: 'relationship', relationTo: 'quotes', value: id }])
    expect(cleaned(pictureRef(value))).toEqual([
      { type: 'upload', relationTo: 'media', value: id, fields: {} },
    ])
  })

  it.each([
    ['to nothing', quoteRef(null)],
    ['to an object without an id', quoteRef({ text: 'x' })],
    ['to users', { type: 'relationship', relationTo: 'users', value: 'u1' }],
    ['to an upload that is no picture of ours', { type: 'upload', relationTo: 'users', value: 'u1' }],
  ])('takes out a reference %s', (_, reference) => {
    expect(cleaned(paragraph('a'), reference)).toHaveLength(1)
  })

  it('has nothing left to do on a clean body', () => {
    const once = cleanBody(bodyOf(paragraph('a', link('https://example.org', 'x')), quoteRef({ id: 'q1' })))
    expect(cleanBody(once)).toEqual(once)
  })

  it('keeps all text of a root that says it is something else', () => {
    const strange = { root: { type: 'evil', children: [paragraph('a'), paragraph('b')] } }
    expect(JSON.stringify(cleanBody(strange))).toMatch(/"a".*"b"/)
  })

  it('leaves what it was given as it was', () => {
    const given = bodyOf(paragraph(link('javascript:x', 'a')), quoteRef({ id: 'q1' }))
    const before = structuredClone(given)
    cleanBody(given)
    expect(given).toEqual(before)
  })
})

describe('isBody', () => {
  it.each([
    [{ root: { type: 'root' } }, true],
    [{ root: {} }, false],
    [{ root: null }, false],
    [{}, false],
    [null, false],
    ['text', false],
  ])('decides on %j: %s', (value, is) => {
    expect(isBody(value)).toBe(is)
  })
})

describe('idOf', () => {
  it.each([
    ['a', 'a'],
    [7, '7'],
    [{ id: 'a' }, 'a'],
    [{ id: { id: 'a' } }, 'a'],
    [{}, null],
    [null, null],
    [undefined, null],
    [true, null],
  ])('finds in %j %j', (value, id) => {
    expect(idOf(value)).toBe(id)
  })
})

describe('referencesIn', () => {
  it('names what a body refers to in one collection, in order, each once', () => {
    const body = bodyOf(
      quoteRef('q2'),
      pictureRef('m1'),
      { type: 'list', children: [{ type: 'listitem', children: [quoteRef({ id: 'q1' })] }] },
      quoteRef('q2'),
    )
    expect(referencesIn({ body, collection: 'quotes' })).toEqual(['q2', 'q1'])
    expect(referencesIn({ body, collection: 'media' })).toEqual(['m1'])
    expect(referencesIn({ body, collection: 'users' })).toEqual([])
  })
})

describe('paragraphsOf', () => {
  it('gives the words of the paragraphs and of nothing else', () => {
    const heading = { type: 'heading', tag: 'h2', children: [text('Heading')] }
    const lines = paragraph('one ', { type: 'linebreak' }, link('https://a.example', 'two'))
    const body = bodyOf(heading, paragraph('First. '), paragraph(), quoteRef('1'), lines)
    expect(paragraphsOf(body)).toBe('First.\n\none  two')
    expect(paragraphsOf(bodyOf())).toBe('')
  })
})

import { describe, expect, it } from 'vitest'

import { markup } from '../../../src/mail/html.ts'
import { type Draft, type Part, renderMail } from '../../../src/mail/render.ts'

const render = (more: Partial<Draft>) => renderMail({ locale: 'tg', title: 'Хабар', paragraphs: [], ...more })

const NASTY = `<script>alert("1")</script>&amp;'"`
const ESCAPED = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;&quot;'

describe('a rendered mail', () => {
  it('says the same in plain text and in HTML', () => {
    const { text, html } = render({
      title: 'A comment waits',
      paragraphs: [
        'Two lines\nof a paragraph.',
        { facts: [['Why', 'First comment']] },
        { quote: 'Her words.\n\nMore words.', by: 'Nigora' },
        { heading: 'Next' },
      ],
      actions: [
        { text: 'Approve', url: 'https://site.example/moderate/a?b=1&c=2' },
        { text: 'Spam', url: 'https://site.example/moderate/b' },
      ],
      footer: ['Because you asked.', { text: 'Stop', url: 'https://site.example/stop' }],
    })
    expect(text).toBe(`A comment waits

Two lines
of a paragraph.

Why: First comment

Nigora:
> Her words.
>
> More words.

## Next

Approve:
https://site.example/moderate/a?b=1&c=2

Spam:
https://site.example/moderate/b

-- 
Because you asked.

Stop:
https://site.example/stop
`)
    for (const words of [
      'A comment waits',
      'of a paragraph.',
      'First comment',
      'More words.',
      'Nigora',
      'Next',
    ])
      expect(html).toContain(words)
    expect(html).toContain('href="https://site.example/moderate/a?b=1&amp;c=2"')
    expect(html).toContain('<html lang="tg">')
  })

  it('loads nothing and runs nothing', () => {
    const { html } = render({ paragraphs: ['a'], actions: [{ text: 'b', url: 'https://site.example/' }] })
    expect(html).not.toMatch(/<(script|img|link|iframe|style|form)|url\(|@import|\son[a-z]+=/i)
    expect(html).toContain('width=device-width')
  })

  it.each<[string, (text: string) => Partial<Draft>]>([
    ['title', (title) => ({ title })],
    ['paragraph', (text) => ({ paragraphs: [text] })],
    ['heading', (heading) => ({ paragraphs: [{ heading }] })],
    ['quote', (quote) => ({ paragraphs: [{ quote }] })],
    ['name beside a quote', (by) => ({ paragraphs: [{ quote: 'a', by }] })],
    ['name of a fact', (name) => ({ paragraphs: [{ facts: [[name, 'a']] }] })],
    ['fact', (value) => ({ paragraphs: [{ facts: [['a', value]] }] })],
    ['button', (text) => ({ actions: [{ text, url: 'https://site.example/' }] })],
    ['footer', (text) => ({ footer: [text] })],
    ['link of the footer', (text) => ({ footer: [{ text, url: 'https://site.example/' }] })],
  ])('escapes a %s', (_, draft) => {
    const { text, html } = render(draft(NASTY))
    expect(html).toContain(ESCAPED)
    expect(html).not.toContain('<script')
    // Nothing is escaped where nothing has to be.
    expect(text).toContain(NASTY)
  })

  it.each<[string, (text: string) => Part]>([
    ['heading', (heading) => ({ heading })],
    ['name beside a quote', (by) => ({ quote: 'a', by })],
    ['fact', (value) => ({ facts: [['a', value]] })],
    ['button', (text) => ({ actions: [{ text, url: 'https://site.example/' }] })],
  ])('keeps a %s on one line', (_, part) => {
    const { text } = render({ paragraphs: [part('Nigora\r\n\r\nApprove:\u2028https://evil.example\u0000')] })
    expect(text).toContain('Nigora Approve: https://evil.example')
  })

  it('marks each line of a quote, so that none begins a part of ours', () => {
    const { text } = render({ paragraphs: [{ quote: 'a\r\n-- \rApprove:\nhttps://evil.example' }] })
    expect(text).toContain('> a\n> --\n> Approve:\n> https://evil.example')
  })

  it.each(['javascript:alert(1)', 'data:text/html,a', '/moderate/a', 'mailto:a@b.example', 'https://', ''])(
    'refuses a link to “%s”',
    (url) => {
      expect(() => render({ actions: [{ text: 'a', url }] })).toThrow('http or https')
      expect(() => render({ footer: [{ text: 'a', url }] })).toThrow('http or https')
    },
  )

  it('writes an address so that it cannot end its attribute', () => {
    const { html } = render({ actions: [{ text: 'a', url: `https://site.example/"><b>'` }] })
    expect(html).not.toContain('"><b>')
  })
})

describe('the template of HTML', () => {
  it('leaves what is HTML already, and nothing where there is nothing', () => {
    expect(String(markup`<p>${[markup`<b>${'<'}</b>`, null, undefined, '>']}</p>`)).toBe(
      '<p><b>&lt;</b>&gt;</p>',
    )
  })
  it('takes nothing for HTML that only looks like it', () => {
    const posing = { toString: () => '<b>' } as never
    expect(String(markup`<p>${posing}</p>`)).toBe('<p></p>')
  })
})

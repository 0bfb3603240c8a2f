import { describe, expect, it } from 'vitest'

import { links } from '../../../../src/spam/checks/links.ts'
import { known, written } from '../known.ts'

const TABLE: [body: string, verdict: string | null, detail?: string][] = [
  ['Ташаккур!', null],
  ['Матни қонун: https://lex.example/18', null],
  ['www.site.tj. Так и написано', null],
  ['https://a.example/1 and the same again https://a.example/1', null],
  ['Звоните нам: +992 00 600 00 00, бесплатно', null],
  ['пришли в 14. Нам сказали, статья 110. Кодекс', null],
  ['https://a.example and https://b.example', 'hold', '2'],
  ['t.me/kanal', 'hold', 't.me'],
  ['https://bit.ly/x', 'hold', 'bit.ly'],
  ['vulkan-play точка ру', 'hold', 'vulkan-play[.]ру'],
  ['spin-luck[.]com', 'hold', 'spin-luck[.]com'],
  ['бинед @kanal_tj', 'hold', '@'],
  ['контакт в вайбере +992000007788', 'hold', '@'],
  ['a.tj b.tj c.tj d.tj e.tj', 'spam', '5'],
  ['[url=https://a.example]great[/url]', 'spam', '[url]'],
  ['<a href="https://a.example">great</a>', 'spam', '[url]'],
]

describe('links', () => {
  it.each(TABLE)('%s: %s', (body, verdict, detail) => {
    const found = links(written(body), known())
    expect(found?.verdict ?? null).toBe(verdict)
    expect(found?.detail).toBe(detail)
  })

  it('an address of one’s own beside the name is honest, one in the name waits', () => {
    expect(links(written('Thank you', { url: 'https://me.example' }), known())).toBeNull()
    expect(links(written('Thank you', { name: 'roofs-texas.example' }), known())?.verdict).toBe('hold')
  })

  it('a site that allows three lets three pass', () => {
    const three = written('https://a.example https://b.example https://c.example')
    expect(links(three, known({ linksAllowed: 3 }))).toBeNull()
    expect(links(three, known({ linksAllowed: 2 }))?.verdict).toBe('hold')
  })
})

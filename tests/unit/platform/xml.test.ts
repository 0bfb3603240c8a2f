import { describe, expect, it } from 'vitest'

import { element, toDocument } from '../../../src/platform/xml.ts'
import { faultOf } from '../../support/xml.ts'

describe('element', () => {
  it.each([
    ['markup', '<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    ['the end of a section', ']]> ]]>', ']]&gt; ]]&gt;'],
    ['control characters', 'a\u0000\u0001\u000B\u001Fb', 'ab'],
    ['what is no character', 'a\uFFFE\uFFFFb', 'ab'],
    ['half a character', 'a\uD83Db\uDE00', 'ab'],
    ['a whole one', '😀 ӯ', '😀 ӯ'],
    ['line ends', 'a\r\nb\rc\td', 'a\nb\nc\td'],
  ])('writes %s as text', (_, text, expected) => {
    expect(String(element('a', {}, text))).toBe(`<a>${expected}</a>`)
  })

  it('keeps attributes within their quotes, line ends and all', () => {
    expect(String(element('a', { b: '"<&>\n\u0001', c: null, d: 4 }))).toBe(
      '<a b="&quot;&lt;&amp;&gt;&#10;" d="4"/>',
    )
  })

  it('takes elements as they are, and leaves out what is null', () => {
    const document = toDocument(element('a', {}, element('b', {}, '<'), null, ''))
    expect(document).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a><b>&lt;</b></a>\n')
    expect(faultOf(document)).toBeNull()
  })
})

describe('faultOf, by which the feeds are judged', () => {
  it.each(['<a>', '<a>&</a>', '<a>&nbsp;</a>', '<a>\u0001</a>', '<a b="<"/>', '<a></b>', '<a>\uFFFE</a>'])(
    'finds one in %j',
    (xml) => {
      expect(faultOf(xml)).not.toBeNull()
    },
  )
})

import { describe, expect, it } from 'vitest'

import { type Kept, plainTextOf, toEntry } from '../../../src/search/document.ts'

const node = (type: string, ...children: object[]) => ({ type, children })
const text = (value: string) => ({ type: 'text', text: value })
const body = (...children: object[]) => ({ root: node('root', ...children) })
const paragraph = (value: string) => body(node('paragraph', text(value)))

const post = {
  id: 'p1',
  _status: 'published',
  publishedAt: '2026-01-01T00:00:00.000Z',
  title: { en: 'Water', tg: 'Об' },
  lead: { en: 'A lead' },
  body: { en: paragraph('English words'), ru: paragraph('Русские слова'), tg: paragraph('Сухан') },
}
const entry = (more: object = {}) => toEntry({ kind: 'posts', doc: { ...post, ...more } as never })
const keptOf = (entry: { kept: string } | null) => JSON.parse(entry!.kept) as Kept

describe('the plain text of a body', () => {
  it('keeps blocks apart and the parts of a word together', () => {
    const list = node('list', node('listitem', text('one')), node('listitem', text('two')))
    const split = node('paragraph', text('wo'), text('rd'), { type: 'linebreak' }, text('next'))
    expect(plainTextOf(body(node('heading', text('Title')), split, list))).toBe('Title word next one two')
  })

  it('has nothing of quotes and pictures placed in it', () => {
    const placed = { type: 'relationship', relationTo: 'quotes', value: { id: 'q', text: 'Hidden' } }
    expect(plainTextOf(body(placed, node('paragraph', text('Shown'))))).toBe('Shown')
  })

  it('is empty where there is no body', () => {
    for (const none of [null, undefined, 'text', {}]) expect(plainTextOf(none)).toBe('')
  })
})

describe('an article in the index', () => {
  it('has each language its title is written in, and only the words of that language', () => {
    expect(keptOf(entry({ slug: 'water', sourceLanguage: 'tg' }))).toEqual({
      slug: 'water',
      source: 'tg',
      texts: {
        en: { title: 'Water', text: 'A lead English words', terms: ' water a lead english word words ' },
        tg: { title: 'Об', text: 'Сухан', terms: ' об суха сухан ' },
      },
    })
  })

  it('has its words once for titles and once for bodies', () => {
    expect(entry()).toMatchObject({ title: 'water об', body: 'a lead english word words суха сухан' })
  })

  it('is not there as a draft, without a time, or without a title', () => {
    expect(entry({ _status: 'draft' })).toBeNull()
    expect(entry({ publishedAt: null })).toBeNull()
    expect(entry({ title: {} })).toBeNull()
  })
})

describe('a quote in the index', () => {
  const speaker = { id: 's', name: { en: 'Nigora' } }
  const quote = {
    id: 'q1',
    consent: 'given',
    publicFrom: '2026-01-01T00:00:00.000Z',
    text: { en: 'We are heard', ru: 'Нас слышат' },
  }
  const of = (more: object = {}, who: object | null = speaker) =>
    toEntry({ kind: 'quotes', doc: { ...quote, ...more } as never, speaker: who as never })

  it('has its speaker for a title, in the language there is', () => {
    expect(keptOf(of())).toMatchObject({
      slug: 'q1',
      texts: {
        en: { title: 'Nigora', text: 'We are heard' },
        ru: { title: 'Nigora', text: 'Нас слышат' },
      },
    })
  })

  it.each([[{ consent: 'asked' }], [{ consent: 'withdrawn' }], [{ publicFrom: null }], [{ text: {} }]])(
    'is not there with %j',
    (more) => expect(of(more)).toBeNull(),
  )

  it('is not there without its speaker', () => expect(of({}, null)).toBeNull())
})

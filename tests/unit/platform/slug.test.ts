import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { slugCandidates, toSlug } from '../../../src/platform/text.ts'
import { anyText } from '../any.ts'

const TITLES: [title: string, slug: string][] = [
  ['Форуми занони Тоҷикистон', 'forumi-zanoni-tojikiston'],
  ['Ҷаласаи ҳукумат', 'jalasai-hukumat'],
  ['Рӯзи қонуни ғалаба', 'ruzi-konuni-galaba'],
  ['Маориф ва ӣ', 'maorif-va-i'],
  ['ТОҶИКӢ ҒӮҚҲ', 'tojiki-gukh'],
  ['Съезд учителей', 'sezd-uchitelej'],
  ['Объявление о конкурсе', 'obyavlenie-o-konkurse'],
  ['Щедрый день', 'shchedryj-den'],
  ['Юный ёжик', 'yunyj-yozhik'],
  ['Цена вопроса: 5 000 сомони', 'cena-voprosa-5-000-somoni'],
  ['First Forum', 'first-forum'],
  ['UPPER lower', 'upper-lower'],
  ['Women & Girls', 'women-and-girls'],
  ['Hello, World!', 'hello-world'],
  ['Don’t stop', 'dont-stop'],
  ['Café déjà vu', 'cafe-deja-vu'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['2026-11-27', '2026-11-27'],
  ['#OSCE', 'osce'],
  ['C++ / C#', 'c-c'],
  ['a_b_c', 'a-b-c'],
  ['one—two–three', 'one-two-three'],
  ['one\ttwo\nthree', 'one-two-three'],
  ['  spaces  ', 'spaces'],
  ['«Овоз»', 'ovoz'],
  ['Тоҷикӣ: Dushanbe / Душанбе', 'tojiki-dushanbe-dushanbe'],
  ['Форум 北京 Forum', 'forum-forum'],
  ['北京会议', ''],
  ['🎉🎉', ''],
  ['🎉 Наврӯз 🎉', 'navruz'],
  ['...', ''],
  ['— — —', ''],
  ['', ''],
]

describe('toSlug', () => {
  it.each(TITLES)('reads %j as %j', (title, slug) => {
    expect(toSlug(title)).toBe(slug)
  })

  it.each(['Тоҷикӣ', 'Рӯзи қонун', 'Мой ёжик', 'Café'])(
    'reads %j the same, whether its marks are joined or apart',
    (title) => {
      expect(toSlug(title.normalize('NFD'))).toBe(toSlug(title.normalize('NFC')))
    },
  )

  it('ends a long title after a whole word', () => {
    const slug = toSlug('слово '.repeat(40))
    expect(slug).toBe(Array.from({ length: 13 }, () => 'slovo').join('-'))
  })

  it('keeps a title of exactly 80 letters whole and cuts one of 81', () => {
    expect(toSlug('x'.repeat(80))).toBe('x'.repeat(80))
    expect(toSlug('x'.repeat(81))).toBe('x'.repeat(80))
  })

  it('cuts within a word rather than lose nearly all of the title', () => {
    expect(toSlug(`short ${'x'.repeat(100)}`)).toBe(`short-${'x'.repeat(74)}`)
  })

  it('makes of any text an address of at most 80 characters', () => {
    fc.assert(
      fc.property(anyText(), (title) => {
        const slug = toSlug(title)
        expect(slug).toMatch(/^[a-z0-9]*(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
      }),
    )
  })

  it('leaves an address as it is', () => {
    fc.assert(
      fc.property(anyText(), (title) => {
        expect(toSlug(toSlug(title))).toBe(toSlug(title))
      }),
    )
  })
})

describe('slugCandidates', () => {
  it('numbers an address that is taken, from 2 on', () => {
    expect(slugCandidates({ title: 'First', fallback: 'post', most: 4 })).toEqual([
      'first',
      'first-2',
      'first-3',
      'first-4',
    ])
  })

  it('falls back where a title has no letter it knows', () => {
    expect(slugCandidates({ title: '北京会议', fallback: 'post', most: 2 })).toEqual(['post', 'post-2'])
  })

  it('offers 50 different addresses for any title, none of them empty', () => {
    fc.assert(
      fc.property(anyText(), (title) => {
        const candidates = slugCandidates({ title, fallback: 'post' })
        expect(new Set(candidates).size).toBe(50)
        for (const one of candidates) expect(one).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})

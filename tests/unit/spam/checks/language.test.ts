import { describe, expect, it } from 'vitest'

import type { Locale } from '../../../../src/contract/index.ts'
import { language } from '../../../../src/spam/checks/language.ts'
import { known, written } from '../known.ts'

const TABLE: [body: string, expected: Locale[], detail: string | null][] = [
  ['Ин мақола бисёр хуб аст ва ба мо лозим аст', ['tg'], null],
  ['Ин мақола бисёр хуб аст ва ба мо лозим аст', ['en'], 'tg'],
  ['Ин макола бисёр хуб аст ва ба мо лозим аст', ['en'], 'tg'],
  ['Очень хорошая статья, но мы уже это читали', ['tg'], 'ru'],
  ['Очень хорошая статья, но мы уже это читали', ['tg', 'ru'], null],
  ['This is what we have been waiting for all the time', ['tg', 'ru'], 'en'],
  ['This is what we have been waiting for all the time', ['en'], null],
  ['This is what we have been waiting for all the time', [], null],
  ['Spasibo za statyu, u nas v Kulyabe to zhe samoe', ['tg', 'ru'], null],
  ['Rahmat baroi maqola, dar Kulob ham hamin khel, kase gap namezanad', ['tg'], null],
  ['Çok güzel yazmışsınız efendim, kadınlarımız böyle yaşıyor hep birlikte', ['tg', 'ru', 'en'], 'Latn'],
  ['优质代写论文服务全网最低价', ['tg', 'ru', 'en'], 'Hani'],
  ['سپاس از شما خواهران تاجیک، درد ما هم همین است', ['tg'], 'Arab'],
  ['Thank you', ['tg'], null],
  ['متشکرم', ['tg'], null],
  ['👏👏👏', ['tg'], null],
  ['', ['tg'], null],
]

describe('language', () => {
  it.each(TABLE)('%s, expected %j: %s', (body, expected, detail) => {
    const found = language(written(body), known({ expected }))
    expect(found).toEqual(detail === null ? null : { verdict: 'hold', reason: 'language', detail })
  })
})

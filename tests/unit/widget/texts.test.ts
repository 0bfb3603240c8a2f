import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { TEXTS } from '../../../widget/src/texts/all.ts'
import { LOCALES, say, type TextKey } from '../../../widget/src/texts/index.ts'

const SOURCES = join(import.meta.dirname, '../../../widget/src')
const keys = Object.keys(TEXTS.en) as TextKey[]
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()

describe('the words of a discussion', () => {
  it.each(LOCALES)('are all there in %s, with the same places', (locale) => {
    expect(Object.keys(TEXTS[locale]).sort()).toEqual([...keys].sort())
    for (const key of keys) {
      const [ours, english] = [TEXTS[locale][key], TEXTS.en[key]].map((text) =>
        Object.values(typeof text === 'string' ? { other: text } : text),
      )
      for (const form of ours!) {
        expect([key, places(form)]).toEqual([key, places(english![0]!)])
        expect(form.trim()).toBe(form)
        expect(form).not.toBe('')
      }
    }
  })

  it('have every form their language has', () => {
    const forms = { en: ['one', 'other'], ru: ['few', 'many', 'one', 'other'], tg: ['other'] }
    for (const locale of LOCALES)
      for (const text of Object.values(TEXTS[locale]))
        if (typeof text !== 'string') expect(Object.keys(text).sort()).toEqual(forms[locale])
  })

  it('are all used', () => {
    const code = readdirSync(SOURCES)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
      .join()
    expect(keys.filter((key) => !new RegExp(`'${key}'`).test(code))).toEqual([])
  })

  it('agree with their numbers', () => {
    const said = (n: number) => LOCALES.map((locale) => say(locale, 'comments', { n }).replace(/\s/g, ' '))
    expect(said(1)).toEqual(['1 comment', '1 комментарий', '1 шарҳ'])
    expect(said(3)).toEqual(['3 comments', '3 комментария', '3 шарҳ'])
    expect(said(1200)).toEqual(['1,200 comments', '1 200 комментариев', '1 200 шарҳ'])
  })
})

import { fill, plural } from '@ovoz/widget/format.ts'
import type { Locale } from 'ovoz/client'

import { en } from './en.ts'
import { ru } from './ru.ts'
import { tg } from './tg.ts'

/** A text, or a text for each form of a number. */
type Forms = { one: string; few?: string; many?: string; other: string }
type Words = typeof en
/** The words of one language: the keys are those of English, and none may be missing. */
export type Catalogue = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Forms }
export type Key = keyof Words
type CountedKey = { [K in Key]: Words[K] extends string ? never : K }[Key]

export const CATALOGUES: Record<Locale, Catalogue> = { en, ru, tg }

/** The words of a language: `t('credit', { name })`, and `t.count('comments', 3)`. */
export function textsIn(locale: Locale) {
  const words = CATALOGUES[locale]
  const t = (key: Exclude<Key, CountedKey>, values: Record<string, string> = {}) =>
    fill(words[key] as string, values)
  const number = new Intl.NumberFormat(locale)
  t.count = (key: CountedKey, count: number) => {
    const forms = words[key] as Forms
    return fill(forms[plural(locale, count)] ?? forms.other, { count: number.format(count) })
  }
  return t
}

export type Texts = ReturnType<typeof textsIn>

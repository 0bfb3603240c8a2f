import type { Locale } from 'ovoz/client'

import { fill, formatNumber, plural, type PluralForm } from '../format.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { tg } from './tg.ts'

export type Plural = Partial<Record<PluralForm, string>> & { other: string }
export type TextKey = keyof typeof en
/** What every language says. A key that is missing in one does not compile. */
export type Texts = { [Key in TextKey]: (typeof en)[Key] extends string ? string : Plural }

/** The languages a discussion speaks, ISO 639-1. */
export const LOCALES: readonly Locale[] = ['en', 'ru', 'tg']

export const TEXTS: Record<Locale, Texts> = { en, ru, tg }

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', tg: 'Тоҷикӣ' }

/** A text in a language. Where it has forms for numbers, `n` chooses; numbers are written as the language does. */
export function say(locale: Locale, key: TextKey, values: Record<string, string | number> = {}): string {
  const text = TEXTS[locale][key]
  const form = typeof text === 'string' ? text : (text[plural(locale, Number(values.n))] ?? text.other)
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(value, locale) : value,
  ])
  return fill(form, Object.fromEntries(written) as Record<string, string>)
}

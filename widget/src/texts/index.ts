import type { Locale } from 'ovoz/client'

import { fill, formatNumber, plural, type PluralForm } from '../format.ts'
import { en } from './en.ts'

export type Plural = Partial<Record<PluralForm, string>> & { other: string }
export type TextKey = keyof typeof en
/** What every language says. A key that is missing in one does not compile. */
export type Texts = { [Key in TextKey]: (typeof en)[Key] extends string ? string : Plural }

/** The languages a discussion speaks, ISO 639-1. */
export const LOCALES: readonly Locale[] = ['en', 'ru', 'tg']

/** What has been read so far; English stands in for what has not. */
const read: { en: Texts } & Partial<Record<Locale, Texts>> = { en }

/** Adds a language that is at hand; a server has them all (`all.ts`). */
export const learn = (locale: Locale, texts: Texts) => void (read[locale] = texts)

const loaders: Partial<Record<Locale, () => Promise<Texts>>> = {
  ru: async () => (await import('./ru.ts')).ru,
  tg: async () => (await import('./tg.ts')).tg,
}

/** Reads a language where it is not at hand: a browser gets the one it needs, from where it has this code. */
export async function speak(locale: Locale): Promise<void> {
  // Where it does not come, English is better than nothing.
  const texts = read[locale] ?? (await loaders[locale]?.().catch(() => null))
  if (texts) learn(locale, texts)
}

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', tg: 'Тоҷикӣ' }

/** A text in a language. Where it has forms for numbers, `n` chooses; numbers are written as the language does. */
export function say(locale: Locale, key: TextKey, values: Record<string, string | number> = {}): string {
  const text = read[locale]?.[key] ?? read.en[key]
  const form = typeof text === 'string' ? text : (text[plural(locale, Number(values.n))] ?? text.other)
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(value, locale) : value,
  ])
  return fill(form, Object.fromEntries(written) as Record<string, string>)
}

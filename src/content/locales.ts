import { DEFAULT_LOCALE, type Locale, LOCALES } from '../contract/index.ts'

/** A text as it comes from the database when all languages are asked for. */
type Localised<T> = Partial<Record<Locale, T | null>>

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== ''

const asLocalised = <T>(value: unknown): Localised<T> =>
  typeof value === 'object' && value !== null ? (value as Localised<T>) : {}

/** The languages a text is written in, in our order. */
export const localesOf = (text: unknown): Locale[] =>
  LOCALES.filter((locale) => isFilled(asLocalised(text)[locale]))

/**
 * The language to serve a document in: the one asked for where its title is written in it, else the one it was
 * written in, else the default, else any.
 */
export function chooseServed({
  title,
  asked,
  source,
}: {
  title: unknown
  asked: Locale
  source?: string | null
}): Locale {
  const written = localesOf(title)
  return (
    ([asked, source, DEFAULT_LOCALE, ...written].find((locale) => written.some((one) => one === locale)) as
      Locale | undefined) ?? DEFAULT_LOCALE
  )
}

/** A text in a language, else in the default one, else in any it is written in. */
export function pick<T = string>(value: unknown, locale: Locale): T | null {
  const text = asLocalised<T>(value)
  for (const one of [locale, DEFAULT_LOCALE, ...LOCALES] as const)
    if (isFilled(text[one])) return text[one] as T
  return null
}

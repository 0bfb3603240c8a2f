import type { Locale } from 'ovoz/client'

/** The alphabets of the three languages; each knows the letters of the others too. */
const collators = new Map<Locale, Intl.Collator>()

function collatorOf(locale: Locale): Intl.Collator {
  const known = collators.get(locale) ?? new Intl.Collator(locale)
  collators.set(locale, known)
  return known
}

/** A page of names in the order of the reader's alphabet; the API sorts by address, which is Latin in all languages. */
export const byName = <T extends { name: string }>(items: readonly T[], locale: Locale): T[] =>
  [...items].sort((a, b) => collatorOf(locale).compare(a.name, b.name))

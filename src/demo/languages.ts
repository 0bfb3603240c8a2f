import { type Locale, LOCALES } from '../contract/index.ts'

/** A text in the languages it is written in. */
export type Translated<T> = Partial<Record<Locale, T>>

/** How the demonstration speaks to the database: as the system, and of one document at a time. */
export const system = { depth: 0, overrideAccess: true } as const

export const languagesOf = <T>(texts: Translated<T>): { locale: Locale; text: T }[] =>
  LOCALES.flatMap((locale) => {
    const text = texts[locale]
    return text === undefined ? [] : [{ locale, text }]
  })

/** Makes a document in the first of its languages and writes the others into it. */
export async function inEachLanguage<T, D extends { id: string }>({
  texts,
  create,
  update,
}: {
  texts: Translated<T>
  create: (one: { locale: Locale; text: T }) => Promise<D>
  update: (one: { locale: Locale; text: T; doc: D }) => Promise<unknown>
}): Promise<D> {
  const [first, ...others] = languagesOf(texts)
  if (!first) throw new Error('A demonstration text is written in no language.')
  const doc = await create(first)
  for (const other of others) await update({ ...other, doc })
  return doc
}

/** Keeps a table of things one after the other, in their order, and tells the id of each. */
export async function keepAll<K extends string, T>(
  table: Record<K, T>,
  keep: (one: T, key: K) => Promise<{ id: string }>,
): Promise<Record<K, string>> {
  const ids: [K, string][] = []
  for (const [key, one] of Object.entries(table) as [K, T][]) ids.push([key, (await keep(one, key)).id])
  return Object.fromEntries(ids) as Record<K, string>
}

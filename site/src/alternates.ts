import type { Alternate, Client, Locale } from 'ovoz/client'

import { type Links, linksIn, LOCALES } from './links.ts'
import type { Asking } from './page.ts'

type Served = { locale: Locale }

/**
 * In which languages something is written that the API shows in another one where it is not written in the one asked
 * for, saying which it was.
 * @param read asks for it in a language
 * @param at its address among those of a language
 */
export async function alternatesOf(
  { client, siteUrl }: Asking,
  { read, at }: { read: (client: Client, asked: Served) => Promise<Served>; at: (links: Links) => string },
): Promise<Alternate[]> {
  const all = await Promise.all(LOCALES.map((locale) => read(client, { locale })))
  return LOCALES.filter((locale, i) => all[i]!.locale === locale).map((locale) => ({
    locale,
    url: siteUrl + at(linksIn(locale)),
  }))
}

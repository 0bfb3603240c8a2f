import type { Locale } from '../contract/basics.ts'
import { serverZone } from './time-zone.ts'

const asked = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** A month as it stands in a Tajik date: with the izofat that binds it to the year. The machine knows the month alone. */
const tajikMonth = (month: string) => `${month.toLowerCase()}и соли`

/**
 * The day of a moment in a sentence for readers: `21 November 2026`, `21 ноября 2026 года`, `21 ноябри соли 2026`. It may
 * end the sentence, so nothing in it is cut short by a full stop.
 * @param timeZone IANA name; without it, that of the server, in which the site tells its days too.
 */
export function dayIn(locale: Locale, moment: Date, timeZone = serverZone()): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...asked, timeZone })
  if (locale === 'ru') return format.format(moment).replace(/ г\.$/, ' года')
  return format
    .formatToParts(moment)
    .map(({ type, value }) => (locale === 'tg' && type === 'month' ? tajikMonth(value) : value))
    .join('')
}

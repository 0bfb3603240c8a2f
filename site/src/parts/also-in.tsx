import type { Alternate, Locale } from 'ovoz/client'

import { LOCALE_NAMES } from '../links.ts'
import type { Asking } from '../page.ts'

type Props = { of: { locale: Locale; alternates: Alternate[] }; asking: Asking }

/** In which other languages something is written, each named in itself, for those who cannot read this one. */
export function AlsoIn({ of, asking }: Props) {
  const others = of.alternates.filter(({ locale }) => locale !== of.locale)
  if (others.length === 0) return null
  return (
    <p class="also-in" lang={asking.locale}>
      {asking.t('also-in')}{' '}
      {others.map(({ locale, url }, at) => (
        <>
          {at > 0 && ', '}
          <a href={new URL(url).pathname} lang={locale} hreflang={locale}>
            {LOCALE_NAMES[locale]}
          </a>
        </>
      ))}
    </p>
  )
}

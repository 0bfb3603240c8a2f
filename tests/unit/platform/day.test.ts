import { expect, it } from 'vitest'

import { LOCALES } from '../../../src/contract/index.ts'
import { dayIn } from '../../../src/platform/day.ts'
import { formatDate } from '../../../widget/src/format.ts'

it.each([
  ['en', '21 November 2026'],
  ['ru', '21 ноября 2026 года'],
  ['tg', '21 ноябри соли 2026'],
] as const)('a midnight in Dushanbe is of the day that begins there, in %s', (locale, expected) => {
  expect(dayIn(locale, new Date('2026-11-20T19:00:00Z'), 'Asia/Dushanbe')).toBe(expected)
})

it('without a zone, days go by the clocks of the server', () => {
  const moment = new Date('2026-11-20T19:00:00Z')
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  expect(dayIn('en', moment)).toBe(dayIn('en', moment, timeZone))
})

it('every month is written as the site writes it', () => {
  for (const locale of LOCALES)
    for (let month = 0; month < 12; month++) {
      const moment = new Date(Date.UTC(2026, month, 3))
      const onSite = formatDate(moment, locale, 'UTC').replace(/ г\.$/, ' года')
      expect(dayIn(locale, moment, 'UTC')).toBe(onSite)
    }
})

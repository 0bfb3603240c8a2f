import type { Locale } from 'ovoz/client'

type Moment = { date: Date; locale: Locale; timeZone: string }

/** A time of day, such as `14:05`: everywhere with 24 hours, as it is written in all three languages here. */
export const formatTime = ({ date, timeZone }: Moment): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)

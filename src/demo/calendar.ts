const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** Dushanbe keeps five hours before UTC all year round. */
const OFFSET = 5 * HOUR

/** A time of day in Dushanbe, so many days from now; without an hour, noon, which is the same day everywhere near. */
export function dayAt({ now, days, time = '12:00' }: { now: Date; days: number; time?: string }): string {
  const day = new Date(now.getTime() + OFFSET + days * DAY).toISOString().slice(0, 10)
  return new Date(`${day}T${time}:00+05:00`).toISOString()
}

export const hoursAgo = ({ now, hours }: { now: Date; hours: number }) =>
  new Date(now.getTime() - hours * HOUR)

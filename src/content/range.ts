const isDay = (when: string) => when.length === 10
const DAY = 24 * 60 * 60_000

/** The first moment of a day (`2026-11-27`), or a moment as it is, ISO 8601 in UTC. */
export const startOf = (when: string) => new Date(isDay(when) ? `${when}T00:00:00Z` : when).toISOString()
/** The end of a range takes its whole day in. */
export const endOf = (when: string) =>
  isDay(when)
    ? new Date(Date.parse(`${when}T00:00:00Z`) + DAY - 1).toISOString()
    : new Date(when).toISOString()

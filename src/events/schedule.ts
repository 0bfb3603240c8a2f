/** Whether a name is an IANA time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}

/** Whether an event ends after it starts, or has no end. */
export const isPossible = ({ start, end }: { start: string; end?: string | null }) =>
  !end || new Date(end).getTime() >= new Date(start).getTime()

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

/** What somebody plans by: a change of it is told to the calendars of readers. Places and titles in every language. */
const PLANNED_BY = [
  'title',
  'start',
  'end',
  'timeZone',
  'allDay',
  'status',
  'venue',
  'city',
  'country',
  'onlineUrl',
] as const

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || value === false

/** The same for the same value: languages in any order, empty ones left out, times as moments. */
function formOf(value: unknown): string {
  if (isEmpty(value)) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object') return String(value)
  const filled = Object.entries(value!).filter(([, one]) => !isEmpty(one))
  return filled.length ? JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1))) : ''
}

/** Whether when, where or what an event is has changed, or that it takes place at all. */
export const isReplanned = ({ before, after }: Record<'before' | 'after', object>) =>
  PLANNED_BY.some(
    (name) =>
      formOf((before as Record<string, unknown>)[name]) !== formOf((after as Record<string, unknown>)[name]),
  )

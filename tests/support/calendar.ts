import ICAL from 'ical.js'

/** What a parser that is not the writer reads in a calendar file. Zones are taken from the file alone. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => {
      const timezone = new ICAL.Timezone(zone)
      return [timezone.tzid, timezone]
    }),
  )
  const momentOf = (event: ICAL.Component, name: 'dtstart' | 'dtend') => {
    const property = event.getFirstProperty(name)
    if (!property) return null
    const time = property.getFirstValue() as ICAL.Time
    if (time.isDate) return time.toString()
    const tzid = property.getParameter('tzid') as string | undefined
    if (tzid) time.zone = zones.get(tzid)!
    return time.toJSDate().toISOString()
  }
  return {
    calendar,
    zones: [...zones.keys()],
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      start: momentOf(event, 'dtstart'),
      end: momentOf(event, 'dtend'),
      zone: event.getFirstProperty('dtstart')?.getParameter('tzid') ?? null,
      get: (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null,
    })),
  }
}

/** What breaks the form of a calendar file (RFC 5545, 3.1 and 3.6), or nothing. */
export function faultOf(text: string): string | null {
  if (!text.endsWith('\r\nEND:VCALENDAR\r\n')) return 'It has no proper end.'
  if (/[^\r]\n|\r[^\n]/.test(text)) return 'A line does not end with CRLF.'
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text)) return 'It holds a control character.'
  const lines = text.split('\r\n')
  const long = lines.find((line) => Buffer.byteLength(line) > 75)
  if (long) return `A line has more than 75 octets: ${long}`
  if (lines.slice(0, -1).some((line) => !/^( |[A-Z-]+[:;])/.test(line))) return 'A line is no property.'
  const component = lines.findIndex((line) => /^BEGIN:V(EVENT|TIMEZONE)$/.test(line))
  if (component < 0) return 'It has no component.'
  const outside: string[] = []
  let depth = 0
  for (const line of lines.slice(component, -2)) {
    if (line.startsWith('BEGIN:')) depth++
    if (depth === 0) outside.push(line)
    if (line.startsWith('END:')) depth--
  }
  return outside.length ? `Properties stand behind components: ${outside.join()}` : null
}

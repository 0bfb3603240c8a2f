import type { Payload } from 'payload'

import { bodyOf, paragraph } from './body.ts'
import { dayAt } from './calendar.ts'
import { type EventEntry, type EventText, EVENTS } from './texts/events.ts'
import type { Drawing } from './drawings.ts'
import { inEachLanguage, keepAll, system } from './languages.ts'
import type { Names } from './names.ts'

type Given = { payload: Payload; now: Date; names: Names; pictures: Record<Drawing, string> }

export const keepEvents = ({ payload, ...given }: Given) =>
  keepAll(EVENTS, (entry) =>
    inEachLanguage({
      texts: entry.texts,
      create: ({ locale, text }) =>
        payload.create({
          collection: 'events',
          locale,
          data: { ...sharedBy({ entry, ...given }), ...saidBy({ entry, text, ...given }) },
          ...system,
        }),
      update: ({ locale, text, doc }) => {
        const { agenda, speakers, ...rest } = saidBy({ entry, text, ...given })
        // A row without its id is a new row, and would take the other languages' words away with the old one.
        return payload.update({
          collection: 'events',
          id: doc.id,
          locale,
          data: {
            ...rest,
            agenda: agenda.map((row, i) => ({ ...row, id: doc.agenda?.[i]?.id })),
            speakers: speakers.map((row, i) => ({ ...row, id: doc.speakers?.[i]?.id })),
          },
          ...system,
        })
      },
    }),
  )

type Told = Omit<Given, 'payload'> & { entry: EventEntry }

/** What is the same in all languages. */
const sharedBy = ({ entry, now, names, pictures }: Told) => ({
  start: dayAt({ now, days: entry.inDays, time: entry.from }),
  end: dayAt({ now, days: entry.inDays, time: entry.to }),
  timeZone: 'Asia/Dushanbe',
  organizers: entry.organizers.map((name) => names.organizations[name]),
  partners: entry.partners.map((name) => names.organizations[name]),
  registrationUrl: entry.registrationUrl,
  status: entry.status,
  image: pictures[entry.picture],
  tags: entry.tags.map((name) => names.tags[name]),
  publishedAt: dayAt({ now, days: entry.announcedInDays, time: '09:00' }),
})

/** What one language says, with the rows it says it in. */
const saidBy = ({ entry, text, now, names }: Told & { text: EventText }) => ({
  title: text.title,
  venue: text.venue,
  city: text.city,
  country: text.country,
  attendance: text.attendance,
  body: bodyOf(text.paragraphs.map((words) => paragraph(words))),
  speakers: entry.speakers.map((name, i) => ({ person: names.people[name], role: text.roles[i] })),
  agenda: entry.agenda.map(({ at, speakers }, i) => ({
    start: dayAt({ now, days: entry.inDays, time: at }),
    title: text.agenda[i] ?? text.title,
    speakers: speakers.map((name) => names.people[name]),
  })),
  _status: 'published' as const,
})

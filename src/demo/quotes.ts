import type { Payload } from 'payload'

import { dayAt } from './calendar.ts'
import type { EventKey } from './texts/events.ts'
import type { PostKey } from './texts/posts.ts'
import { QUOTES, type QuoteEntry } from './texts/quotes.ts'
import { inEachLanguage, keepAll, system } from './languages.ts'
import type { Names } from './names.ts'

type Sources = { events: Record<EventKey, string>; posts: Record<PostKey, string> }

const sourceOf = ({ source, events, posts }: Sources & Pick<QuoteEntry, 'source'>) =>
  source.type === 'events'
    ? { relationTo: source.type, value: events[source.name] }
    : { relationTo: source.type, value: posts[source.name] }

export const keepQuotes = ({
  payload,
  now,
  names,
  ...sources
}: Sources & { payload: Payload; now: Date; names: Names }) =>
  keepAll(QUOTES, ({ texts, source, ...entry }) =>
    inEachLanguage({
      texts,
      create: ({ locale, text }) =>
        payload.create({
          collection: 'quotes',
          locale,
          data: {
            ...text,
            speaker: names.people[entry.speaker],
            source: sourceOf({ source, ...sources }),
            saidOn: dayAt({ now, days: entry.saidInDays }),
            spokenLanguage: entry.spokenLanguage,
            consent: entry.consent,
            tags: entry.tags.map((name) => names.tags[name]),
          },
          ...system,
        }),
      update: ({ locale, text, doc }) =>
        payload.update({ collection: 'quotes', id: doc.id, locale, data: text, ...system }),
    }),
  )

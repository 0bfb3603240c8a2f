import type { Asking } from '../page.ts'
import { directory } from '../parts/directory.tsx'
import { PersonCard } from '../parts/person-card.tsx'

const LIMIT = 60

/** Everybody who writes here, speaks here or is spoken of. */
export const people = (asking: Asking) =>
  directory({
    asking,
    title: asking.t('people'),
    none: asking.t('no-people'),
    list: (cursor) => asking.client.people.list({ limit: LIMIT, cursor }),
    hrefOf: (cursor) => asking.links.people({ cursor }),
    show: (items) => (
      <div class="people">
        {items.map((person) => (
          <PersonCard person={person} asking={asking} />
        ))}
      </div>
    ),
  })

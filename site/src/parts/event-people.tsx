import type { Event, OrganizationCard } from 'ovoz/client'

import { clockAt, daysOf } from '../days.ts'
import { formatDay } from '../dates.ts'
import type { Asking } from '../page.ts'
import { Portrait } from './portrait.tsx'

type Props = { event: Event; asking: Asking }

/** Organizations by name, each with its page. */
export const Organizations = ({ list, asking }: { list: OrganizationCard[]; asking: Asking }) => (
  <>
    {list.map(({ slug, name }, at) => (
      <>
        {at > 0 && ', '}
        <a href={asking.links.organization(slug)}>{name}</a>
      </>
    ))}
  </>
)

/** Who speaks, as what, and for whom. */
export function Speakers({ event, asking }: Props) {
  if (event.speakers.length === 0) return null
  return (
    <section class="event-part">
      <h2 class="rubric" lang={asking.locale}>
        {asking.t('speakers')}
      </h2>
      <ul class="speakers">
        {event.speakers.map(({ person, role, organization }) => {
          const own = organization ?? person.organization
          return (
            <li>
              <Portrait image={person.image} name={person.name} />
              <div>
                <a href={asking.links.person(person.slug)}>{person.name}</a>
                <p class="quiet">
                  {role ?? person.role}
                  {(role ?? person.role) && own && ', '}
                  {own && <a href={asking.links.organization(own.slug)}>{own.name}</a>}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What comes after what. A day is named where the programme goes over to another. */
export function Agenda({ event, asking }: Props) {
  const { t, links, locale } = asking
  if (event.agenda.length === 0) return null
  const { first, last } = daysOf(event)
  const dayOf = (start: string | null) =>
    start === null ? null : clockAt(new Date(start), event.timeZone).day
  return (
    <section class="event-part">
      <h2 class="rubric" lang={locale}>
        {t('agenda')}
      </h2>
      <ol class="agenda">
        {event.agenda.map(({ start, title, speakers }, at) => {
          const day = dayOf(start)
          const before = event.agenda.slice(0, at).findLast((one) => one.start !== null)
          const isNewDay = day !== null && first !== last && day !== dayOf(before?.start ?? null)
          return (
            <li>
              {isNewDay && (
                <p class="agenda-day" lang={locale}>
                  {formatDay(day, locale)}
                </p>
              )}
              {start !== null && (
                <time class="agenda-time" datetime={start}>
                  {clockAt(new Date(start), event.timeZone).time}
                </time>
              )}
              <div>
                <p class="agenda-title">{title}</p>
                {speakers.length > 0 && (
                  <p class="quiet">
                    {speakers.map((person, which) => (
                      <>
                        {which > 0 && ', '}
                        <a href={links.person(person.slug)}>{person.name}</a>
                      </>
                    ))}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

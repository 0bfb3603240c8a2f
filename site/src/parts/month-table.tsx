import type { EventCard } from 'ovoz/client'

import { formatDay, formatMonth, weekdays } from '../dates.ts'
import { clockAt, daysOf } from '../days.ts'
import { type Bar, type DayCell, type Lane, weeksOf } from '../month.ts'
import type { Asking } from '../page.ts'
import { langOf } from './cards.tsx'

type Filters = Record<string, string>
type Props = {
  month: string
  events: EventCard[]
  filters: Filters
  asking: Asking
  /** Beside a list: its days lead to the month's page, and events are points. */
  isSmall?: boolean
}
type On = Omit<Props, 'events'>

const classes = (...names: (string | false)[]) => names.filter(Boolean).join(' ') || undefined

/** All events of a day, those of several days first. */
const eventsOf = ({ lanes, events }: DayCell<EventCard>) => [
  ...lanes.flatMap((lane) => (lane.kind === 'free' ? [] : lane.kind === 'bar' ? lane.bar.event : lane.event)),
  ...events,
]

/** Where the events of a day are listed: what goes on from before stands under the day it began on in that month. */
function listAddress({ cell, month, filters, asking, isSmall }: On & { cell: DayCell<EventCard> }) {
  const own = cell.day.slice(0, 7)
  const began = cell.events[0] ? cell.day : daysOf(eventsOf(cell)[0]!).first
  const anchor = `#day-${began.startsWith(own) ? began : `${own}-01`}`
  return own === month && !isSmall ? anchor : asking.links.events({ month: own, ...filters }) + anchor
}

function DayNumber(props: On & { cell: DayCell<EventCard> }) {
  const { cell, asking } = props
  const number = Number(cell.day.slice(8))
  const count = eventsOf(cell).length
  if (count === 0) return <span class="day-number">{number}</span>
  const said = `${formatDay(cell.day, asking.locale)}: ${asking.t.count('event-count', count)}`
  return (
    <a class="day-number" href={listAddress(props)} aria-label={said}>
      {number}
    </a>
  )
}

function Title({ event, asking, hasTime }: { event: EventCard; asking: Asking; hasTime: boolean }) {
  const { t, links, locale } = asking
  const isCancelled = event.status === 'cancelled'
  return (
    <a href={links.event(event.slug)} class={classes(isCancelled && 'is-cancelled')}>
      {isCancelled && <span class="visually-hidden">{t('cancelled')}: </span>}
      {hasTime && !event.allDay && (
        <span class="day-time">{clockAt(new Date(event.start), event.timeZone).time} </span>
      )}
      <span lang={langOf(event.locale, { locale })}>{event.title}</span>
    </a>
  )
}

const barClass = ({ span, isContinued, goesOn }: Bar<EventCard>) =>
  classes('bar', `span-${span}`, isContinued && 'is-continued', goesOn && 'goes-on')

function LaneOfDay({ lane, asking }: { lane: Lane<EventCard>; asking: Asking }) {
  if (lane.kind === 'free') return <li class="bar-place" aria-hidden="true"></li>
  if (lane.kind === 'through')
    return (
      <li class="bar-place">
        <span class="visually-hidden">
          {lane.event.title} ({asking.t('continues')})
        </span>
      </li>
    )
  return (
    <li class={barClass(lane.bar)}>
      <Title event={lane.bar.event} asking={asking} hasTime={false} />
    </li>
  )
}

function Day(props: On & { cell: DayCell<EventCard>; today: string }) {
  const { cell, today, asking, isSmall = false } = props
  return (
    <td
      class={classes(!cell.isInMonth && 'is-outside')}
      aria-current={cell.day === today ? 'date' : undefined}
    >
      <DayNumber {...props} />
      {!isSmall && eventsOf(cell).length > 0 && (
        <ul class="day-events">
          {cell.lanes.map((lane) => (
            <LaneOfDay lane={lane} asking={asking} />
          ))}
          {cell.events.map((event) => (
            <li>
              <Title event={event} asking={asking} hasTime />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}

/** A month as people know it from the wall: weeks in rows, Monday first, today marked. */
export function MonthTable({ events, ...on }: Props) {
  const { month, asking, isSmall = false } = on
  const { t, locale, now, timeZone } = asking
  const today = clockAt(now, timeZone).day
  const short = weekdays(locale, { isShort: true })
  return (
    <table class={isSmall ? 'month month-small' : 'month'}>
      <caption class="visually-hidden">{t('events-in', { month: formatMonth(month, locale) })}</caption>
      <thead>
        <tr>
          {weekdays(locale).map((name, at) => (
            <th scope="col">
              <span aria-hidden="true">{short[at]}</span>
              <span class="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, events).map((week) => (
          <tr>
            {week.map((cell) => (
              <Day {...on} cell={cell} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

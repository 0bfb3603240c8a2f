import type { CommentState, Locale } from '../contract/index.ts'
import { type Day, toBars, topOf } from './figures.ts'
import { dayOf, wordsIn } from './words.ts'

/** From the ground up: what was let through, what still waits, what was refused. */
const ORDER = ['approved', 'pending', 'trash', 'spam'] as const satisfies CommentState[]
const COLORS: Record<CommentState, string> = {
  approved: 'var(--theme-success-500)',
  pending: 'var(--theme-warning-500)',
  trash: 'var(--theme-elevation-400)',
  spam: 'var(--theme-error-500)',
}
const HEIGHT = 120

/** Comments per day and what became of them: a picture for the eye, the same as a table for everyone else. */
export function Chart({ days, locale }: { days: Day[]; locale: Locale }) {
  const words = wordsIn(locale)
  const most = Math.max(...days.map(({ total }) => total))
  const total = days.reduce((sum, day) => sum + day.total, 0)
  const show = (day: string) => dayOf({ time: day, locale })
  const sums = ORDER.map((state) => ({
    state,
    sum: days.reduce((all, { counts }) => all + counts[state], 0),
  }))
  const titleOf = ({ day, counts }: Day) =>
    `${show(day)} · ${ORDER.map((state) => `${words.states[state]} ${counts[state]}`).join(' · ')}`
  return (
    <figure style={{ margin: 0 }}>
      <div style={{ display: 'flex', gap: '0.5rem' }}>
        <span aria-hidden="true" style={{ fontSize: '0.75rem' }}>
          {topOf(most)}
        </span>
        <svg
          aria-label={words.chart(total, most)}
          preserveAspectRatio="none"
          role="img"
          style={{ borderBlock: '1px solid var(--theme-elevation-150)', height: HEIGHT, width: '100%' }}
          viewBox={`0 0 ${days.length} 1`}
        >
          {toBars(days, ORDER).map(({ state, day, ...place }) => (
            <rect fill={COLORS[state]} key={day + state} {...place} />
          ))}
          {days.map((day, i) => (
            <rect fill="transparent" height="1" key={day.day} width="1" x={i} y="0">
              <title>{titleOf(day)}</title>
            </rect>
          ))}
        </svg>
      </div>
      <div
        aria-hidden="true"
        style={{
          display: 'flex',
          fontSize: '0.75rem',
          justifyContent: 'space-between',
          paddingLeft: '1.5rem',
        }}
      >
        <span>{show(days[0]!.day)}</span>
        <span>{show(days.at(-1)!.day)}</span>
      </div>
      <figcaption style={{ display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1rem', marginTop: '0.5rem' }}>
        {sums.map(({ state, sum }) => (
          <span key={state}>
            <span
              aria-hidden="true"
              style={{
                background: COLORS[state],
                display: 'inline-block',
                height: '0.75em',
                marginInlineEnd: '0.4em',
                width: '0.75em',
              }}
            />
            {words.states[state]} {sum}
          </span>
        ))}
      </figcaption>
      <table
        style={{ clipPath: 'inset(50%)', height: 1, overflow: 'hidden', position: 'absolute', width: 1 }}
      >
        <caption>{words.perDay}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {ORDER.map((state) => (
              <th key={state} scope="col">
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days
            .filter((day) => day.total > 0)
            .map(({ day, counts }) => (
              <tr key={day}>
                <th scope="row">{show(day)}</th>
                {ORDER.map((state) => (
                  <td key={state}>{counts[state]}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  )
}

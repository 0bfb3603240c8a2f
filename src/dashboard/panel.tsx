import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'

import { DEFAULT_LOCALE, LOCALES, type Locale } from '../contract/index.ts'
import { Chart } from './chart.tsx'
import { type Dashboard as Figures, readDashboard } from './service.ts'
import { ageOf, dayOf, wordsIn } from './words.ts'

type Shown = { figures: Figures; locale: Locale; admin: string; desk: string; now: Date }

const Card = ({ title, children, isWide }: { title: string; children: ReactNode; isWide?: boolean }) => (
  <section
    aria-label={title}
    style={{
      background: 'var(--theme-elevation-50)',
      borderRadius: 'var(--style-radius-m)',
      gridColumn: isWide ? '1 / -1' : undefined,
      padding: '1rem 1.25rem',
    }}
  >
    <h2 style={{ fontSize: '1rem', fontWeight: 600, lineHeight: 1.3, margin: '0 0 0.5rem' }}>{title}</h2>
    {children}
  </section>
)

const List = ({ children }: { children: ReactNode }) => (
  <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>{children}</ul>
)

function Waiting({ figures, locale, desk, now }: Shown) {
  const words = wordsIn(locale)
  if (!figures.waiting) return null
  const { count, oldest } = figures.waiting
  return (
    <Card title={words.waiting}>
      <p style={{ fontSize: '2.5rem', lineHeight: 1.1, margin: 0 }}>
        {new Intl.NumberFormat(locale).format(count)}
      </p>
      <p style={{ margin: '0.25rem 0 0.5rem' }}>
        {oldest ? words.oldest(ageOf({ time: oldest, now, locale })) : words.noneWaits}
      </p>
      {count > 0 && <a href={desk}>{words.toDesk} →</a>}
    </Card>
  )
}

function Stuck({ figures, locale, admin }: Shown) {
  const words = wordsIn(locale)
  const { stuck } = figures
  if (!stuck) return null
  const kinds = (['jobs', 'mails', 'deliveries'] as const).filter((kind) => stuck[kind] > 0)
  return (
    <Card title={words.stuck}>
      {kinds.length === 0 && <p style={{ margin: 0 }}>{words.noneStuck}</p>}
      <List>
        {kinds.map((kind) => (
          <li key={kind}>
            {/* Jobs have no list of their own in the panel. */}
            {kind === 'jobs' ? words.jobs : <a href={`${admin}/collections/${kind}`}>{words[kind]}</a>}:{' '}
            {stuck[kind]}
          </li>
        ))}
      </List>
    </Card>
  )
}

function Scheduled({ figures, locale, admin }: Shown) {
  const words = wordsIn(locale)
  return (
    <Card title={words.scheduled}>
      {figures.scheduled.length === 0 && <p style={{ margin: 0 }}>{words.noneScheduled}</p>}
      <List>
        {figures.scheduled.map(({ path, title, at, isTakenBack }) => (
          <li key={path + at} style={{ marginBottom: '0.25rem' }}>
            <time dateTime={at}>
              {dayOf({ time: at, locale })}, {at.slice(11, 16)} UTC
            </time>{' '}
            <a href={admin + path}>{title}</a>
            {isTakenBack && ` (${words.takenBack})`}
          </li>
        ))}
      </List>
    </Card>
  )
}

function Busiest({ figures, locale, admin }: Shown) {
  const words = wordsIn(locale)
  if (!figures.busiest) return null
  return (
    <Card title={words.busiest}>
      {figures.busiest.length === 0 && <p style={{ margin: 0 }}>{words.noneBusy}</p>}
      <List>
        {figures.busiest.map(({ path, title, count }) => (
          <li
            key={path}
            style={{
              display: 'flex',
              gap: '0.75rem',
              justifyContent: 'space-between',
              marginBottom: '0.25rem',
            }}
          >
            <a href={admin + path}>{title}</a>
            <span>{count}</span>
          </li>
        ))}
      </List>
    </Card>
  )
}

function PerDay({ figures, locale }: Shown) {
  const words = wordsIn(locale)
  if (!figures.days) return null
  const isEmpty = figures.days.every(({ total }) => total === 0)
  return (
    <Card isWide title={words.perDay}>
      <p style={{ margin: '0 0 0.5rem' }}>{isEmpty ? words.noneWritten : words.perDayHint}</p>
      {!isEmpty && <Chart days={figures.days} locale={locale} />}
    </Card>
  )
}

/** Above the lists on the front page of the panel: what waits, what happened, what comes. */
export async function Dashboard({ payload, user, i18n }: ServerProps) {
  if (!user) return null
  const locale = LOCALES.find((known) => known === i18n.language) ?? DEFAULT_LOCALE
  const now = new Date()
  const figures = await readDashboard({ payload, user, locale, now })
  const admin = payload.config.routes.admin
  const hasDesk = Object.values(payload.config.admin.components.views ?? {}).some(
    (view) => view?.path === '/moderation',
  )
  const desk = hasDesk
    ? `${admin}/moderation`
    : `${admin}/collections/comments?where[status][equals]=pending&sort=createdAt`
  const shown = { figures, locale, admin, desk, now }
  return (
    <div
      style={{
        display: 'grid',
        gap: '1rem',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
        marginBottom: '2rem',
      }}
    >
      <Waiting {...shown} />
      <Busiest {...shown} />
      <Scheduled {...shown} />
      <Stuck {...shown} />
      <PerDay {...shown} />
    </div>
  )
}

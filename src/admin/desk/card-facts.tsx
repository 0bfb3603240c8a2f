import type { Card } from '../../desk/shapes.ts'
import type { Words } from './words.ts'

/** Who wrote it, when, why it waits, and what became of what they wrote before. */
export function CardFacts({
  card,
  name,
  age,
  words,
}: {
  card: Card
  name: string
  age: string
  words: Words
}) {
  const { writer, reasons } = card
  return (
    <div className="desk__who">
      <p>
        <b id={`name-${card.id}`}>{name}</b>
        {card.isStaff && <span className="desk__chip desk__chip--staff">{words.staff}</span>}{' '}
        <time dateTime={card.createdAt} title={card.createdAt.replace('T', ' ').slice(0, 16)}>
          {age}
        </time>
        {card.locale && <span className="desk__locale">{card.locale}</span>}
      </p>
      <p className="desk__quiet desk__history">
        <span className="desk__email">{card.email ?? '—'}</span>
        {writer && (
          <span className="desk__writer" title={words.writer}>
            <span className="desk__unseen">{words.writer}: </span>
            <span>✓ {writer.approved}</span> <span data-bad={writer.spam || undefined}>⚑ {writer.spam}</span>{' '}
            <span>
              ✕ {writer.trash}
              {writer.isMore && '+'}
            </span>
          </span>
        )}
      </p>
      <p className="desk__reasons">
        {card.isWithdrawn && <span className="desk__chip">{words.staysWithdrawn}</span>}
        {reasons.map(({ reason, detail, href }) => {
          const said = `${words.reasons[reason] ?? reason}${detail ? `: ${detail}` : ''}`
          // Also what the line has no room for.
          const title = `${words.why}: ${said}`
          return href ? (
            <a className="desk__chip" href={href} key={reason} title={title}>
              {said}
            </a>
          ) : (
            <span className="desk__chip" key={reason} title={title}>
              {said}
            </span>
          )
        })}
      </p>
    </div>
  )
}

import { memo, useState } from 'react'

import type { Card } from '../../desk/shapes.ts'
import { shortAge } from '../age.ts'
import { STATES } from '../moves/moves.ts'
import { CardFacts } from './card-facts.tsx'
import { CardMenu } from './card-menu.tsx'
import { CardReports } from './card-reports.tsx'
import type { Asked } from './desk.tsx'
import { FoldedText } from './folded-text.tsx'
import { conflictWords } from './messages.ts'
import type { Question } from './question.ts'
import type { Told } from './queue.ts'
import { ReplyForm } from './reply-form.tsx'
import type { Session } from './session.ts'
import { actWord, type Words } from './words.ts'

type Props = {
  card: Card
  told: Told | null
  isCurrent: boolean
  isSelected: boolean
  isUnfolded: boolean
  isReplying: boolean
  setReplying: (isReplying: boolean) => void
  session: Session
  ask: (filter: Partial<Question>) => void
  confirm: (kind: Asked['kind']) => void
  language: string
  now: number
  words: Words
}

/** One comment: who, where, what, why it waits, and where it may go. */
function PlainCard({ card, told, session, words, language, now, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { id } = card
  const name = card.name || words.anonymous
  const lang = card.locale ?? undefined
  return (
    <li>
      <article
        aria-labelledby={`name-${id}`}
        className="desk__card"
        data-current={props.isCurrent ? '' : undefined}
        data-selected={props.isSelected ? '' : undefined}
        id={`card-${id}`}
        onFocus={() => {
          if (!props.isCurrent) session.dispatch({ kind: 'at', id })
        }}
        tabIndex={props.isCurrent ? 0 : -1}
      >
        <label className="desk__tick">
          <input
            checked={props.isSelected}
            onChange={(event) => {
              const isRange = (event.nativeEvent as MouseEvent).shiftKey
              session.dispatch({ kind: isRange ? 'reach' : 'tick', id })
            }}
            type="checkbox"
          />
          <span className="desk__unseen">{words.select(name)}</span>
        </label>
        <CardFacts age={shortAge(card.createdAt, { language, now })} card={card} name={name} words={words} />
        <div className="desk__what">
          <p className="desk__where">
            {card.on.url ? (
              <a href={card.on.url} rel="noreferrer" target="_blank">
                {card.on.title}
              </a>
            ) : (
              <span>{card.on.title || '—'}</span>
            )}
            {card.answers && (
              <span className="desk__answers">
                {' '}
                ↳ {words.answers} <b>{card.answers.name || words.anonymous}</b>: {card.answers.excerpt}
              </span>
            )}
          </p>
          <FoldedText
            isUnfolded={props.isUnfolded}
            lang={lang}
            onToggle={() => session.dispatch({ kind: 'unfold', id })}
            text={card.text}
            words={words}
          />
          {card.reports && <CardReports reports={card.reports} words={words} />}
          {told && (
            <p className="desk__told" role="alert">
              {conflictWords({ now: { ...told, revision: card.revision } }, words)}{' '}
              <button
                className="desk__fold"
                onClick={() => session.dispatch({ kind: 'dismissed', id })}
                type="button"
              >
                {words.seen}
              </button>
            </p>
          )}
        </div>
        <div aria-label={words.actions} className="desk__acts" role="group">
          {card.reports && (
            <button
              className="desk__button desk__button--approved"
              onClick={() => void session.keep([id])}
              type="button"
            >
              {words.keep}
            </button>
          )}
          {STATES.filter((to) => to !== card.state).map((to) => (
            <button
              className={`desk__button desk__button--${to}`}
              disabled={card.isWithdrawn}
              key={to}
              onClick={() => session.move([id], to)}
              type="button"
            >
              {actWord(words, to)}
            </button>
          ))}
          {(card.state === 'pending' || card.state === 'approved') && (
            <button
              className="desk__button"
              disabled={card.isWithdrawn}
              onClick={() => props.setReplying(true)}
              type="button"
            >
              {words.reply}
            </button>
          )}
        </div>
        <button
          aria-expanded={isOpen}
          aria-label={words.menu}
          className="desk__button desk__menu"
          onClick={() => setOpen(!isOpen)}
          title={words.menu}
          type="button"
        >
          ⋯
        </button>
        {isOpen && (
          <CardMenu
            ask={props.ask}
            card={card}
            confirm={props.confirm}
            onOpenArticle={() => void session.close(card.on.key, false)}
            onTrash={(why) => session.move([id], 'trash', why)}
            words={words}
          />
        )}
        {props.isReplying && (
          <ReplyForm
            isWaiting={card.state === 'pending'}
            lang={lang}
            name={name}
            onClose={() => {
              props.setReplying(false)
              document.getElementById(`card-${id}`)?.focus()
            }}
            onSend={(text) => session.reply(card, text)}
            words={words}
          />
        )}
      </article>
    </li>
  )
}

/** Drawn again only when something of its own changed: a list of hundreds answers each key at once. */
export const CommentCard = memo(PlainCard, (a, b) =>
  (['card', 'told', 'isCurrent', 'isSelected', 'isUnfolded', 'isReplying', 'language', 'now'] as const).every(
    (name) => a[name] === b[name],
  ),
)

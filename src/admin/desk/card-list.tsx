import { useEffect, useRef } from 'react'

import { CommentCard } from './comment-card.tsx'
import type { Asked } from './desk.tsx'
import type { Question } from './question.ts'
import type { Desk } from './queue.ts'
import type { Session } from './session.ts'
import { useNow } from './use-now.ts'
import type { Words } from './words.ts'

/** The cards of a queue, or why there are none. The page of the next ones is asked when the end comes into sight. */
export function CardList({
  desk,
  session,
  question,
  ask,
  confirm,
  replyingTo,
  setReplyingTo,
  language,
  words,
}: {
  desk: Desk
  session: Session
  question: Question
  ask: (question: Question) => void
  confirm: (asked: Asked) => void
  replyingTo: string | null
  setReplyingTo: (id: string | null) => void
  language: string
  words: Words
}) {
  const list = useRef<HTMLOListElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  const now = useNow()
  const { current, phase } = desk

  // The focus follows the keyboard, also when the card that had it has left. Whoever types elsewhere keeps it.
  useEffect(() => {
    const focused = document.activeElement
    const isOurs = !focused || focused === document.body || list.current?.contains(focused)
    if (!current || !isOurs) return
    const card = document.getElementById(`card-${current}`)
    if (card && !card.contains(focused)) card.focus()
  }, [current])

  useEffect(() => {
    if (!end.current) return
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void session.more()
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [session, desk.next, desk.cards.length])

  if (phase === 'failed')
    return (
      <div className="desk__nothing" role="alert">
        <p>{words.failed}</p>
        <button className="desk__button" onClick={() => void session.ask(question)} type="button">
          {words.retry}
        </button>
      </div>
    )
  return (
    <>
      {desk.isAway && (
        <p className="desk__away" role="alert">
          {words.failed}
        </p>
      )}
      {desk.arrived > 0 && (
        <button className="desk__arrived" onClick={() => ask(question)} type="button">
          {words.arrived(desk.arrived)}
        </button>
      )}
      {
        phase === 'loading' && <p className="desk__nothing" role="status">{words.loading}</p> /* prettier-ignore */
      }
      {phase === 'ready' && !desk.cards.length && desk.next === null && (
        <p className="desk__nothing" role="status">
          {question.queue === 'waiting' ? words.empty : words.emptyElse}
        </p>
      )}
      {phase === 'ready' && (
        <ol aria-label={words.comments} className="desk__list" ref={list}>
          {desk.cards.map((card) => (
            <CommentCard
              ask={(filter) => ask({ ...question, ...filter })}
              card={card}
              confirm={(kind) => confirm({ kind, card })}
              isCurrent={card.id === current}
              isReplying={card.id === replyingTo}
              isSelected={desk.selection.ids.has(card.id)}
              isUnfolded={desk.unfolded.has(card.id)}
              key={card.id}
              language={language}
              now={now}
              session={session}
              setReplying={(isReplying) => setReplyingTo(isReplying ? card.id : null)}
              told={desk.told.get(card.id) ?? null}
              words={words}
            />
          ))}
        </ol>
      )}
      {phase === 'ready' && desk.next !== null && (
        <button
          className="desk__button desk__end"
          onClick={() => void session.more()}
          ref={end}
          type="button"
        >
          {words.loadMore}
        </button>
      )}
    </>
  )
}

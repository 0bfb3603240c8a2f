import { useConfig } from '@payloadcms/ui'

import { useState } from 'react'

import type { Card } from '../../desk/shapes.ts'
import { ThreatForm } from '../threats/form.tsx'
import type { Asked } from './desk.tsx'
import { EVERYTHING, type Question } from './question.ts'
import type { Words } from './words.ts'

/** What is done less often with a comment, its writer and its article. */
export function CardMenu({
  card,
  ask,
  confirm,
  onOpenArticle,
  onTrash,
  words,
}: {
  card: Card
  ask: (filter: Partial<Question>) => void
  confirm: (kind: Asked['kind']) => void
  onOpenArticle: () => void
  onTrash: (why: string) => void
  words: Words
}) {
  const { config } = useConfig()
  const [why, setWhy] = useState('')
  const { queue, ...nothing } = EVERYTHING
  return (
    <div className="desk__more">
      <a className="desk__button" href={`${config.routes.admin}/collections/comments/${card.id}`}>
        {words.open}
      </a>
      <button className="desk__button" onClick={() => ask({ ...nothing, on: card.on.key })} type="button">
        {words.onlyArticle}
      </button>
      {card.writer && (
        <>
          <button
            className="desk__button"
            onClick={() => ask({ ...nothing, sameWriterAs: card.id })}
            type="button"
          >
            {words.onlyWriter}
          </button>
          <button className="desk__button" onClick={() => confirm('approveWriter')} type="button">
            {words.approveWriter}
          </button>
        </>
      )}
      {!card.on.isClosed && card.on.title && (
        <button className="desk__button" onClick={() => confirm('closeArticle')} type="button">
          {words.closeArticle}
        </button>
      )}
      {card.on.isClosed && card.on.title && (
        <button className="desk__button" onClick={onOpenArticle} type="button">
          {words.openArticle}
        </button>
      )}
      {!card.isWithdrawn && (
        <ThreatForm className="desk__button" id={card.id} onSealed={() => ask({})} revision={card.revision} />
      )}
      {card.state !== 'trash' && !card.isWithdrawn && (
        <form
          className="desk__row"
          onSubmit={(event) => {
            event.preventDefault()
            if (why.trim()) onTrash(why.trim())
          }}
        >
          <input
            aria-label={words.reasonToWriter}
            className="desk__search"
            maxLength={500}
            onChange={(event) => setWhy(event.target.value)}
            placeholder={words.reasonToWriter}
            value={why}
          />
          <button className="desk__button" disabled={!why.trim()}>
            {words.trashWithReason}
          </button>
        </form>
      )}
    </div>
  )
}

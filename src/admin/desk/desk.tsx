'use client'

import './desk.css'

import { ConfirmationModal, useConfig, useModal, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { Card } from '../../desk/shapes.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CalmSwitch } from './calm-switch.tsx'
import { CardList } from './card-list.tsx'
import { Filters } from './filters.tsx'
import { Help } from './help.tsx'
import { Queues } from './queues.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useKeyboard } from './use-keyboard.ts'
import { useSession } from './use-session.ts'
import { deskWords } from './words.ts'

const CONFIRMING = 'desk-confirm'

/** What is asked before many comments are touched at once. */
export type Asked = { kind: 'approveWriter' | 'closeArticle'; card: Card }

/** The moderation desk. */
export function Desk() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = deskWords(i18n.language)
  const { session, ask, desk, question, done } = useSession({ api: config.routes.api, words })
  const [replyingTo, setReplyingTo] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const help = useRef<HTMLDialogElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const { openModal } = useModal()
  const { ids } = desk.selection

  useKeyboard({
    session,
    reply: setReplyingTo,
    search: () => search.current?.focus(),
    help: () => (help.current?.open ? help.current.close() : help.current?.showModal()),
  })

  function confirm(what: Asked) {
    setAsked(what)
    openModal(CONFIRMING)
  }

  async function act() {
    if (asked?.kind === 'approveWriter') await session.approveWriter(asked.card.id)
    if (asked?.kind === 'closeArticle') await session.close(asked.card.on.key)
  }

  return (
    <main className="desk" data-phase={desk.phase}>
      <header className="desk__head">
        <h1>{words.desk}</h1>
        <Queues
          counts={desk.counts}
          onChoose={(queue) => ask({ ...question, queue, reason: '' })}
          queue={question.queue}
          words={words}
        />
        <CalmSwitch calm={desk.calm} onSet={(calm) => session.setCalm(calm)} words={words} />
        <button
          aria-label={words.help}
          className="desk__button desk__help"
          onClick={() => help.current?.showModal()}
          title={words.help}
          type="button"
        >
          ?
        </button>
      </header>
      <div className="desk__tools">
        <label className="desk__tick">
          <input
            checked={desk.cards.length > 0 && desk.cards.every(({ id }) => ids.has(id))}
            disabled={!desk.cards.length}
            onChange={() => session.dispatch({ kind: 'tickAll' })}
            type="checkbox"
          />
          <span className="desk__unseen">{words.selectAll}</span>
        </label>
        {ids.size > 0 ? (
          <BulkBar
            many={ids.size}
            onClear={() => session.dispatch({ kind: 'untick' })}
            onKeep={() => void session.keep(ids)}
            onMove={(to) => session.move(ids, to)}
            queue={question.queue}
            words={words}
          />
        ) : (
          <Filters ask={ask} question={question} search={search} words={words} />
        )}
      </div>
      <CardList
        ask={ask}
        confirm={confirm}
        desk={desk}
        language={i18n.language}
        question={question}
        replyingTo={replyingTo}
        session={session}
        setReplyingTo={setReplyingTo}
        words={words}
      />
      <UndoBar done={done} onUndo={() => session.undo()} words={words} />
      <Help dialog={help} words={words} />
      <ConfirmationModal
        body={
          asked?.kind === 'closeArticle'
            ? words.closeArticleAsk(asked.card.on.title)
            : words.approveWriterAsk(asked?.card.name || words.anonymous)
        }
        cancelLabel={words.cancel}
        confirmLabel={asked?.kind === 'closeArticle' ? words.closeArticle : words.approveWriter}
        heading={asked?.kind === 'closeArticle' ? words.closeArticle : words.approveWriter}
        modalSlug={CONFIRMING}
        onConfirm={act}
      />
    </main>
  )
}

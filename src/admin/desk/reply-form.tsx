import { useEffect, useRef, useState } from 'react'

import { COMMENT_LIMITS } from '../../contract/comments.ts'
import type { Words } from './words.ts'

/** An answer in the name of the newsroom, which approves what it answers. Ctrl+Enter sends, Escape leaves. */
export function ReplyForm({
  name,
  isWaiting,
  lang,
  onSend,
  onClose,
  words,
}: {
  name: string
  isWaiting: boolean
  lang: string | undefined
  onSend: (text: string) => Promise<boolean>
  onClose: () => void
  words: Words
}) {
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function send() {
    if (isBusy || !text.trim()) return
    setBusy(true)
    const isSent = await onSend(text)
    setBusy(false)
    if (isSent) onClose()
  }

  return (
    <form
      className="desk__reply"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <textarea
        aria-label={words.replyTo(name)}
        lang={lang}
        maxLength={COMMENT_LIMITS.body}
        onChange={(event) => setText(event.target.value)}
        placeholder={words.replyTo(name)}
        ref={field}
        rows={3}
        value={text}
      />
      <div className="desk__row">
        <button className="desk__button desk__button--approved" disabled={isBusy || !text.trim()}>
          {isWaiting ? words.replyAndApprove : words.reply}
        </button>
        <button className="desk__button" onClick={onClose} type="button">
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

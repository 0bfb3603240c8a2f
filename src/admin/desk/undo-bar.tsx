import { useEffect, useState } from 'react'

import type { Card } from '../../desk/shapes.ts'
import { type Done, UNDO_LASTS, undoable } from './undo.ts'
import type { Words } from './words.ts'

/** What was moved last, and the way back, while that is open. */
export function UndoBar({
  done,
  onUndo,
  words,
}: {
  done: readonly Done<Card>[]
  onUndo: () => void
  words: Words
}) {
  const [now, setNow] = useState(() => Date.now())
  const last = done.at(-1)
  useEffect(() => {
    setNow(Date.now())
    if (!last) return
    const timer = setTimeout(() => setNow(Date.now()), last.at + UNDO_LASTS - Date.now() + 10)
    return () => clearTimeout(timer)
  }, [last])
  const shown = undoable(done, now)
  return (
    <div className="desk__undo" data-open={shown ? '' : undefined} role="status">
      {shown && (
        <>
          {shown.reply ? words.replied : words.moved(shown.ids.length, words[shown.to])}
          <button className="desk__button" onClick={onUndo} type="button">
            {words.undo} <kbd>u</kbd>
          </button>
        </>
      )}
    </div>
  )
}

import { useLayoutEffect, useRef, useState } from 'react'

import type { Words } from './words.ts'

/** A text of at most four lines, and the way to the rest of it. */
export function FoldedText({
  text,
  lang,
  isUnfolded,
  onToggle,
  words,
}: {
  text: string
  lang: string | undefined
  isUnfolded: boolean
  onToggle: () => void
  words: Words
}) {
  const element = useRef<HTMLParagraphElement>(null)
  const [isLong, setLong] = useState(false)
  useLayoutEffect(() => {
    const box = element.current
    if (!box || isUnfolded) return
    const measure = () => setLong(box.scrollHeight > box.clientHeight + 1)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [text, isUnfolded])
  return (
    <div className="desk__body">
      <p className="desk__text" data-unfolded={isUnfolded ? '' : undefined} lang={lang} ref={element}>
        {text}
      </p>
      {(isLong || isUnfolded) && (
        <button aria-expanded={isUnfolded} className="desk__fold" onClick={onToggle} type="button">
          {isUnfolded ? words.less : words.more}
        </button>
      )}
    </div>
  )
}

import type { Queue } from '../../desk/shapes.ts'
import { STATES, type State } from '../moves.ts'
import { actWord, type Words } from './words.ts'

/** What to do with all that is ticked. */
export function BulkBar({
  many,
  queue,
  onMove,
  onClear,
  words,
}: {
  many: number
  queue: Queue
  onMove: (to: State) => void
  onClear: () => void
  words: Words
}) {
  const here = queue === 'waiting' || queue === 'held' ? 'pending' : queue
  return (
    <div aria-label={words.actions} className="desk__bulk" role="toolbar">
      <span aria-live="polite">{words.selected(many)}</span>
      {STATES.filter((to) => to !== here).map((to) => (
        <button
          className={`desk__button desk__button--${to}`}
          key={to}
          onClick={() => onMove(to)}
          type="button"
        >
          {actWord(words, to)}
        </button>
      ))}
      <button className="desk__button" onClick={onClear} type="button">
        {words.cancel}
      </button>
    </div>
  )
}

import type { Queue } from '../../desk/shapes.ts'
import { STATES, type State } from '../moves/moves.ts'
import { actWord, type Words } from './words.ts'

/** What to do with all that is ticked. */
export function BulkBar({
  many,
  queue,
  onKeep,
  onMove,
  onClear,
  words,
}: {
  many: number
  queue: Queue
  onKeep: () => void
  onMove: (to: State) => void
  onClear: () => void
  words: Words
}) {
  const here =
    ({ waiting: 'pending', held: 'pending', reported: 'approved' } as const)[queue as 'held'] ?? queue
  return (
    <div aria-label={words.actions} className="desk__bulk" role="toolbar">
      <span aria-live="polite">{words.selected(many)}</span>
      {queue === 'reported' && (
        <button className="desk__button desk__button--approved" onClick={onKeep} type="button">
          {words.keep}
        </button>
      )}
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

import { type Counts, QUEUES, type Queue } from '../../desk/shapes.ts'
import type { Words } from './words.ts'

/** The queues, each with how many are in it. */
export function Queues({
  counts,
  queue,
  onChoose,
  words,
}: {
  counts: Counts | null
  queue: Queue
  onChoose: (queue: Queue) => void
  words: Words
}) {
  return (
    <nav aria-label={words.queues} className="desk__queues">
      {QUEUES.map((one) => (
        <button
          aria-current={one === queue ? 'page' : undefined}
          className="desk__queue"
          data-queue={one}
          key={one}
          onClick={() => onChoose(one)}
          type="button"
        >
          {words[one]} <span className="desk__count">{counts ? counts[one] : '…'}</span>
        </button>
      ))}
    </nav>
  )
}

import type { MoveResult } from '../../desk/shapes.ts'
import type { Message } from './session.ts'
import type { Words } from './words.ts'

/** Who was first, and what has become of it. */
export function conflictWords(
  result: Pick<MoveResult & { outcome: 'conflict' }, 'now'> | null,
  words: Words,
): string {
  if (!result) return words.conflict(words.gone, '')
  const { state, lastMove } = result.now
  const by = lastMove?.by === 'writer' ? words.itsWriter : lastMove?.by === 'system' ? '' : lastMove?.by
  return words.conflict(words[state], by ?? '')
}

/** A message of the session in words. */
export function messageOf(message: Message, words: Words): { isGood: boolean; text: string } {
  switch (message.kind) {
    case 'conflict': {
      const [first] = message.results
      const many = message.results.length
      if (many > 1) return { isGood: false, text: words.conflicts(many) }
      return { isGood: false, text: conflictWords(first && 'now' in first ? first : null, words) }
    }
    case 'notSent':
      return { isGood: false, text: words.notSent(message.many) }
    case 'approved':
      return { isGood: true, text: words.moved(message.many, words.approved) }
    case 'reportedAgain':
      return { isGood: false, text: words.reportedAgain }
    case 'refused':
      return { isGood: false, text: message.message ?? words.refused }
    case 'away':
      return { isGood: false, text: words.failed }
    case 'nothingToUndo':
      return { isGood: false, text: words.nothingToUndo }
    default:
      return { isGood: true, text: words[message.kind] }
  }
}

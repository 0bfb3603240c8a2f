import type { MoveResult } from '../../desk/shapes.ts'
import type { Message } from './session.ts'
import type { Words } from './words.ts'

type Because = (MoveResult & { outcome: 'illegal' })['because']

/** Why a move was not made: who was first and what has become of it, or what the comment is kept from. */
export function conflictWords(
  result: (Pick<MoveResult & { outcome: 'conflict' }, 'now'> & { because?: Because | undefined }) | null,
  words: Words,
): string {
  if (!result) return words.conflict(words.gone, '')
  if (result.because === 'nothing-to-undo') return words.nothingToUndo
  if (result.because === 'illegal') return words.refused
  if (result.because) return words.locked[result.because]
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
      // Each says on its card why; together, that somebody was first is said only where it is so of all.
      if (many > 1) {
        const isLocked = message.results.some(({ outcome }) => outcome === 'illegal')
        return { isGood: false, text: isLocked ? words.notMoved(many) : words.conflicts(many) }
      }
      return { isGood: false, text: conflictWords(first && 'now' in first ? first : null, words) }
    }
    case 'locked':
      return { isGood: false, text: words.locked[message.because] }
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

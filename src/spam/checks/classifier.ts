import type { Check } from '../check.ts'
import { score, showsWares } from '../model.ts'

/** Chosen with `npm run bench:spam`, where no comment is judged by a model that has seen it. */
const SPAM = 0.95
const HOLD = 0.8

/**
 * Whether it is like what moderators of this site called spam. Alone it calls spam only what also shows wares; a help line
 * has the words of those who sell, and waits. Detail: the words that told most.
 */
export const classifier: Check = (written, { model }) => {
  const found = model && score(model, written)
  if (!found || found.spam < HOLD) return null
  return {
    verdict: found.spam >= SPAM && showsWares(written) ? 'spam' : 'hold',
    reason: 'classifier',
    detail: found.words.join(', ').slice(0, 100),
  }
}

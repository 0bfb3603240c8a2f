import type { Check } from '../check.ts'
import { contactsIn, hasContact } from '../contacts.ts'
import { hasMoney } from '../money.ts'
import { findOwn, type Found, findWords } from '../wordlists.ts'

/** What is found adds up: see `weigh`. Chosen with `npm run bench:spam`. */
const SPAM = 3
const HOLD = 2
const MOST_COUNTED = 3

/**
 * One sure phrase waits, two are spam. A topic is what honest people write about as well, so topics alone, however
 * many, let nothing wait; what turns them into spam is an offer and a place to go. An offer that names a sum and a place is one
 * whatever it is about.
 */
function weigh({ sure, topics, offers }: Found, hasPlace: boolean, hasSum: boolean) {
  const isPriced = offers.length > 0 && hasSum
  if (!sure.length && !topics.length && !(isPriced && hasPlace)) return 0
  const some = (list: unknown[]) => 0.5 * Math.min(list.length, MOST_COUNTED)
  return 2 * sure.length + some(topics) + some(offers) + (hasPlace ? 1 : 0) + (isPriced ? 0.5 : 0)
}

/** The words of spam, of the lists here and of the site's own. Insults are no spam. */
export const words: Check = ({ name, url, body }, { holdWords, spamWords }) => {
  const text = `${name}\n${url ?? ''}\n${body}`
  const found = findWords(text)
  const contacts = contactsIn(`${name}\n${body}`)
  const score = weigh(found, hasContact(contacts) || contacts.isInviting, hasMoney(body))
  const [spam, hold] = [findOwn(spamWords, text), findOwn(holdWords, text)]
  const verdict = spam || score >= SPAM ? 'spam' : hold || score >= HOLD ? 'hold' : null
  if (!verdict) return null
  const named = [spam, hold].flatMap((one) => one ?? [])
  const detail = [...named, ...found.sure, ...found.topics, ...found.offers].map(({ written }) => written)
  return { verdict, reason: 'words', detail: detail.join(', ').slice(0, 100) }
}

import type { Check, Known } from '../check.ts'

const PLACES = ['writer', 'network', 'article', 'site'] as const satisfies (keyof Known['lately'])[]

/** More in an hour than people write: from one writer, one network, on one article, or anywhere. */
export const flood: Check = (_, { lately, most }) => {
  const found = PLACES.filter((place) => most && most[place] > 0 && lately[place] >= most[place])
  if (!found.length) return null
  return {
    verdict: 'hold',
    reason: 'flood',
    detail: found.map((place) => `${place} ${lately[place]}`).join(', '),
  }
}

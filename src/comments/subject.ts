import type { Payload } from 'payload'

import type { Openness, SiteRules } from '../content/discussion.ts'
import { findMovedId } from '../content/moved.ts'
import { findSubject, findSubjectById, type Subject } from '../content/subject-store.ts'
import type { Locale } from '../contract/index.ts'
import { dayIn } from '../platform/day.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import type { Uses } from '../platform/tags.ts'

/** How a page is named in the public API: `posts/<slug>`. */
export const nameOf = ({ type, slug }: Pick<Subject, 'type' | 'slug'>) => `${type}/${slug}`

export function splitOn(on: string): { type: 'posts' | 'events'; slug: string } {
  const [type, slug = ''] = on.split('/')
  return { type: type as 'posts' | 'events', slug }
}

/**
 * What is commented on.
 * @throws Refusal `not-found` where there is no such page, or it is not public.
 */
export async function requireSubject({
  on,
  ...rest
}: {
  payload: Payload
  on: string
  now: Date
  uses?: Uses
}): Promise<Subject> {
  const subject = await findSubject({ ...rest, ...splitOn(on) })
  if (!subject) throw new Refusal('not-found')
  return subject
}

type Asked = { payload: Payload; on: string; now: Date; uses: Uses }

/** What is commented on, also by a slug it had before; null where there is no such page, or it is not public. */
export async function followSubject({ on, ...rest }: Asked): Promise<Subject | null> {
  const { type, slug } = splitOn(on)
  const subject = await findSubject({ ...rest, type, slug })
  if (subject) return subject
  const id = await findMovedId({ ...rest, kind: type, slug })
  return id === null ? null : findSubjectById({ ...rest, type, id })
}

/** What the site says to readers while it holds every comment back; where it is closed, that is its reason. */
export const heldNotice = ({ state, message }: SiteRules): string | null =>
  state === 'held' ? message : null

/** Why a page takes no comments, in words for readers; days are those of the server's clocks. */
export function closedReason({
  openness,
  site,
  locale,
}: {
  openness: Openness
  site: SiteRules
  locale: Locale
}): string | null {
  if (openness.isOpen) return null
  if (openness.because === 'closed-everywhere' && site.message) return site.message
  return word(openness.because, locale, 'since' in openness ? { day: dayIn(locale, openness.since) } : {})
}

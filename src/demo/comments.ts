import type { Payload } from 'payload'
import { v7 as uuid } from 'uuid'

import { keepComment } from '../comments/store.ts'
import { hoursAgo } from './calendar.ts'
import { type CommentEntry, COMMENTS } from './texts/comments.ts'
import type { EventKey } from './texts/events.ts'
import type { PostKey } from './texts/posts.ts'
import { keepAll, system } from './languages.ts'

type Subjects = { events: Record<EventKey, string>; posts: Record<PostKey, string> }

const subjectOf = ({ on, events, posts }: Subjects & Pick<CommentEntry, 'on'>) =>
  on.type === 'events' ? { type: on.type, id: events[on.name] } : { type: on.type, id: posts[on.name] }

/** Puts the comments in as readers send them, and approves most; the rest waits for whoever opens the panel. */
export async function keepComments({
  payload,
  now,
  ...subjects
}: Subjects & { payload: Payload; now: Date }) {
  const kept = new Map<string, { id: string; root: string; depth: number }>()
  return keepAll(COMMENTS, async ({ on, answers, isWaiting, ...entry }, key) => {
    const writtenAt = hoursAgo({ now, hours: entry.hoursAgo })
    // Threads are read in the order of these ids, so an id is of the same moment as its comment.
    const id = uuid({ msecs: writtenAt.getTime() })
    const answered = answers ? kept.get(answers) : null
    if (answered === undefined)
      throw new Error(`A demonstration comment answers ${answers}, which is not there.`)
    kept.set(key, { id, root: answered?.root ?? id, depth: answered ? answered.depth + 1 : 0 })
    await keepComment({
      payload,
      id,
      subject: subjectOf({ on, ...subjects }),
      answered,
      values: {
        name: entry.name,
        email: entry.email,
        url: entry.url ?? null,
        body: entry.body,
        notify: 'none',
      },
      locale: entry.locale,
      status: 'pending',
      reasons: ['everyone'],
      now: writtenAt,
    })
    const data = { createdAt: writtenAt.toISOString(), ...(!isWaiting && { status: 'approved' as const }) }
    return payload.update({ collection: 'comments', id, data, ...system })
  })
}

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

import { localesOf } from '../content/locales.ts'
import { COMMENT_STATES, type Locale } from '../contract/index.ts'
import { vault } from '../platform/crypto.ts'
import { part } from '../platform/parts.ts'
import { countEach, idAt } from '../platform/recent.ts'
import { findRows, readRows } from '../platform/rows.ts'
import { tag } from '../platform/tags.ts'
import type { Known } from './check.ts'
import { digestOfText } from './checks/repeated.ts'
import { SAME_TEXT_DAYS, type SpamRules, toRules } from './rules.ts'

const system = { depth: 0, overrideAccess: true } as const
const HOUR = 60 * 60_000
const SAME_TEXT_WITHIN = SAME_TEXT_DAYS * 24 * HOUR

/** Equal for texts that are the same to the check for repeats. */
export const textMarkOf = (body: string) => vault.index('text', digestOfText(body))

/** The site's own rules; a change holds at once. */
export const readSpamRules = ({ payload }: { payload: Payload }): Promise<SpamRules> =>
  part({ payload, key: 'spam rules' }, async (own) => {
    own.add(tag.global('spam'))
    return toRules(await payload.findGlobal({ slug: 'spam', ...system }))
  })

/** Names that nobody else should write under: of those who work here, and of authors. New ones count within ten minutes. */
export const readStaffNames = ({ payload }: { payload: Payload }): Promise<string[]> =>
  part({ payload, key: 'spam staff names' }, async () => {
    const users = await payload.find({
      collection: 'users',
      where: { role: { not_equals: 'frontend' } },
      select: { name: true },
      limit: 0,
      pagination: false,
      ...system,
    })
    const authors = await authorsOf(payload)
    const people = authors.length
      ? await payload.find({
          collection: 'people',
          where: { id: { in: authors } },
          select: { name: true },
          locale: 'all',
          limit: 0,
          pagination: false,
          ...system,
        })
      : { docs: [] }
    const localised = people.docs.flatMap(({ name }) =>
      Object.values((name ?? {}) as unknown as Record<string, string>),
    )
    return [...new Set([...users.docs.map(({ name }) => name), ...localised].filter(Boolean))]
  })

/** The people who are an author of an article. */
async function authorsOf(payload: Payload): Promise<string[]> {
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    return (await collections['posts']!.collection.distinct('authors')).map(String)
  }
  const rows = await readRows({
    payload,
    sql: `SELECT DISTINCT "people_id" FROM "posts_rels" WHERE "path" = 'authors' AND "people_id" IS NOT NULL`,
    args: [],
  })
  return rows.map(([id]) => String(id))
}

/** In which languages an article or event is there. */
export const readLanguages = ({
  payload,
  type,
  id,
}: {
  payload: Payload
  type: 'posts' | 'events'
  id: string
}): Promise<Locale[]> =>
  part({ payload, key: `spam languages ${type}/${id}` }, async (own) => {
    own.add(tag.doc(type, id))
    return localesOf(await titleOf({ payload, type, id }))
  })

/** A title in all languages it is written in. */
async function titleOf({ payload, type, id }: { payload: Payload; type: 'posts' | 'events'; id: string }) {
  if (payload.db.name === 'mongoose') {
    const { collections } = payload.db as unknown as MongooseAdapter
    const doc = await collections[type]!.findById(id, { title: 1 }).lean<{ title?: unknown }>()
    return doc?.title
  }
  return Object.fromEntries(
    await readRows({
      payload,
      sql: `SELECT _locale, title FROM ${type}_locales WHERE _parent_id = ?`,
      args: [id],
    }),
  )
}

export type Marks = { writer: string | null; network: string; text: string }

/**
 * How much came lately like this: of the same text in a week, of all else in an hour. All of it is counted in indexes.
 * @param most how far is counted
 */
export async function countLately({
  payload,
  marks,
  thread,
  most,
  now,
}: {
  payload: Payload
  marks: Marks
  thread: string
  most: number
  now: Date
}): Promise<Pick<Known, 'sameText' | 'lately'>> {
  const hourAgo = idAt(new Date(now.getTime() - HOUR))
  const weekAgo = idAt(new Date(now.getTime() - SAME_TEXT_WITHIN))
  const marked = (where: Record<string, string>, after = hourAgo) => [
    { collection: 'comment-private' as const, where, idField: 'comment', after },
  ]
  const commented = (where: Record<string, string>) => ({
    collection: 'comments' as const,
    where,
    idField: 'id',
    after: hourAgo,
  })
  const questions = {
    sameText: marked({ textMark: marks.text }, weekAgo),
    // A network nobody knows is no network.
    network: marks.network === 'unknown' ? [] : marked({ network: marks.network }),
    writer: marks.writer === null ? [] : marked({ writer: marks.writer }),
    // By state, as the index has it.
    article: COMMENT_STATES.map((status) => commented({ thread, status })),
    site: [commented({})],
  }
  const counts = await countEach({ payload, most, questions: Object.values(questions).flat() })
  const taken = (kind: keyof typeof questions) =>
    counts.splice(0, questions[kind].length).reduce((sum, count) => sum + count, 0)
  // In the order in which it was asked.
  const sameText = taken('sameText')
  const [network, writer, article, site] = [
    taken('network'),
    taken('writer'),
    taken('article'),
    taken('site'),
  ]
  return { sameText, lately: { network, writer, article, site } }
}

/** The marks that are kept with a comment; null where there are none. */
export async function readMarks({
  payload,
  comment,
}: {
  payload: Payload
  comment: string
}): Promise<{ writer: string | null; textMark: string | null } | null> {
  const [row] = await findRows({
    payload,
    collection: 'comment-private',
    fields: ['writer', 'textMark'],
    where: { equals: { comment } },
    order: { by: 'comment', isDescending: false },
    limit: 1,
  })
  return row
    ? { writer: (row.writer as string | null) ?? null, textMark: (row.textMark as string | null) ?? null }
    : null
}

/** Keeps the mark of a text that its writer has changed. */
export async function keepTextMark({
  payload,
  comment,
  mark,
}: {
  payload: Payload
  comment: string
  mark: string
}) {
  await payload.update({
    collection: 'comment-private',
    where: { comment: { equals: comment } },
    data: { textMark: mark },
    ...system,
  })
}

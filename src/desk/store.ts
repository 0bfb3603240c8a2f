import { setImmediate } from 'node:timers/promises'

import type { Payload, PayloadRequest, Where } from 'payload'

import { KEPT, type Kept, withMoves } from '../comments/bulk-store.ts'
import { readAddresses } from '../comments/store.ts'
import { COMMENT_STATES, type CommentState, type Locale, type SubjectType } from '../contract/index.ts'
import type { Event, Post } from '../payload-types.ts'
import { countByValue } from '../platform/database.ts'
import { findRows, type Terms } from '../platform/rows.ts'

const system = { depth: 0, overrideAccess: true } as const
const collection = 'comments'

/** How far back the history of a writer is counted. */
const HISTORY = 200
/** The most comments of one writer that a filter looks at. */
const MOST_OF_WRITER = 5000
const MOST_OF_AUTHOR = 5000

export type Page = {
  where: Terms
  /** The column that gives the order; no two rows have the same in it. */
  by?: 'id' | 'reportedAt'
  isDescending: boolean
  limit: number
}

/** How many comments are looked through at a time for a word: meanwhile the embedded database answers nobody. */
const WINDOW = 2000

/** A page of comments; `limit + 1` where there are more. */
export async function findPage({
  payload,
  page,
  windowSize = WINDOW,
}: {
  payload: Payload
  page: Page
  windowSize?: number
}): Promise<Kept[]> {
  const { where, by = 'id', isDescending, limit } = page
  const question = { payload, collection, order: { by, isDescending } } as const
  if (!where.contains?.some(({ words }) => words.length)) {
    const rows = await findRows({ ...question, fields: KEPT, where, limit: limit + 1 })
    return withMoves({ payload, rows })
  }
  const found: Record<string, unknown>[] = []
  const { contains, ...others } = where
  for (let { beyond } = where; ;) {
    const window = await findRows({
      ...question,
      fields: [by],
      where: { ...others, ...(beyond && { beyond }) },
      limit: windowSize,
    })
    const last = window.at(-1)
    if (!last) break
    const rows = await findRows({
      ...question,
      fields: KEPT,
      where: {
        ...others,
        contains,
        ...(beyond && { beyond }),
        upTo: { field: by, value: String(last[by]), isDescending },
      },
      limit: limit + 1 - found.length,
    })
    found.push(...rows)
    if (found.length > limit || window.length < windowSize) break
    beyond = { field: by, value: String(last[by]), isDescending }
    // Others first.
    await setImmediate()
  }
  return withMoves({ payload, rows: found })
}

/** How many comments there are of each state, how many of those that wait are held, and how many are reported; from indexes alone. */
export async function tally({
  payload,
}: {
  payload: Payload
}): Promise<{ states: Map<CommentState, number>; held: number; reported: number }> {
  const states = await countByValue({
    payload,
    collection,
    field: 'status',
    values: [...COMMENT_STATES],
    where: {},
  })
  const { totalDocs } = await payload.db.count({
    collection,
    where: { and: [{ status: { equals: 'pending' } }, { isHeld: { equals: true } }] },
  })
  const { totalDocs: reported } = await payload.db.count({
    collection,
    where: { reportedAt: { exists: true } },
  })
  return { states: states as Map<CommentState, number>, held: totalDocs, reported }
}

/** When the oldest that waits was written. */
export async function oldestWaiting({ payload }: { payload: Payload }): Promise<string | null> {
  const [row] = await findRows({
    payload,
    collection,
    fields: ['createdAt'],
    where: { equals: { status: 'pending' } },
    order: { by: 'id', isDescending: false },
    limit: 1,
  })
  return row ? String(row.createdAt) : null
}

/** The marks of the writers of comments; of those without an address, none. */
export async function writersOf({ payload, ids }: { payload: Payload; ids: string[] }) {
  if (!ids.length) return new Map<string, string>()
  const rows = await findRows({
    payload,
    collection: 'comment-private',
    fields: ['comment', 'writer'],
    where: { isOneOf: { comment: ids }, isFilled: ['writer'] },
    order: { by: 'comment', isDescending: false },
  })
  return new Map(rows.map(({ comment, writer }) => [String(comment), String(writer)]))
}

/** The comments of one writer. */
export async function idsOfWriter({
  payload,
  writer,
  limit = MOST_OF_WRITER,
}: {
  payload: Payload
  writer: string
  limit?: number
}): Promise<string[]> {
  const rows = await findRows({
    payload,
    collection: 'comment-private',
    fields: ['comment'],
    where: { equals: { writer } },
    order: { by: 'comment', isDescending: true },
    limit,
  })
  return rows.map(({ comment }) => String(comment))
}

export type History = { states: CommentState[]; isMore: boolean }

/** The states of what writers wrote last, the newest 200 of each. */
export async function historiesOf({ payload, writers }: { payload: Payload; writers: string[] }) {
  const ids = new Map<string, string[]>()
  for (const writer of writers) ids.set(writer, await idsOfWriter({ payload, writer, limit: HISTORY + 1 }))
  const states = await statesOf({ payload, ids: [...ids.values()].flat() })
  return new Map<string, History>(
    [...ids].map(([writer, all]) => [
      writer,
      {
        states: all.slice(0, HISTORY).flatMap((id) => states.get(id) ?? []),
        isMore: all.length > HISTORY,
      },
    ]),
  )
}

async function statesOf({ payload, ids }: { payload: Payload; ids: string[] }) {
  if (!ids.length) return new Map<string, CommentState>()
  const rows = await findRows({
    payload,
    collection,
    fields: ['id', 'status'],
    where: { isOneOf: { id: ids } },
    order: { by: 'id', isDescending: false },
  })
  return new Map(rows.map(({ id, status }) => [String(id), status as CommentState]))
}

export type Answered = { id: string; name: string; body: string; status: CommentState }

export async function findAnswered({ payload, ids }: { payload: Payload; ids: string[] }) {
  if (!ids.length) return new Map<string, Answered>()
  const rows = await findRows({
    payload,
    collection,
    fields: ['id', 'name', 'body', 'status'],
    where: { isOneOf: { id: ids } },
    order: { by: 'id', isDescending: false },
  })
  return new Map(rows.map((row) => [String(row.id), row as Answered]))
}

/** Addresses, opened; only ever shown masked. */
export const addressesOf = ({ payload, ids }: { payload: Payload; ids: string[] }) =>
  readAddresses({ payload, ids })

export type SubjectRow = Pick<
  Post | Event,
  'id' | 'slug' | 'title' | '_status' | 'publishedAt' | 'comments' | 'sourceLanguage'
>

/** What comments stand on, whether or not it is public, in all languages; by thread. */
export async function findSubjects({ payload, threads }: { payload: Payload; threads: string[] }) {
  const found = new Map<string, SubjectRow>()
  for (const type of ['posts', 'events'] as SubjectType[]) {
    const ids = threads.filter((key) => key.startsWith(`${type}/`)).map((key) => key.slice(type.length + 1))
    if (!ids.length) continue
    const { docs } = await payload.find({
      collection: type,
      where: { id: { in: ids } },
      select: {
        title: true,
        slug: true,
        _status: true,
        publishedAt: true,
        comments: true,
        sourceLanguage: true,
      },
      locale: 'all',
      limit: ids.length,
      pagination: false,
      ...system,
    })
    for (const doc of docs) found.set(`${type}/${doc.id}`, doc)
  }
  return found
}

/** Whose a page is: an article is its authors', an event of those who speak there. */
const BELONGS_TO: Record<SubjectType, (person: string) => Where> = {
  posts: (person) => ({ authors: { in: [person] } }),
  events: (person) => ({
    or: ['speakers.person', 'agenda.speakers'].map((path): Where => ({ [path]: { in: [person] } })),
  }),
}

/** The threads of the articles that a person wrote, and of the events where that person speaks. */
export async function threadsOfAuthor({ payload, author }: { payload: Payload; author: string }) {
  const threadsOf = async (collection: SubjectType) => {
    const { docs } = await payload.find({
      collection,
      where: BELONGS_TO[collection](author),
      select: {},
      limit: MOST_OF_AUTHOR,
      pagination: false,
      ...system,
    })
    return docs.map(({ id }) => `${collection}/${id}`)
  }
  return (await Promise.all((['posts', 'events'] as const).map(threadsOf))).flat()
}

/** What waits of the given comments, the oldest first. */
export async function findPending({
  payload,
  ids,
}: {
  payload: Payload
  ids: string[]
}): Promise<{ id: string; revision: number }[]> {
  if (!ids.length) return []
  const rows = await findRows({
    payload,
    collection,
    fields: ['id', 'revision'],
    where: { equals: { status: 'pending' }, isOneOf: { id: ids } },
    order: { by: 'id', isDescending: false },
  })
  return rows.map(({ id, revision }) => ({ id: String(id), revision: Number(revision ?? 0) }))
}

/** Keeps an answer by staff, in the transaction of the request; what follows from a published comment follows. */
export async function keepReply({
  id,
  kept,
  body,
  locale,
  name,
  req,
}: {
  id: string
  kept: Kept
  body: string
  locale: Locale
  name: string
  req: PayloadRequest
}) {
  const [relationTo, value] = kept.thread.split('/')
  await req.payload.create({
    collection,
    data: {
      id,
      on: { relationTo: relationTo as SubjectType, value: value! },
      parent: kept.id,
      name,
      body,
      locale,
      status: 'approved',
      isStaff: true,
    },
    req,
    ...system,
  })
}

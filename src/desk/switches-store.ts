import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload, PayloadRequest } from 'payload'

import { type Locale, LOCALES, type SubjectType } from '../contract/index.ts'
import { clientOf, sessionOf } from '../platform/rows.ts'
import type { Calm } from './shapes.ts'

const slug = 'discussion'
const system = { depth: 0, overrideAccess: true } as const

type Kept = { state?: Calm['state']; message?: Partial<Record<Locale, string | null>> | null }

export const findDiscussion = async ({ payload }: { payload: Payload }): Promise<Kept> =>
  (await payload.findGlobal({ slug, locale: 'all', ...system })) as unknown as Kept

/** The rules of the discussion as the desk sets them, in the transaction of a request; by whoever moderates. */
export async function keepDiscussion({ calm, req }: { calm: Calm; req: PayloadRequest }) {
  // One after the other: with all of them at once, Payload takes no message back.
  for (const locale of LOCALES) {
    await req.payload.updateGlobal({
      slug,
      data: { state: calm.state, message: calm.message[locale] },
      locale,
      // A copy, because an operation gives its own language to the request it is part of.
      req: { ...req },
      ...system,
    })
  }
}

/**
 * Sets whether an article or event takes comments, and nothing else: in the document, and in its newest version, from
 * which the panel goes on. Past Payload, which would publish a draft together with it.
 */
export async function setOpenness({
  kind,
  id,
  state,
  req,
}: {
  kind: SubjectType
  id: string
  state: 'open' | 'closed'
  req: PayloadRequest
}) {
  const { payload } = req
  if (payload.db.name === 'mongoose') {
    const { collections, versions } = payload.db as unknown as MongooseAdapter
    const options = { ...(await sessionOf({ payload, req })), timestamps: false }
    const row = await collections[kind]!.findOneAndUpdate(
      { _id: id },
      { $set: { 'comments.state': state } },
      options,
    )
    const parent = row ? [id, row._id] : [id]
    const newest = { parent: { $in: parent as never[] }, latest: true }
    await versions[kind]!.updateMany(newest, { $set: { 'version.comments.state': state } }, options)
    return
  }
  const client = await clientOf({ payload, req })
  await client.execute({ sql: `UPDATE "${kind}" SET "comments_state" = ? WHERE "id" = ?`, args: [state, id] })
  await client.execute({
    sql: `UPDATE "_${kind}_v" SET "version_comments_state" = ? WHERE "parent_id" = ? AND "latest" = 1`,
    args: [state, id],
  })
}

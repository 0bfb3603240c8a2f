import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { refusalTo } from '../platform/staff-words.ts'

import { dropFactor } from './factor-store.ts'

declare module 'payload' {
  interface RequestContext {
    /** The administrators whom this request deletes or makes something else. */
    leaving?: string[]
  }
}

const MINUTE = 60_000

/**
 * Two who leave in two transactions do not see each other go. Here they write the same row, and the database lets
 * one of them through.
 */
async function leaveOneByOne(req: PayloadRequest) {
  const key = 'last-admin'
  const expiresAt = new Date(Date.now() + MINUTE).toISOString()
  try {
    await req.payload.db.upsert({
      collection: 'ledger',
      where: { key: { equals: key } },
      data: { key, value: '', expiresAt },
      req,
    })
  } catch (err) {
    req.payload.logger.info({ err, msg: 'Two administrators were leaving at once.' })
    throw refusalTo(req, 409, 'admin-leaving')
  }
}

async function refuseToLose({ id, req }: { id: string; req: PayloadRequest }) {
  // One request can be about several, all looked at before any is gone.
  const leaving = (req.context.leaving ??= [])
  leaving.push(id)
  await leaveOneByOne(req)
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_in: leaving } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) throw refusalTo(req, 409, 'last-admin')
}

/** There is always somebody who can let others in. */
export const keepAnAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const steppingDown =
    operation === 'update' && originalDoc?.role === 'admin' && data.role && data.role !== 'admin'
  if (steppingDown) await refuseToLose({ id: String(originalDoc.id), req })
  return data
}

/** The last administrator cannot be deleted either. */
export const refuseDeletingLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (user?.role === 'admin') await refuseToLose({ id: String(id), req })
}

/**
 * A page of a person outlives the account that it names. The column came into the embedded database without a rule for that,
 * so that it would refuse to let the account go.
 */
export const leavePages: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.updateMany({
    collection: 'people',
    where: { user: { equals: id } },
    data: { user: null },
    req,
    returning: false,
  })
}

/** Nothing by which somebody signed in outlives them. */
export const forgetFactor: CollectionAfterDeleteHook = ({ id, req }) =>
  dropFactor({ payload: req.payload, user: String(id), req })

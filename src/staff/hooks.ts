import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'

async function refuseToLose({ id, req }: { id: string; req: PayloadRequest }) {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0)
    throw new APIError('This is the last administrator. Make another one first.', 409, undefined, true)
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

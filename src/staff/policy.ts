import type { PayloadRequest } from 'payload'

import { type Grant, grants, hasRole, isStaff } from '../platform/access.ts'

const self: Grant = ({ id }) => ({ id: { equals: id } })

/** Users: administrators keep them; everyone else sees and keeps only themselves, so that no address gets about. */
export const userAccess = grants({
  create: { admin: true },
  read: { admin: true, editor: self, author: self, moderator: self, translator: self },
  update: { admin: true, editor: self, author: self, moderator: self, translator: self },
  delete: { admin: true },
})

/** The keys of front ends read the API; the panel is for people. */
export const mayOpenPanel = ({ req }: { req: PayloadRequest }) => isStaff(req)

/** Settings of the site and its discussion: read by all who work here, changed by those who answer for it. */
export const globalAccess = {
  read: ({ req }: { req: PayloadRequest }) => isStaff(req),
  update: ({ req }: { req: PayloadRequest }) => hasRole(req, 'admin', 'editor'),
}

import { type Grant, grants, onlyRoles } from '../platform/access.ts'

const approved: Grant = () => ({ status: { equals: 'approved' } })

/**
 * Comments: moderators, editors and administrators see all and move them; who writes or translates sees what is
 * published; the keys of front ends see none, since the public door serves them. Nobody makes one here: readers
 * come in by the public door alone.
 */
export const commentAccess = grants({
  read: { admin: true, editor: true, moderator: true, author: approved, translator: approved },
  update: { admin: true, editor: true, moderator: true },
  delete: { admin: true },
})

export const MODERATING = ['admin', 'editor', 'moderator'] as const
/** By the role alone, for where somebody does not ask but is asked for. */
export const mayModerateAs = (role: unknown) => MODERATING.some((one) => one === role)
export const mayModerate = onlyRoles(...MODERATING)
/** The whole address is for those who answer for the site. Moderators tell writers apart by a masked one. */
export const mayReadAddresses = onlyRoles('admin')

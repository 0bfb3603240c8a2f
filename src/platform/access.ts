import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'

import { type Role, ROLES } from './roles.ts'
import { settings } from './settings.ts'

export { type Role, ROLES }

/** What a role may do: all, nothing, or the documents a query describes. */
export type Grant = boolean | ((who: { id: string; now: Date }) => Where)
type Grants = Partial<Record<Role, Grant>>

type Requester = Pick<PayloadRequest, 'user'>

/** Whether a program asks, by the key of a user. */
export const isKey = ({ user }: Requester) =>
  (user as { _strategy?: string } | null | undefined)?._strategy === 'api-key'

/**
 * Whether somebody has signed in with a password alone although their role asks for a second factor. They may set one
 * up, and are nobody until then. API keys are for programs and have none.
 */
export function lacksSecondFactor({ user }: Requester): boolean {
  if (user?.collection !== 'users' || isKey({ user })) return false
  return settings.SECOND_FACTOR.some((role) => role === user.role) && user.hasSecondFactor !== true
}

/** The role of a signed-in user or API key; null for everyone else. */
export function roleOf({ user }: Requester): Role | null {
  if (user?.collection !== 'users' || lacksSecondFactor({ user })) return null
  return ROLES.find((role) => role === user.role) ?? null
}

export const hasRole = (req: Requester, ...roles: Role[]) => {
  const role = roleOf(req)
  return role !== null && roles.includes(role)
}

/** People who work here: every role but the API keys of front ends. */
export const isStaff = (req: Requester) =>
  hasRole(req, 'admin', 'editor', 'author', 'moderator', 'translator')

export const own: Grant = ({ id }) => ({ owner: { equals: id } })

const allow =
  (grants: Grants): Access =>
  ({ req }) => {
    const role = roleOf(req)
    const grant = role ? (grants[role] ?? false) : false
    return typeof grant === 'function' ? grant({ id: String(req.user!.id), now: new Date() }) : grant
  }

/**
 * The access of one collection, every operation named. What a table leaves out is refused: to strangers, to roles
 * it does not name, and for operations it does not name.
 */
export function grants(table: {
  create?: Grants
  read?: Grants
  update?: Grants
  delete?: Grants
}): Required<
  Pick<
    NonNullable<CollectionConfig['access']>,
    'create' | 'read' | 'update' | 'delete' | 'readVersions' | 'unlock'
  >
> {
  return {
    create: allow(table.create ?? {}),
    read: allow(table.read ?? {}),
    update: allow(table.update ?? {}),
    delete: allow(table.delete ?? {}),
    // Versions hold drafts: for those who may change the document, and nobody else.
    readVersions: allow(versionGrants(table.update ?? {})),
    unlock: allow({ admin: true }),
  }
}

/** A version carries its document's fields below `version`. */
function versionGrants(table: Grants): Grants {
  return Object.fromEntries(
    Object.entries(table).map(([role, grant]) => [
      role,
      typeof grant !== 'function'
        ? grant
        : (who: { id: string; now: Date }) =>
            Object.fromEntries(
              Object.entries(grant(who)).map(([path, is]) => [`version.${path}`, is]),
            ) as Where,
    ]),
  )
}

export const onlyRoles =
  (...roles: Role[]): FieldAccess =>
  ({ req }) =>
    hasRole(req, ...roles)

export const staffOnly: FieldAccess = ({ req }) => isStaff(req)
export const nobody: FieldAccess = () => false

/** What all collections share that the system alone writes and reads: no door of Payload's leads there. */
export const keptBySystem = () =>
  ({
    access: grants({}),
    admin: { hidden: true },
    graphQL: false,
    endpoints: false,
    lockDocuments: false,
  }) satisfies Partial<CollectionConfig>

import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError, type Where } from 'payload'

import { faultOf } from './password.ts'
import { isFresh } from './sessions-store.ts'
import { type StaffWord, staffWord } from '../platform/staff-words.ts'

declare module 'payload' {
  interface RequestContext {
    /** Set where the password comes from the settings of the server, which have a rule of their own. */
    isFromSettings?: true
  }
}

const refuse = (req: PayloadRequest, word: StaffWord) =>
  new ValidationError(
    { collection: 'users', errors: [{ message: staffWord(req, word), path: 'password' }], req },
    req.t,
  )

type Given = { id?: string; data?: { password?: unknown; token?: unknown; name?: unknown; email?: unknown } }

/** Whose password it is to be, as far as they are known by now. */
async function findPerson({ given, req }: { given: Given; req: PayloadRequest }) {
  const where: Where | null =
    given.id !== undefined
      ? { id: { equals: given.id } }
      : typeof given.data?.token === 'string' && given.data.token
        ? { resetPasswordToken: { equals: given.data.token } }
        : null
  return (
    where &&
    (await req.payload.db.findOne<{ id: string; name?: string; email?: string }>({
      collection: 'users',
      where,
      req,
    }))
  )
}

/** Whether somebody sets their own password by a session that may have been left open, or taken. */
async function isUnsure({ id, req }: { id: unknown; req: PayloadRequest }): Promise<boolean> {
  const { payload, user } = req
  if (user?.collection !== 'users' || String(user.id) !== String(id)) return false
  const sid = (user as { _sid?: string })._sid ?? null
  return !(await isFresh({ payload, user: String(user.id), sid, now: new Date() }))
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Stands before every way by which a password is set: a new user, a change, a link of a mail; REST and GraphQL alike. */
export const checkNewPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isSetting = operation === 'create' || operation === 'update' || operation === 'resetPassword'
  const given = args as Given
  const password = given.data?.password
  if (!isSetting || password === undefined || password === null || password === '') return args
  if (req.context.isFromSettings) return args
  if (operation === 'update' && given.id === undefined) throw refuse(req, 'password-many')
  if (operation === 'update' && (await isUnsure({ id: given.id, req }))) throw refuse(req, 'password-stale')
  const kept = await findPerson({ given, req })
  const person = {
    name: textOf(given.data?.name) ?? kept?.name ?? '',
    email: textOf(given.data?.email) ?? kept?.email ?? '',
  }
  const fault = typeof password === 'string' ? faultOf({ password, person }) : 'password-short'
  if (fault) throw refuse(req, fault)
  return args
}

import {
  APIError,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  commitTransaction,
  initTransaction,
} from 'payload'

import { writeDown } from '../desk/audit.ts'
import { browserFamily } from './browser.ts'
import { TRIES_LAST, useCode } from './codes.ts'
import { findFactor } from './factor-store.ts'
import { giveBackLogin } from './login.ts'
import { StaffRefusal } from './refusal.ts'
import type { Session } from './sessions-store.ts'

declare module 'payload' {
  interface RequestContext {
    /** Why somebody signs in: `reset` by a link for a new password, `asked` to see whether a password is right. */
    signingIn?: 'reset' | 'asked'
  }
}

/** Thrown in the place of a session, to whom only asked whether a password is right. */
export class PasswordIsRight extends Error {}

/**
 * Payload's own mail for a forgotten password, which GraphQL offers: it would go past the outbox, its pause and its limit, and void
 * a link that somebody waits for. src/staff/reset.ts stands in its place, and sends no mail by this operation.
 */
export const refuseOwnMail: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { disableEmail } = args as { disableEmail?: boolean }
  if (operation === 'forgotPassword' && !disableEmail)
    throw new APIError(req.t('error:notFound'), 404, undefined, true)
  return args
}

/** Payload signs in whoever sets a new password; what comes then has to know. */
export const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'resetPassword') req.context.signingIn = 'reset'
  return args
}

/**
 * Who has a second factor gets no session for a password alone. The password was right when this is called, a session is
 * written and its token is not yet made: Payload takes the session back when this throws.
 */
export const askForCode: CollectionBeforeLoginHook = async ({ req, user }) => {
  if (req.context.signingIn === 'asked') {
    giveBackLogin(req)
    throw new PasswordIsRight()
  }
  const { payload } = req
  const id = String(user.id)
  const factor = await findFactor({ payload, user: id, req })
  if (!factor?.since) return user
  if (req.context.signingIn === 'reset') {
    // The new password stands; with it and a code one signs in. The token that is made now belongs to no session.
    const data = { ...user, sessions: [] }
    await payload.db.updateOne({ collection: 'users', id, data, req, returning: false })
    return data
  }
  const typed = (req.data as { code?: unknown } | undefined)?.code
  if (typeof typed !== 'string' || typed.trim() === '') {
    giveBackLogin(req)
    throw new StaffRefusal(req, 'code-needed')
  }
  // What is counted stands whatever comes of it, and the ledger writes by itself.
  await commitTransaction(req)
  const outcome = await useCode({ payload, user: id, factor, typed: typed.slice(0, 100), now: new Date() })
  if (outcome === 'throttled') {
    req.responseHeaders = new Headers({ 'Retry-After': String(TRIES_LAST / 1000) })
    throw new StaffRefusal(req, 'code-throttled')
  }
  if (outcome === 'wrong') throw new StaffRefusal(req, 'code-wrong')
  await initTransaction(req)
  if (outcome === 'recovered')
    await writeDown({
      req,
      entries: [{ act: 'recovery-code', by: String(user.name ?? ''), byId: id, to: String(user.name ?? '') }],
    })
  return user
}

/** Notes of the newest session by which browser it was begun. */
export const noteBrowser: CollectionBeforeLoginHook = async ({ req, user }) => {
  const browser = browserFamily(req.headers?.get('user-agent'))
  const sessions = (user.sessions ?? []) as Session[]
  const newest = sessions.at(-1)
  if (!browser || !newest) return user
  const data = { ...user, sessions: [...sessions.slice(0, -1), { ...newest, browser }] }
  await req.payload.db.updateOne({
    collection: 'users',
    id: user.id,
    data: { ...data, updatedAt: null },
    req,
    returning: false,
  })
  return data
}

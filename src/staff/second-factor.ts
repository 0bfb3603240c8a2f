import { AuthenticationError, type Payload, type PayloadRequest, ValidationError } from 'payload'

import { writeDown } from '../desk/audit.ts'
import { inTransaction } from '../platform/transaction.ts'
import { settings } from '../platform/settings.ts'
import { useCode } from './codes.ts'
import { changeFactor, dropFactor, findFactor, keepNewSecret, noteFactor } from './factor-store.ts'
import { PasswordIsRight } from './login-hooks.ts'
import { newRecoveryCodes, readRecoveryCode, recoveryDigest } from './recovery.ts'
import { StaffRefusal } from './refusal.ts'
import { changeSessions, isFresh } from './sessions-store.ts'
import { newSecret, toSetUp } from './totp.ts'

type Who = { id: string; email: string; name: string; role: string; sid: string | null }
type Asking = { req: PayloadRequest; who: Who; now: Date }

const isRequired = (role: string) => settings.SECOND_FACTOR.some((one) => one === role)

/**
 * By signing in and stopping before there is a session: so what holds for signing in, its pauses too, holds here.
 * @throws StaffRefusal `password-wrong`
 */
async function checkPassword({ req, who, password }: Asking & { password: unknown }) {
  try {
    await req.payload.login({
      collection: 'users',
      data: { email: who.email, password: typeof password === 'string' ? password : '' },
      context: { signingIn: 'asked' },
      req: { headers: req.headers, i18n: req.i18n, t: req.t },
    })
  } catch (error) {
    if (error instanceof PasswordIsRight) return
    if (error instanceof AuthenticationError || (error as { status?: number }).status === 400)
      throw new StaffRefusal(req, 'password-wrong')
    throw error
  }
}

async function checkCode({ req, who, typed, now }: Asking & { typed: unknown }) {
  const { payload } = req
  const factor = await findFactor({ payload, user: who.id })
  if (!factor?.since) throw new StaffRefusal(req, 'is-off')
  const outcome = await useCode({ payload, user: who.id, factor, typed: String(typed ?? ''), now })
  if (outcome === 'throttled') throw new StaffRefusal(req, 'code-throttled')
  if (outcome === 'wrong') throw new StaffRefusal(req, 'code-wrong')
  return (await findFactor({ payload, user: who.id }))!
}

const digestsOf = (user: string, codes: string[]) =>
  codes.map((code) => recoveryDigest({ user, code: readRecoveryCode(code)! }))

/** How it stands with the one who asks, nothing of which opens anything. */
export async function stateOf({ req, who }: Asking) {
  const factor = await findFactor({ payload: req.payload, user: who.id })
  return {
    isOn: Boolean(factor?.since),
    isRequired: isRequired(who.role),
    since: factor?.since ?? null,
    recoveryCodes: factor?.since ? factor.recovery.length : 0,
  }
}

/** Makes a secret that waits for its first code. The one way by which a secret leaves this house, and only now. */
export async function start({ password, ...asking }: Asking & { password?: unknown }) {
  const { req, who } = asking
  const { payload } = req
  if ((await findFactor({ payload, user: who.id }))?.since) throw new StaffRefusal(req, 'is-on')
  if (
    password !== undefined ||
    !(await isFresh({ payload: asking.req.payload, user: who.id, sid: who.sid, now: asking.now }))
  )
    await checkPassword({ ...asking, password })
  const secret = newSecret()
  await keepNewSecret({ payload, user: who.id, secret }).catch((error: unknown) => {
    throw error instanceof ValidationError ? new StaffRefusal(req, 'is-on') : error
  })
  return toSetUp({ secret, label: who.email })
}

/**
 * The first code shows that the app has the secret; from now on it is asked for. Sessions that a password alone began
 * elsewhere end.
 * @returns the recovery codes, which are shown this once
 */
export async function confirm({ req, who, now, typed }: Asking & { typed: unknown }) {
  const { payload } = req
  const factor = await findFactor({ payload, user: who.id })
  if (!factor) throw new StaffRefusal(req, 'is-off')
  if (factor.since) throw new StaffRefusal(req, 'is-on')
  const code = String(typed ?? '')
  const outcome = readRecoveryCode(code)
    ? 'wrong'
    : await useCode({ payload, user: who.id, factor, typed: code, now })
  if (outcome === 'throttled') throw new StaffRefusal(req, 'code-throttled')
  if (outcome !== 'right') throw new StaffRefusal(req, 'code-wrong')
  const codes = newRecoveryCodes()
  await inTransaction(payload, async (within) => {
    const change = { since: now.toISOString(), recovery: digestsOf(who.id, codes) }
    await changeFactor({ payload, id: factor.id, change, req: within })
    await noteFactor({ payload, user: who.id, isOn: true, req: within })
    const others = (sessions: { id: string }[]) => sessions.filter(({ id }) => id === who.sid) as never
    await changeSessions({ payload, user: who.id, change: others, req: within })
    await writeDown({ req: within, entries: [entry('second-factor-on', who)] })
  })
  return { recoveryCodes: codes }
}

/** New recovery codes in the place of all old ones. */
export async function renewRecovery({
  password,
  typed,
  ...asking
}: Asking & { password: unknown; typed: unknown }) {
  const { req, who } = asking
  await checkPassword({ ...asking, password })
  const factor = await checkCode({ ...asking, typed })
  const codes = newRecoveryCodes()
  const change = { recovery: digestsOf(who.id, codes) }
  await changeFactor({ payload: req.payload, id: factor.id, change })
  return { recoveryCodes: codes }
}

export async function turnOff({
  password,
  typed,
  ...asking
}: Asking & { password: unknown; typed: unknown }) {
  const { req, who } = asking
  if (isRequired(who.role)) throw new StaffRefusal(req, 'is-required')
  await checkPassword({ ...asking, password })
  await checkCode({ ...asking, typed })
  await remove({ payload: req.payload, user: who.id, entries: [entry('second-factor-off', who)] })
}

/** An administrator takes the second factor of another off, whose telephone is gone; all sessions of that person end. */
export async function reset({ req, who, user }: Asking & { user: string }) {
  const { payload } = req
  const other = await payload.findByID({
    collection: 'users',
    id: user,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!other || user === who.id || !(await findFactor({ payload, user })))
    throw new StaffRefusal(req, 'not-here')
  const entries = [{ ...entry('second-factor-reset', who), to: other.name }]
  await remove({ payload, user, entries, endSessions: true })
}

async function remove({
  payload,
  user,
  entries,
  endSessions = false,
}: {
  payload: Payload
  user: string
  entries: Parameters<typeof writeDown>[0]['entries']
  endSessions?: boolean
}) {
  await inTransaction(payload, async (req) => {
    await dropFactor({ payload, user, req })
    await noteFactor({ payload, user, isOn: false, req })
    if (endSessions) await changeSessions({ payload, user, change: () => [], req })
    await writeDown({ req, entries })
  })
}

const entry = (act: 'second-factor-on' | 'second-factor-off' | 'second-factor-reset', who: Who) => ({
  act,
  by: who.name,
  byId: who.id,
  via: 'panel',
  to: who.name,
})

import crypto from 'node:crypto'

import {
  addDataAndFileToRequest,
  APIError,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type PayloadRequest,
} from 'payload'

import { hasRole } from '../platform/access.ts'
import { vault } from '../platform/crypto.ts'
import { forgetAccount, type Taken, take } from '../platform/limiter.ts'
import { chooseLocale, word } from '../platform/messages.ts'
import { toldNetwork } from '../platform/network.ts'

declare module 'payload' {
  interface RequestContext {
    /** What this login was counted as, to be given back when it succeeds. */
    login?: { account: string; taken: Taken }
  }
}

/** As Payload makes its own (auth/strategies/local/generatePasswordSaltHash.js): the same work, for nothing. */
const HASH = { iterations: 600_000, bytes: 32, digest: 'sha256' } as const

/** Of an address as it was typed, whether anybody has it or not. */
const accountMark = (email: string) => vault.index('login', email.toLowerCase().trim())

const accountFrom = (req: PayloadRequest, email: string) =>
  `${accountMark(email)}:${toldNetwork(req.headers)}`

/** Works as long as a password takes that is looked at. */
const hashForNothing = (password: string) =>
  new Promise<void>((resolve, reject) => {
    const salt = crypto.randomBytes(32).toString('hex')
    crypto.pbkdf2(password, salt, HASH.iterations, HASH.bytes, HASH.digest, (error) =>
      error ? reject(error) : resolve(),
    )
  })

async function isKnown(req: PayloadRequest, email: string): Promise<boolean> {
  const user = await req.payload.db.findOne<{ id: string; hash?: unknown }>({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    req,
  })
  return typeof user?.hash === 'string'
}

function refuse(req: PayloadRequest, seconds: number): never {
  req.responseHeaders = new Headers({
    ...Object.fromEntries(req.responseHeaders ?? []),
    'Retry-After': String(seconds),
  })
  const locale = chooseLocale({ named: req.i18n?.language ?? null })
  const minutes = Math.ceil(seconds / 60)
  throw new APIError(word('throttled-for', locale, { minutes }), 429, undefined, true)
}

/**
 * Before each login, by whichever way: counts it, of the account that is asked for from one network and of the network. So who
 * guesses makes nobody wait but those on the same network. Where nobody has the address, the work is done all the same: neither
 * the answer nor the time it takes tells who works here.
 */
export const throttleLogin: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as { data: { email?: unknown; password?: unknown } }).data
  if (typeof email !== 'string' || !email.trim() || typeof password !== 'string' || !password.trim())
    return args
  const network = toldNetwork(req.headers)
  const account = accountFrom(req, email)
  const taken = await take({ payload: req.payload, name: 'login', who: { account, network } })
  if (taken.wait !== null) refuse(req, taken.wait)
  req.context.login = { account, taken }
  if (!(await isKnown(req, email))) await hashForNothing(password)
  return args
}

/** A password that was right was no guess, though something else is still asked for. */
export function giveBackLogin(req: PayloadRequest) {
  const { login } = req.context
  req.context.login = undefined
  // Not waited for, for the reason given below.
  login?.taken
    .giveBack()
    .catch((err: unknown) =>
      req.payload.logger.warn({ err, msg: 'A password that was right is still counted as a wrong one.' }),
    )
}

/** Who got in, also by a new password, has guessed nothing: the counts of the account from this network begin anew. */
export const forgiveLogin: CollectionAfterLoginHook = ({ context, req, user }) => {
  const { login } = context
  context.login = undefined
  const { payload } = req
  const account = login?.account ?? accountFrom(req, String(user.email))
  // Not waited for: the login's own transaction holds the embedded database until this hook has ended.
  Promise.all([login?.taken.giveBack(), forgetAccount({ payload, account })]).catch((err: unknown) =>
    payload.logger.warn({ err, msg: 'A login that succeeded is still counted as a wrong one.' }),
  )
}

/** `POST /api/users/unlock` `{email}`, for administrators: forgets the wrong passwords of an account, from all networks. */
export const unlock: Endpoint = {
  path: '/unlock',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin')) throw new APIError('Not Found', 404, undefined, true)
    await addDataAndFileToRequest(req)
    const email = req.data?.email
    if (typeof email !== 'string')
      throw new APIError('Send the “email” of the account.', 400, undefined, true)
    await forgetAccount({ payload: req.payload, account: `${accountMark(email)}:` })
    return Response.json({ message: req.t('general:success') })
  },
}

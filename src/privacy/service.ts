import type { Payload, PayloadRequest } from 'payload'

import { writerOf } from '../comments/trust.ts'
import { COMMENT_LIMITS, type ErasureChoice, type Locale, type PrivacyKind } from '../contract/index.ts'
import { aboutReader } from '../mail/about.ts'
import { queueMail } from '../mail/service.ts'
import { digestOf, isToken, newToken, vault } from '../platform/crypto.ts'
import { readEmail } from '../platform/email.ts'
import { claim, release } from '../platform/ledger.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { cleanLine, lengthOf } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import { erase, type Erased } from './erase.ts'
import { findAddress, isKnown } from './known.ts'
import { DOWNLOAD_LASTS, LINK_LASTS, ONE_MAIL_IN } from './links.ts'
import { linkMail } from './mails.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** How many requests one look answers, and how long they stay with a worker that has fallen silent. */
const MOST_AT_ONCE = 100
const LEASE = 60_000
const KEY = 'privacy-requests'

/** @throws Refusal `invalid` where it is no address */
export function requireEmail(typed: string, locale: Locale): string {
  const email = lengthOf(typed) > COMMENT_LIMITS.email ? null : readEmail(cleanLine(typed))
  if (email !== null) return email
  const message = word('bad-email', locale)
  throw new Refusal('invalid', { errors: [{ field: 'email', code: 'invalid', message }] })
}

/**
 * Takes a request in. Whether anything is kept about the address is not even looked for: that is done by {@link answerAsked}, so
 * neither the answer nor the time it takes tells a bystander anything.
 * @throws Refusal `invalid` where it is no address
 */
export async function takeRequest({
  payload,
  email: typed,
  kind,
  locale,
  now,
}: {
  payload: Payload
  email: string
  kind: PrivacyKind
  locale: Locale
  now: Date
}): Promise<{ message: string }> {
  const email = requireEmail(typed, locale)
  const writer = writerOf(email)
  await store.keepAsked({
    payload,
    key: vault.index('privacy request', kind, writer),
    act: `ask-${kind}`,
    writer,
    email,
    locale,
    expiresAt: after(now, LINK_LASTS),
  })
  return { message: words('taken', locale) }
}

const after = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()

/** Answers what was asked for by a mail with a link, where there is something to answer. */
export async function answerAsked({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
  if (!(await store.findAsked({ payload, limit: 1 })).length) return
  if (!(await claim({ payload, key: KEY, milliseconds: LEASE, now })).isMine) return
  try {
    for (const key of await store.findAsked({ payload, limit: MOST_AT_ONCE })) {
      await inTransaction(payload, (req) => answerOne({ key, now, req })).catch((err: unknown) =>
        payload.logger.error({
          err,
          msg: 'What a reader asked for could not be answered; it is tried again.',
        }),
      )
    }
  } finally {
    await release({ payload, key: KEY })
  }
}

async function answerOne({ key, now, req }: { key: string; now: Date; req: PayloadRequest }) {
  const { payload } = req
  const asked = await store.takeRow({ key, now, req })
  // About an address of which nothing is kept there is nothing to say, and nobody is to be bothered.
  if (!asked || !(await isKnown({ payload, writer: asked.writer, req }))) return
  if (!(await store.claimMail({ key: `privacy-mail:${key}`, milliseconds: ONE_MAIL_IN, now, req }))) return
  const kind = asked.act === 'ask-copy' ? 'copy' : 'erase'
  const { writer, locale } = asked
  const token = newToken()
  const until = new Date(now.getTime() + LINK_LASTS)
  const to = (await findAddress({ payload, writer })) ?? asked.email
  const link = { token, act: kind, writer, email: to, locale, expiresAt: until.toISOString() } as const
  await store.keepLink({ ...link, req })
  const mail = linkMail({ kind, token, until, to, locale, about: [aboutReader(writer)] })
  await queueMail({ payload, req, mail, now })
}

type Use = { payload: Payload; token: string; now: Date }

/** What a link is for; null for one that is used up, too old, or never was. Changes nothing. */
export const readLink = async (use: Use) => (isToken(use.token) ? store.readLink(use) : null)

/** Uses a link up, once for all who try, and does what it is for; where that fails, the link is good again. */
async function useUp<T>({ payload, token, now }: Use, act: (person: store.Person) => Promise<T>) {
  const key = `privacy-use:${digestOf(token)}`
  if (!(await claim({ payload, key, milliseconds: LINK_LASTS, now })).isMine) return null
  try {
    const person = await store.readPerson({ payload, token })
    const done = person && (await act(person))
    await inTransaction(payload, (req) => store.takeRow({ key: digestOf(token), now, req }))
    return done
  } catch (error) {
    await release({ payload, key })
    throw error
  }
}

/** Opens a copy: the link is used up, and another one, for the buttons of the page, is given. Null where another was faster. */
export const openCopy = (use: Use): Promise<{ person: store.Person; token: string } | null> =>
  useUp(use, async (person) => {
    const token = newToken()
    const expiresAt = after(use.now, DOWNLOAD_LASTS)
    await inTransaction(use.payload, (req) =>
      store.keepLink({ ...person, token, act: 'download', expiresAt, req }),
    )
    return { person, token }
  })

/** Forgets whoever has the link. Null where another was faster. */
export const eraseByLink = (use: Use & { choice: ErasureChoice }): Promise<Erased | null> =>
  useUp(use, (person) =>
    erase({ payload: use.payload, ...person, choice: use.choice, agent: 'reader', note: null, now: use.now }),
  )

export { readPerson } from './store.ts'

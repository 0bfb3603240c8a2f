import type { Payload, PayloadRequest } from 'payload'

import { DEFAULT_LOCALE, type Locale, LOCALES } from '../contract/index.ts'
import type { PrivacyRequest as Kept } from '../payload-types.ts'
import { digestOf, type Sealed, vault } from '../platform/crypto.ts'
import { entryOf } from '../platform/ledger.ts'
import { keepTogether } from '../platform/together.ts'
import type { PrivacyAct } from './links.ts'

const collection = 'privacy-requests'
export const system = { depth: 0, overrideAccess: true } as const
export const all = { limit: 0, pagination: false, ...system } as const

export type Inside = { req: PayloadRequest }

/** Somebody who is, or may be, known here; by the mark of the address, and the address itself. */
export type Person = { writer: string; email: string; locale: Locale }

type Row = Person & { key: string; act: PrivacyAct; expiresAt: string }

const toRow = ({ email, ...row }: Row) => ({
  ...row,
  email: vault.seal({ value: email, place: `privacy ${row.key}` }),
})

const toPerson = ({ key, email, locale, writer }: Kept): Person => ({
  writer,
  email: vault.open({ value: email as Sealed, place: `privacy ${key}` }),
  locale: LOCALES.find((one) => one === locale) ?? DEFAULT_LOCALE,
})

/** Notes that something was asked for; once, until it is answered. */
export const keepAsked = ({ payload, ...row }: Row & { payload: Payload }) =>
  keepTogether({ payload, documents: [{ collection, data: toRow(row) }] })

/** The keys of what was asked for and is not answered yet. */
export async function findAsked({ payload, limit }: { payload: Payload; limit: number }): Promise<string[]> {
  const { docs } = await payload.find({
    collection,
    where: { act: { in: ['ask-copy', 'ask-erase'] } },
    select: { key: true },
    limit,
    pagination: false,
    ...system,
  })
  return docs.map(({ key }) => key)
}

/** Takes a row away; null where somebody was faster, or it cannot be opened any more. */
export async function takeRow({
  key,
  now,
  req,
}: Inside & { key: string; now: Date }): Promise<(Person & { act: PrivacyAct }) | null> {
  const where = { key: { equals: key } }
  const { docs } = await req.payload.find({ collection, where, req, ...all })
  const [doc] = docs
  if (!doc) return null
  await req.payload.delete({ collection, where, req, ...system })
  if (doc.expiresAt <= now.toISOString()) return null
  try {
    return { ...toPerson(doc), act: doc.act }
  } catch (err) {
    req.payload.logger.error({ err, msg: 'What a reader asked for cannot be opened.' })
    return null
  }
}

/** Keeps the link of a token. */
export async function keepLink({ token, req, ...row }: Omit<Row, 'key'> & Inside & { token: string }) {
  await req.payload.create({
    collection,
    data: toRow({ ...row, key: digestOf(token) }),
    req,
    ...system,
  })
}

/** What a token is for, and for whom; null where it is none of ours, used up or too old. */
export async function readLink({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<{ act: 'copy' | 'erase' | 'download'; locale: Locale } | null> {
  const { docs } = await payload.find({
    collection,
    where: {
      and: [
        { key: { equals: digestOf(token) } },
        { act: { in: ['copy', 'erase', 'download'] } },
        { expiresAt: { greater_than: now.toISOString() } },
      ],
    },
    ...all,
  })
  const [doc] = docs
  if (!doc) return null
  const locale = LOCALES.find((one) => one === doc.locale) ?? DEFAULT_LOCALE
  return { act: doc.act as 'copy' | 'erase' | 'download', locale }
}

/** Whom the buttons of a copy are for. */
export async function readPerson({
  payload,
  token,
}: {
  payload: Payload
  token: string
}): Promise<Person | null> {
  const { docs } = await payload.find({
    collection,
    where: { key: { equals: digestOf(token) } },
    ...all,
  })
  return docs[0] ? toPerson(docs[0]) : null
}

export async function forgetOld({ payload, now }: { payload: Payload; now: Date }) {
  const where = { expiresAt: { less_than_equal: now.toISOString() } }
  await payload.delete({ collection, where, ...system })
}

/** Notes that a mail goes out to an address for something; false where one went out in the last `milliseconds`. */
export async function claimMail({
  key,
  milliseconds,
  now,
  req,
}: Inside & { key: string; milliseconds: number; now: Date }): Promise<boolean> {
  const byKey = { key: { equals: key } }
  const { docs } = await req.payload.find({ collection: 'ledger', where: byKey, req, ...all })
  if (docs.some(({ expiresAt }) => expiresAt > now.toISOString())) return false
  await req.payload.delete({ collection: 'ledger', where: byKey, req, ...system })
  const data = entryOf({ key, value: '', milliseconds, now })
  await req.payload.create({ collection: 'ledger', data, req, ...system })
  return true
}

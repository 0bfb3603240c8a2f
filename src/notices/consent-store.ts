import type { Payload } from 'payload'

import { consentKey, EVERYTHING } from '../comments/trust.ts'
import type { Locale } from '../contract/index.ts'
import { digestOf } from '../platform/crypto.ts'
import { all, type Inside, system } from './store.ts'

/** What a reader wants, of everything and of one conversation, as far as they said. */
export async function findConsents({ writer, thread, req }: Inside & { writer: string; thread: string }) {
  const keys = [EVERYTHING, thread].map((scope) => consentKey({ writer, scope }))
  const { docs } = await req.payload.find({
    collection: 'consents',
    where: { key: { in: keys } },
    req,
    ...all,
  })
  const of = (scope: string) => docs.find((doc) => doc.scope === scope)
  return { everything: of(EVERYTHING), conversation: of(thread) }
}

/** Notes what a reader wants, of everything or of one conversation. */
export async function keepConsent({
  writer,
  scope,
  data,
  req,
}: Inside & {
  writer: string
  scope: string
  data: { askedAt?: string; confirmedAt?: string; stoppedAt?: string | null }
}) {
  const key = consentKey({ writer, scope })
  const { payload } = req
  const { docs } = await payload.find({
    collection: 'consents',
    where: { key: { equals: key } },
    req,
    ...all,
  })
  if (docs[0]) await payload.update({ collection: 'consents', id: docs[0].id, data, req, ...system })
  else await payload.create({ collection: 'consents', data: { key, writer, scope, ...data }, req, ...system })
}

export type Link = { allows: 'confirm' | 'stop'; writer: string; thread: string; locale: Locale }

export async function keepLink({
  token,
  link,
  expiresAt,
  req,
}: Inside & {
  token: string
  link: Link
  expiresAt: string
}) {
  await req.payload.create({
    collection: 'reader-links',
    data: { ...link, digest: digestOf(token), expiresAt },
    req,
    ...system,
  })
}

/** What a token allows; null where it is none of ours, or too old. */
export async function findLink({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<Link | null> {
  const { docs } = await payload.find({
    collection: 'reader-links',
    where: {
      and: [{ digest: { equals: digestOf(token) } }, { expiresAt: { greater_than: now.toISOString() } }],
    },
    ...all,
  })
  const [doc] = docs
  if (!doc) return null
  const { allows, writer, thread, locale } = doc
  return { allows, writer, thread, locale: locale as Locale }
}

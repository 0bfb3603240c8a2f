import type { Payload, PayloadRequest, Where } from 'payload'

import { readAddresses } from '../comments/store.ts'
import { aboutReader } from '../mail/about.ts'
import { toAboutMark } from '../mail/seal.ts'

/** Under what something about the owner of an address is kept, by the mark of the address. */
export const KEPT_BY_WRITER = ['comment-private', 'consents', 'notices', 'reader-links'] as const

export const ofWriter = (writer: string): Where => ({ writer: { equals: writer } })
export const mailsAbout = (writer: string): Where => ({
  about: { contains: toAboutMark(aboutReader(writer)) },
})

/** Whether anything is kept about the owner of an address. */
export async function isKnown({
  payload,
  writer,
  req,
}: {
  payload: Payload
  writer: string
  req?: PayloadRequest
}): Promise<boolean> {
  const inside = { overrideAccess: true, ...(req && { req }) }
  for (const collection of KEPT_BY_WRITER) {
    if ((await payload.count({ collection, where: ofWriter(writer), ...inside })).totalDocs) return true
  }
  return (await payload.count({ collection: 'mails', where: mailsAbout(writer), ...inside })).totalDocs > 0
}

/** The comments that came with an address, the newest first. */
export async function findOwnIds({
  payload,
  writer,
}: {
  payload: Payload
  writer: string
}): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'comment-private',
    where: ofWriter(writer),
    select: { comment: true },
    sort: '-comment',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ comment }) => comment)
}

/** An address as it was written with a comment: a mailbox may tell capital letters apart, and mail goes to that one alone. */
export async function findAddress({ payload, writer }: { payload: Payload; writer: string }) {
  const [newest] = await findOwnIds({ payload, writer })
  if (newest === undefined) return null
  return (await readAddresses({ payload, ids: [newest] })).get(newest) ?? null
}

/** How many marks one query asks for. */
const AT_ONCE = 200

/** Of some who were forgotten, those about whom something is kept. */
export async function findReturned({
  payload,
  writers,
}: {
  payload: Payload
  writers: string[]
}): Promise<Set<string>> {
  const all = { limit: 0, pagination: false, depth: 0, overrideAccess: true } as const
  const found = new Set<string>()
  if (!writers.length) return found
  for (let i = 0; i < writers.length; i += AT_ONCE) {
    const where = { writer: { in: writers.slice(i, i + AT_ONCE) } }
    for (const collection of KEPT_BY_WRITER) {
      const { docs } = await payload.find({ collection, where, select: { writer: true }, ...all })
      for (const { writer } of docs) if (writer) found.add(writer)
    }
  }
  const marks = new Map(writers.map((writer) => [toAboutMark(aboutReader(writer)), writer]))
  const { docs } = await payload.find({ collection: 'mails', select: { about: true }, ...all })
  for (const mark of docs.flatMap(({ about }) => about?.split(' ') ?? [])) {
    const writer = marks.get(mark)
    if (writer !== undefined) found.add(writer)
  }
  return found
}

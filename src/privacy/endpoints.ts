import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { readAddresses } from '../comments/store.ts'
import { writerOf } from '../comments/trust.ts'
import { ERASURE_CHOICES, PROBLEMS } from '../contract/index.ts'
import { writeDown } from '../desk/audit.ts'
import { maskEmail, readEmail } from '../platform/email.ts'
import { Refusal } from '../platform/problem.ts'
import { type StaffWord, languageOf, staffWord, wordsOfRefusal } from '../platform/staff-words.ts'
import { cleanLine } from '../platform/text.ts'
import { sumUp } from './copy.ts'
import { makeCopy } from './copy-store.ts'
import { downloadOf, FORMATS } from './download.ts'
import { entryOf, erase } from './erase.ts'
import { findAddress, isKnown } from './known.ts'
import { mayActForReaders } from './policy.ts'
import type { Person } from './store.ts'

/** Who is meant: by an address, or by a comment of theirs. An address comes in a body alone: addresses of pages are logged. */
const Asked = z.object({
  email: z.string().max(254).optional(),
  comment: z.string().max(64).optional(),
})
const Noted = Asked.extend({
  note: z.string().transform(cleanLine).pipe(z.string().max(500)),
})
const CopyAsked = Noted.extend({ format: z.enum(FORMATS) })
const EraseAsked = Noted.extend({ choice: z.enum(ERASURE_CHOICES), sure: z.literal(true) })

const headers = { 'Cache-Control': 'no-store' }
const fail = (req: PayloadRequest, word: StaffWord) => {
  throw new Refusal('invalid', { detail: staffWord(req, word) })
}

async function findPerson({ email, comment }: z.output<typeof Asked>, req: PayloadRequest): Promise<Person> {
  const { payload } = req
  const locale = languageOf(req)
  const typed =
    comment === undefined
      ? readEmail(cleanLine(email ?? ''))
      : ((await readAddresses({ payload, ids: [comment], req })).get(comment) ?? null)
  if (typed === null) return fail(req, comment === undefined ? 'odd-email' : 'no-address')
  const writer = writerOf(typed)
  return { writer, email: (await findAddress({ payload, writer })) ?? typed, locale }
}

const agentOf = ({ user }: PayloadRequest) => ({ id: String(user!.id), name: user!.name ?? '' })

/** The note stays when all else is gone, so it is no place for an address. */
function readNote(note: string, req: PayloadRequest): string {
  if (!note) return fail(req, 'needs-note')
  return note.includes('@') ? fail(req, 'no-address-in-note') : note
}

const act = <T extends z.ZodType>(
  path: string,
  schema: T,
  run: (asked: z.output<T>, req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  method: 'post',
  path: `/privacy${path}`,
  handler: async (req) => {
    const say = (status: number, message: string) =>
      Response.json({ errors: [{ message }] }, { status, headers })
    if (!mayActForReaders({ req })) return say(403, staffWord(req, 'reader-for-admins'))
    await addDataAndFileToRequest(req)
    const read = schema.safeParse(req.data ?? {})
    if (!read.success) return say(400, staffWord(req, 'reader-shape'))
    try {
      return await run(read.data, req)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return say(error.code === 'invalid' ? 400 : PROBLEMS[error.code], wordsOfRefusal(req, error))
    }
  },
})

/** What administrators do in the name of a reader; each act but the look is written down in the audit with its note. */
export const privacyEndpoints: Endpoint[] = [
  act('/look', Asked, async (asked, req) => {
    const { payload } = req
    const person = await findPerson(asked, req)
    const isThere = await isKnown({ payload, writer: person.writer, req })
    const summary = sumUp(await makeCopy({ payload, person, now: new Date() }))
    return Response.json({ address: maskEmail(person.email), isKnown: isThere, summary }, { headers })
  }),
  act('/copy', CopyAsked, async ({ note, format, ...asked }, req) => {
    const { payload } = req
    const person = await findPerson(asked, req)
    const copy = await makeCopy({ payload, person, now: new Date() })
    const why = readNote(note, req)
    const entry = entryOf({ act: 'copy', agent: agentOf(req), to: format, note: why })
    await writeDown({ req, entries: [entry] })
    return downloadOf({ payload, copy, format, locale: person.locale })
  }),
  act('/erase', EraseAsked, async ({ note, choice, ...asked }, req) => {
    const { payload } = req
    const why = readNote(note, req)
    const person = await findPerson(asked, req)
    const done = await erase({
      payload,
      ...person,
      choice,
      agent: agentOf(req),
      note: why,
      now: new Date(),
    })
    return Response.json(done, { headers })
  }),
]

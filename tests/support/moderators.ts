import { randomUUID } from 'node:crypto'

import type { ParsedMail } from 'mailparser'

import { keepComment } from '../../src/comments/store.ts'
import { createPostman } from '../../src/mail/postman.ts'
import { createModerationPages } from '../../src/moderation-mail/routes.ts'
import { createTeller } from '../../src/moderation-mail/teller.ts'
import { engine, type Ovoz } from './ovoz.ts'

const FORM = 'application/x-www-form-urlencoded'

/** One who is told, and how often. */
export async function prefer(ovoz: Ovoz, id: string, data: { notices?: string; mailLanguage?: string }) {
  await ovoz.payload.update({
    collection: 'users',
    id,
    data: data as never,
    depth: 0,
    overrideAccess: true,
  })
}

/** Writes the mails that are due at a time, and sends what is written. */
export async function tell(ovoz: Ovoz, at: Date | number = 0) {
  const now = typeof at === 'number' ? new Date(Date.now() + at) : at
  await createTeller({ payload: ovoz.payload, timeZone: 'UTC' }).look(now)
  const postman = createPostman({ payload: ovoz.payload })
  await postman.look(() => now)
  await postman.rest()
}

/** Forgets what waits, what is gathered and what was told. */
export async function beginAnew(ovoz: Ovoz) {
  for (const collection of ['awaiting', 'moderator-mail', 'mails', 'comments', 'comment-private'] as const)
    await ovoz.payload.db.deleteMany({ collection, where: { id: { exists: true } } })
  await ovoz.payload.db.deleteMany({ collection: 'ledger', where: { key: { like: 'moderate:' } } })
}

/** The pages of the links, as a browser asks for them. */
export function pagesOf(ovoz: Ovoz) {
  const pages = createModerationPages(ovoz.payload)
  return {
    async get(link: string, init: RequestInit = {}) {
      const answer = await pages.fetch(new Request(link, init))
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    /** Presses the button of a page. */
    async press(link: string, page: string, more: Record<string, string> = {}) {
      const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)">/g)]
      const body = new URLSearchParams({
        ...Object.fromEntries(fields.map(([, name, value]) => [name!, value!])),
        ...more,
      })
      const answer = await pages.fetch(
        new Request(link, { method: 'POST', headers: { 'content-type': FORM }, body: body.toString() }),
      )
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
  }
}

/** The links of a mail: where they lead, in their order. */
export const linksIn = (text: string) => [...text.matchAll(/http:\S+\/moderate\/\S+/g)].map(([link]) => link)

/** So many comments that wait, all at once, each as the public door keeps one. */
export async function flood(ovoz: Ovoz, { post, count }: { post: string; count: number }) {
  const values = { name: 'A', email: '', url: null, body: 'Words', notify: 'none' as const }
  const one = () =>
    keepComment({
      payload: ovoz.payload,
      id: randomUUID(),
      subject: { type: 'posts', id: post },
      answered: null,
      values,
      locale: 'en',
      status: 'pending',
      now: new Date(),
    })
  const many = async (left: number) => {
    for (; left > 0; left -= 200) await Promise.all(Array.from({ length: Math.min(left, 200) }, one))
  }
  if (engine === 'sqlite') return many(count)
  // The others are copies of the first: ten thousand transactions would take minutes.
  await many(1)
  for (const name of ['comments', 'awaiting']) {
    const { collection } = (ovoz.payload.db as any).collections[name]
    const { _id, ...row } = await collection.findOne()
    await collection.insertMany(
      Array.from({ length: count - 1 }, (_, i) => {
        const id = `copy-${i}`
        return name === 'comments' ? { ...row, _id: id, root: id } : { ...row, comment: id }
      }),
    )
  }
}

/** To whom a mail says that it goes. */
export const addressOf = ({ to }: ParsedMail) => [to].flat().flatMap((one) => one?.value ?? [])[0]?.address

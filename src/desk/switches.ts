import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { changeWatched } from '../content/watch.ts'
import { LOCALES, type SubjectType } from '../contract/index.ts'
import { Refusal } from '../platform/problem.ts'
import { writeDown } from './audit.ts'
import type { Calm, CalmAsk, CloseAnswer } from './shapes.ts'
import { findDiscussion, keepDiscussion, setOpenness } from './switches-store.ts'

/** Whether the site takes comments, and what it says of it, in all languages. */
export async function readCalm({ payload }: { payload: Payload }): Promise<Calm> {
  const { state, message } = await findDiscussion({ payload })
  const inEach = LOCALES.map((locale) => [locale, message?.[locale] || null] as const)
  return { state: state ?? 'held', message: Object.fromEntries(inEach) as Calm['message'] }
}

/** Sets the switch of the whole site. It holds for the next comment here, and within a second in other processes. */
export async function setCalm({ asked, req }: { asked: CalmAsk; req: PayloadRequest }): Promise<Calm> {
  const before = await readCalm(req)
  const after: Calm = { state: asked.state, message: { ...before.message, ...asked.message } }
  await together(req, async () => {
    await keepDiscussion({ calm: after, req })
    await writeDown({ req, entries: [{ act: 'calm', from: before.state, to: after.state }] })
  })
  return after
}

/**
 * Closes, or opens, the comments of one article or event, whoever owns it. Nothing else of it changes: a draft that
 * stands beside it is not published by this, and keeps what it says.
 * @throws Refusal `not-found`
 */
export async function setClosed({
  on,
  isClosed,
  req,
}: CloseAnswer & { req: PayloadRequest }): Promise<CloseAnswer> {
  const [kind, id = ''] = on.split('/') as [SubjectType, string?]
  const state = isClosed ? 'closed' : 'open'
  await together(req, async () => {
    const act = () => setOpenness({ kind, id, state, req })
    if (!(await changeWatched({ kind, id, req, act }))) throw new Refusal('not-found')
    await writeDown({ req, entries: [{ act: isClosed ? 'close' : 'reopen', thread: on, to: state }] })
  })
  return { on, isClosed }
}

async function together(req: PayloadRequest, act: () => Promise<void>) {
  const isOurs = await initTransaction(req)
  try {
    await act()
    if (isOurs) await commitTransaction(req)
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { COMMENT_STATES, type CommentState, WEBHOOK_EVENTS } from '../../src/contract/index.ts'
import type { MoveResult } from '../../src/desk/shapes.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'
import { deliveriesOf, forgetAll, letPrivateIn, listen } from '../support/webhooks.ts'

describe(`bulk moves (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/alike'
  const system = { depth: 0, overrideAccess: true } as const
  let postId: string

  beforeAll(async () => {
    letPrivateIn(true)
    postId = (await publish(ovoz, { title: 'Alike' })).id
    await ovoz.signUp('moderator')
    await listen(ovoz, { url: 'http://127.0.0.1:1/', events: [...WEBHOOK_EVENTS] })
  })

  const waiting = async () => (await comment(ovoz, on, { status: 'pending' })).id
  const stored = (id: string) => ovoz.payload.findByID({ collection: 'comments', id, ...system })
  const one = (id: string, status: string, revision: number) =>
    ovoz.rest(`/comments/${id}`, { as: 'moderator', method: 'PATCH', body: { status, revision } })
  const many = (comments: { id: string; revision: number }[], to: string) =>
    ovoz.rest('/desk/move', { as: 'moderator', body: { comments, to } })

  /** All that is kept of a comment and of what followed from its moves, without what differs by nature. */
  async function traces(id: string) {
    const { status, revision, queue, visibility, reasons, isHeld, moves, thread, root, depth } =
      await stored(id)
    const entries = await ovoz.payload.find({
      collection: 'audit',
      where: { comment: { equals: id } },
      sort: 'createdAt',
      ...system,
    })
    const told = (await deliveriesOf(ovoz)).filter(({ message }) => (message as any).data.id === id)
    return {
      kept: { status, revision, queue, visibility, reasons, isHeld, thread, isRoot: root === id, depth },
      moves: moves!.map(({ from, to, by, byId, via, why }) => ({
        from,
        to,
        by,
        byId,
        via,
        why: why ?? null,
      })),
      audit: entries.docs.map(({ act, by, byId, via, from, to }) => ({ act, by, byId, via, from, to })),
      told: told.map(({ event, status, attempts, message }) => {
        const { type, data } = message as any
        return { event, status, attempts, type, data: { ...data, id: '', url: undefined } }
      }),
    }
  }

  it('leave the same behind as single ones, whichever way a comment goes', { timeout: 60_000 }, async () => {
    for (const first of COMMENT_STATES)
      for (const second of COMMENT_STATES) {
        const [a, b] = [await waiting(), await waiting()]
        for (const [revision, to] of [first, second].entries()) {
          const { revision: seen } = await stored(a)
          expect((await one(a, to, seen ?? 0)).status).toBe(200)
          const { body } = await many([{ id: b, revision: seen ?? 0 }], to)
          expect(body.results[0].outcome, `${revision}`).toMatch(/moved|stayed/)
        }
        expect(await traces(b), `${first}, then ${second}`).toEqual(await traces(a))
        await forgetDeliveries()
      }
  })

  const forgetDeliveries = () =>
    ovoz.payload.delete({ collection: 'deliveries', where: { id: { exists: true } }, overrideAccess: true })

  it('show at once at the public door, and in its counts', async () => {
    const ids = [await waiting(), await waiting(), await waiting()]
    const total = async () => (await ovoz.api(`/comments?on=${on}&limit=1`)).body.total as number
    const count = async () => (await ovoz.api(`/comments/counts?on=${on}`)).body.counts[on] as number
    const before = await total()
    expect(await count()).toBe(before)
    await many(
      ids.map((id) => ({ id, revision: 0 })),
      'approved',
    )
    expect([await total(), await count()]).toEqual([before + 3, before + 3])
    await many(
      ids.map((id) => ({ id, revision: 1 })),
      'back',
    )
    expect([await total(), await count()]).toEqual([before, before])
  })

  it('are told to every hook of comments, in their own transaction, and undone with it', async () => {
    const { afterChange } = ovoz.payload.collections.comments.config.hooks
    const ids = [await waiting(), await waiting()]
    const seen: string[] = []
    let fails = true
    afterChange.push(async ({ context, doc, previousDoc, req }) => {
      if (!ids.includes(doc.id)) return
      const inside = await req.payload.findByID({ collection: 'comments', id: doc.id, req, ...system })
      seen.push(`${previousDoc.status} ${doc.status} ${inside.status} ${context.why}`)
      if (fails) throw new Error('not now')
    })
    try {
      const body = { comments: ids.map((id) => ({ id, revision: 0 })), to: 'spam', why: 'Advertising' }
      const failed = await ovoz.rest('/desk/move', { as: 'moderator', body })
      expect(failed.status).toBe(500)
      for (const id of ids) expect(await stored(id)).toMatchObject({ status: 'pending', revision: 0 })
      fails = false
      const { results } = (await ovoz.rest('/desk/move', { as: 'moderator', body })).body
      expect(results.map(({ outcome }: MoveResult) => outcome)).toEqual(['moved', 'moved'])
      expect(seen.slice(1)).toEqual(Array(2).fill('pending spam spam Advertising'))
    } finally {
      afterChange.pop()
    }
  })

  it('says which way a move came', async () => {
    const ways: [CommentState, object, string][] = [
      ['approved', {}, 'rule'],
      ['spam', { context: { via: 'mail' } }, 'mail'],
    ]
    const id = await waiting()
    for (const [status, more] of ways)
      await ovoz.payload.update({ collection: 'comments', id, data: { status } as never, ...system, ...more })
    await one(id, 'trash', 2)
    expect((await stored(id)).moves!.map(({ via }) => via)).toEqual(['rule', 'mail', 'api'])
  })

  it('moves the comments of an article that is gone', async () => {
    const made = await publish(ovoz, { title: 'Soon gone' })
    const { id } = await comment(ovoz, 'posts/soon-gone', { status: 'pending' })
    await ovoz.payload.delete({ collection: 'posts', id: made.id, overrideAccess: true })
    const { body } = await many([{ id, revision: 0 }], 'approved')
    expect(body.results[0].outcome).toBe('moved')
    const { card } = (await ovoz.rest(`/desk/comments/${id}`, { as: 'moderator' })).body
    expect(card.on).toMatchObject({ key: `posts/${made.id}`, title: '', url: null })
    const reply = await ovoz.rest('/desk/reply', {
      as: 'moderator',
      body: { id, revision: 1, text: 'Too late' },
    })
    expect(reply.status).toBe(409)
    expect(postId).not.toBe(made.id)
  })

  afterEach(() => forgetDeliveries())
  it('takes 500 at once', { timeout: 60_000 }, async () => {
    const now = new Date().toISOString()
    const ids = Array.from({ length: 500 }, (_, i) => `many-${String(i).padStart(3, '0')}`)
    for (const id of ids)
      await ovoz.payload.db.create({
        collection: 'comments',
        data: {
          id,
          body: id,
          name: 'N',
          on: { relationTo: 'posts', value: postId },
          thread: `posts/${postId}`,
          root: id,
          status: 'pending',
          visibility: 'hidden',
          revision: 0,
          createdAt: now,
          updatedAt: now,
        },
      })
    const { body } = await many(
      ids.map((id) => ({ id, revision: 0 })),
      'spam',
    )
    expect(body.results.filter(({ outcome }: MoveResult) => outcome === 'moved')).toHaveLength(500)
    const { totalDocs } = await ovoz.payload.count({
      collection: 'comments',
      where: { and: [{ id: { in: ids } }, { status: { equals: 'spam' } }] },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(500)
    await forgetAll(ovoz)
  })
})

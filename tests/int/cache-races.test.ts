import type { ChildProcess } from 'node:child_process'

import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findNextTurn, findTurned } from '../../src/content/turns.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { startSecond } from '../support/second.ts'
import { until } from '../support/server.ts'
import { tell } from '../support/tell.ts'

const system = { depth: 0, overrideAccess: true } as const
const isHit = (response: Response) => response.headers.get('cache-status') === 'ovoz; hit'

describe(`the memory of the public door (${engine})`, () => {
  const ovoz = useOvoz()
  const ask = async (path: string) => {
    const response = await ovoz.door.fetch(`/api/v1${path}`)
    return { isHit: isHit(response), body: (await response.json()) as any }
  }
  const rename = (id: string, title: string, how: object = {}) =>
    ovoz.payload.update({ collection: 'posts', id, data: { title } as never, ...system, ...how })
  const announcements = async () =>
    (
      await ovoz.payload.find({
        collection: 'ledger',
        where: { key: { like: 'drop:' } },
        limit: 0,
        ...system,
      })
    ).totalDocs

  /** Holds the next reading of a collection after it has read, until it is let go; counts all of them. */
  function hold(collection: string) {
    const { db } = ovoz.payload
    const { find } = db
    let reach!: () => void
    let go!: () => void
    const reached = new Promise<void>((resolve) => (reach = resolve))
    const gate = new Promise<void>((resolve) => (go = resolve))
    let calls = 0
    db.find = async function (this: unknown, given) {
      const found = await find.call(db, given)
      if (given.collection !== collection || calls++) return found
      reach()
      await gate
      return found
    } as typeof find
    const letGo = () => {
      db.find = find
      go()
    }
    return { reached, letGo, calls: () => calls }
  }

  it('keeps nothing that was computed while a write came between', async () => {
    const { id } = await publish(ovoz, { title: 'Before', slug: 'raced' })
    // What time has changed is looked for before the first answer, and is not what is held.
    await ask('/site')
    const held = hold('posts')
    const early = ask('/posts/raced')
    await held.reached
    await rename(id, 'After')
    expect((await ask('/posts/raced')).body.title).toBe('After')
    held.letGo()
    expect((await early).body.title).toBe('Before')
    expect(await ask('/posts/raced')).toMatchObject({ isHit: true, body: { title: 'After' } })
  })

  it('computes an answer once for all who wait for it', async () => {
    await ask('/site')
    const held = hold('tags')
    const before = ovoz.door.asked
    const all = Array.from({ length: 50 }, () => ask('/tags?limit=7'))
    await held.reached
    await until(async () => ovoz.door.asked === before + 50, { milliseconds: 30_000, what: 'fifty requests' })
    held.letGo()
    expect((await Promise.all(all)).filter((one) => one.isHit)).toHaveLength(0)
    expect(held.calls()).toBe(1)
    expect((await ask('/tags?limit=7')).isHit).toBe(true)
  })

  it('drops nothing for a write that is undone, and leaves no word of it', async () => {
    const { id } = await publish(ovoz, { title: 'Stays', slug: 'undone' })
    await ask('/posts/undone')
    const before = await announcements()
    const req = await createLocalReq({}, ovoz.payload)
    await initTransaction(req)
    await rename(id, 'Undone', { req })
    await killTransaction(req)
    expect(await ask('/posts/undone')).toMatchObject({ isHit: true, body: { title: 'Stays' } })
    expect(await announcements()).toBe(before)
  })

  it('keeps what it has until a transaction stands, and drops it then', async () => {
    const { id } = await publish(ovoz, { title: 'Stands', slug: 'standing' })
    await ask('/posts/standing')
    const req = await createLocalReq({}, ovoz.payload)
    await initTransaction(req)
    await rename(id, 'Stood', { req })
    expect(await ask('/posts/standing')).toMatchObject({ isHit: true, body: { title: 'Stands' } })
    await ovoz.payload.db.commitTransaction((await req.transactionID)!)
    expect(await ask('/posts/standing')).toMatchObject({ isHit: false, body: { title: 'Stood' } })
  })

  describe('follows the time', () => {
    const soon = () => new Date(Date.now() + 2500).toISOString()
    /** Looks again and again, and says how long after its time it was so. */
    async function comes(date: string, isSo: () => Promise<boolean>, what: string) {
      const early = await isSo()
      if (new Date().toISOString() < date) expect(early).toBe(false)
      await until(isSo, { milliseconds: 30_000, what })
      expect(new Date().toISOString() >= date).toBe(true)
      tell(`${what} (${engine}): ${Date.now() - Date.parse(date)} ms after its time`)
    }

    it('when an article is to come out', async () => {
      const date = soon()
      await publish(ovoz, { title: 'Of the hour', slug: 'of-the-hour', publishedAt: date })
      const listed = async () =>
        (await ask('/posts')).body.items.some(({ slug }: { slug: string }) => slug === 'of-the-hour')
      await comes(date, listed, 'an article in its list')
      expect((await ask('/posts')).isHit).toBe(true)
    })

    it('when a page closes its discussion', async () => {
      const date = soon()
      await publish(ovoz, { title: 'Closes', slug: 'closes', comments: { state: 'open', until: date } })
      await ask('/posts/closes')
      await comes(
        date,
        async () => !(await ask('/comments?on=posts/closes')).body.open,
        'the end of a thread',
      )
      expect((await ask('/posts/closes')).body.commentsOpen).toBe(false)
    })

    it('when an event ends', async () => {
      const date = soon()
      await ovoz.payload.create({
        collection: 'events',
        data: {
          title: 'Ends',
          slug: 'ends',
          start: '2024-01-01T00:00:00.000Z',
          end: date,
          timeZone: 'Asia/Dushanbe',
          publishedAt: '2024-01-01T00:00:00.000Z',
          _status: 'published',
        } as never,
        ...system,
      })
      const has = async (when: string) =>
        (await ask(`/events?when=${when}`)).body.items.some(({ slug }: { slug: string }) => slug === 'ends')
      await comes(date, () => has('past'), 'an event among those that are over')
      expect(await has('upcoming')).toBe(false)
    })
  })

  describe('looks for what time has changed', () => {
    const at = (time: string) => new Date(time)
    const turned = (after: string, until: string) =>
      findTurned({ payload: ovoz.payload, after: at(after), until: at(until) })

    it('of an event after the last moment of its end, and not before', async () => {
      await ovoz.payload.create({
        collection: 'events',
        data: {
          title: 'Far',
          slug: 'far',
          start: '2500-01-01T10:00:00.000Z',
          end: '2500-01-01T12:00:00.000Z',
          timeZone: 'Asia/Dushanbe',
          publishedAt: '2024-01-01T00:00:00.000Z',
          _status: 'published',
        } as never,
        ...system,
      })
      expect(await turned('2500-01-01T11:00:00.000Z', '2500-01-01T12:00:00.000Z')).toEqual([])
      expect(await turned('2500-01-01T12:00:00.000Z', '2500-01-01T12:00:00.001Z')).toEqual(['list:events'])
      const next = (time: string) => findNextTurn({ payload: ovoz.payload, now: at(time) })
      expect(await next('2500-01-01T11:00:00.000Z')).toBe(Date.parse('2500-01-01T12:00:00.001Z'))
      expect(await next('2500-01-01T12:00:00.001Z')).toBe(Date.parse('2500-01-02T00:00:00.000Z'))
    })

    it('and of a calendar at midnight', async () => {
      expect(await turned('2400-01-01T23:59:59.999Z', '2400-01-02T00:00:00.000Z')).toEqual(['day'])
      expect(await turned('2400-01-02T00:00:00.000Z', '2400-01-02T23:59:59.999Z')).toEqual([])
    })
  })

  describe('in two processes', () => {
    let child: ChildProcess
    let port = 0
    const there = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`)
      return { isHit: isHit(response), body: (await response.json()) as any }
    }

    beforeAll(async () => {
      ;({ child, port } = await startSecond())
    })
    afterAll(() => void child.kill())

    it('is of one mind, and what a write does not touch stays in both', async () => {
      const { id } = await publish(ovoz, { title: 'One', slug: 'shared' })
      await publish(ovoz, { title: 'Untouched', slug: 'untouched' })
      const undone = await publish(ovoz, { title: 'Not undone', slug: 'not-undone' })
      const isWarm = async (path: string) => (await there(path)).isHit
      const agree = (title: string) => async () => (await there('/posts/shared')).body.title === title
      // Once it has heard of this, it has heard of all that was before.
      await until(() => isWarm('/posts/shared'), { milliseconds: 30_000, what: 'a kept answer' })
      await rename(id, 'Begun')
      await until(agree('Begun'), { milliseconds: 30_000, what: 'the first title' })
      for (const path of ['/posts/shared', '/comments?on=posts/untouched', '/comments?on=posts/not-undone'])
        await until(() => isWarm(path), { milliseconds: 30_000, what: path })

      const req = await createLocalReq({}, ovoz.payload)
      await initTransaction(req)
      await rename(undone.id, 'Undone', { req })
      await ovoz.payload.update({
        collection: 'posts',
        id: undone.id,
        data: { slug: 'gone' },
        req,
        ...system,
      })
      await killTransaction(req)
      const measured: number[] = []
      for (const title of ['Two', 'Three', 'Four']) {
        await until(() => isWarm('/posts/shared'), { milliseconds: 30_000, what: 'a kept answer' })
        await rename(id, title)
        const committed = Date.now()
        await until(agree(title), { milliseconds: 30_000, what: `the title ${title}` })
        measured.push(Date.now() - committed)
      }
      tell(`a second process agreed (${engine}) after ${measured.join(', ')} ms`)
      expect(await isWarm('/comments?on=posts/untouched')).toBe(true)
      expect(await isWarm('/comments?on=posts/not-undone')).toBe(true)
    })
  })
})

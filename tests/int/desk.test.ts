import { beforeAll, describe, expect, it } from 'vitest'

import type { Card, MoveResult, QueueAnswer } from '../../src/desk/shapes.ts'
import { findPage } from '../../src/desk/store.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

describe(`the desk (${engine})`, () => {
  const ovoz = useOvoz()
  const on = 'posts/busy'
  let post: { id: string }
  const ask = async (query = '', as = 'moderator'): Promise<QueueAnswer> => {
    const { status, body } = await ovoz.rest(`/desk/queue${query}`, { as })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const post_ = (path: string, body: object, as = 'moderator') => ovoz.rest(`/desk${path}`, { as, body })
  const move = async (comments: { id: string; revision: number }[], to: string, as = 'moderator') => {
    const { status, body } = await post_('/move', { comments, to }, as)
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body.results as MoveResult[]
  }
  const waiting = (more: object = {}) => comment(ovoz, on, { status: 'pending', ...more })
  const cardOf = async (id: string): Promise<{ card: Card; moves: any[] }> =>
    (await ovoz.rest(`/desk/comments/${id}`, { as: 'moderator' })).body
  const audit = async (where: object) =>
    (
      await ovoz.payload.find({
        collection: 'audit',
        where: where as never,
        sort: 'createdAt',
        overrideAccess: true,
      })
    ).docs

  beforeAll(async () => {
    post = await publish(ovoz, { title: 'Busy' })
    for (const role of ['moderator', 'admin', 'author', 'translator', 'frontend'] as const)
      await ovoz.signUp(role)
    await ovoz.signUp('moderator', 'second')
  })

  it('is for those who moderate', async () => {
    for (const as of [undefined, 'author', 'translator', 'frontend']) {
      const asked = as === undefined ? {} : { as }
      for (const path of ['/queue', '/counts', '/calm', '/comments/x'])
        expect((await ovoz.rest(`/desk${path}`, asked)).status).toBe(403)
      for (const path of ['/move', '/reply', '/approve-writer', '/close', '/calm'])
        expect((await ovoz.rest(`/desk${path}`, { ...asked, body: {} })).status).toBe(403)
    }
  })

  it('shows a card with all that a moderator needs, and no address', async () => {
    const top = await comment(ovoz, on, { body: 'What is answered', name: 'Zarina' })
    const { id } = await waiting({ parent: top.id, email: 'madina@reader.example', locale: 'tg' })
    const { cards } = await ask('?order=newest')
    expect(cards[0]).toMatchObject({
      id,
      revision: 0,
      state: 'pending',
      name: 'Nigora',
      email: 'm•••@reader.example',
      locale: 'tg',
      isStaff: false,
      isWithdrawn: false,
      on: { key: `posts/${post.id}`, type: 'posts', id: post.id, title: 'Busy', isClosed: false },
      answers: { id: top.id, name: 'Zarina', excerpt: 'What is answered', state: 'approved' },
      reasons: [{ reason: 'everyone', href: '/admin/globals/discussion' }],
      writer: { pending: 1, approved: 0, spam: 0, trash: 0, isMore: false },
      lastMove: null,
    })
    expect(cards[0]!.on.url).toMatch(/\/posts\/busy$/)
    expect(JSON.stringify(await ask('?limit=100', 'admin'))).not.toMatch(/madina@|nigora@/)
  })

  it('pages through a queue both ways, each comment once', async () => {
    for (let i = 0; i < 5; i++) await waiting()
    for (const order of ['oldest', 'newest']) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: QueueAnswer = await ask(`?order=${order}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        seen.push(...page.cards.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor)
      const { cards, counts } = await ask(`?order=${order}&limit=100`)
      expect(seen).toEqual(cards.map(({ id }) => id))
      expect(new Set(seen).size).toBe(counts.waiting)
      expect(seen).toEqual(order === 'oldest' ? seen.toSorted() : seen.toSorted().reverse())
    }
  })

  it('filters by article, language, author, writer and age, and searches names and texts', async () => {
    const person = await ovoz.payload.create({
      collection: 'people',
      data: { name: 'Oisha' },
      overrideAccess: true,
    })
    const other = await publish(ovoz, { title: 'Other', authors: [person.id] })
    const email = 'seldom@reader.example'
    const a = await comment(ovoz, 'posts/other', {
      status: 'pending',
      locale: 'tg',
      body: 'Оби ҶУМҲУРӢ 100%_*[x',
      name: 'Фарида',
      email,
    })
    const b = await waiting({ email, body: 'Elsewhere' })
    const ids = async (query: string) => (await ask(`?limit=100&${query}`)).cards.map(({ id }) => id)
    expect(await ids(`on=posts/${other.id}`)).toEqual([a.id])
    expect(await ids(`author=${person.id}`)).toEqual([a.id])
    expect(await ids(`author=nobody`)).toEqual([])
    expect(await ids(`author=${person.id}&on=posts/${post.id}`)).toEqual([])
    expect(await ids(`on=posts/${other.id}&locale=ru`)).toEqual([])
    expect(await ids(`on=posts/${other.id}&locale=tg`)).toEqual([a.id])
    expect(await ids(`sameWriterAs=${b.id}`)).toEqual([a.id, b.id])
    for (const words of ['ҷумҳурӣ', 'чумхури', 'фарида ОБИ', '100%_*', '[x'])
      expect(await ids(`search=${encodeURIComponent(words)}`)).toContain(a.id)
    expect(await ids(`search=${encodeURIComponent('фарида elsewhere')}`)).toEqual([])
    expect(await ids(`search=${encodeURIComponent("x' OR 1=1 --")}`)).toEqual([])
    const { createdAt } = (await cardOf(b.id)).card
    expect(await ids(`since=${createdAt}&sameWriterAs=${b.id}`)).toContain(b.id)
    expect(await ids(`before=${createdAt}&sameWriterAs=${b.id}`)).not.toContain(b.id)
    expect(await ids('since=2999-01-01T00:00:00Z')).toEqual([])
    expect(await ids('reason=everyone')).toContain(a.id)
    expect(await ids('reason=returned')).toEqual([])
  })

  it('looks for words in portions, and finds the same', async () => {
    const ids: string[] = []
    for (let i = 0; i < 7; i++) ids.push((await waiting({ body: `${i % 3 ? 'Plain' : 'Rare'} ${i}` })).id)
    const rare = ids.filter((_, i) => i % 3 === 0)
    for (const isDescending of [false, true])
      for (const windowSize of [1, 2, 3, 7, 100])
        for (const limit of [1, 2, 3]) {
          const where = {
            equals: { status: 'pending' },
            contains: [{ fields: ['name', 'body'], words: ['RARE'] }],
          }
          const page = { where, isDescending, limit }
          const found = await findPage({ payload: ovoz.payload, page, windowSize })
          const wanted = isDescending ? rare.toReversed() : rare
          expect(found.map(({ id }) => id)).toEqual(wanted.slice(0, limit + 1))
        }
  })

  it('finds by author also the events where a person speaks', async () => {
    const make = (name: string) =>
      ovoz.payload.create({ collection: 'people', data: { name }, overrideAccess: true })
    const [speaker, moderator, other] = [await make('Shahlo'), await make('Gulru'), await make('Nobody')]
    const event = await ovoz.payload.create({
      collection: 'events',
      data: {
        title: 'A forum',
        start: '2026-12-01T09:00:00Z',
        timeZone: 'Asia/Dushanbe',
        _status: 'published',
        speakers: [{ person: speaker!.id }],
        agenda: [{ title: 'A talk', speakers: [moderator!.id] }],
      } as never,
      overrideAccess: true,
    })
    const made = await publish(ovoz, { title: 'Of the speaker', authors: [speaker!.id] })
    const said = await comment(ovoz, `events/${event.slug}`, { status: 'pending' })
    const read = await comment(ovoz, 'posts/of-the-speaker', { status: 'pending' })
    const ids = async (query: string) => (await ask(`?limit=100&${query}`)).cards.map(({ id }) => id)
    expect(await ids(`author=${speaker!.id}`)).toEqual([said.id, read.id])
    expect(await ids(`author=${speaker!.id}&on=posts/${made.id}`)).toEqual([read.id])
    expect(await ids(`author=${moderator!.id}`)).toEqual([said.id])
    expect(await ids(`author=${other!.id}`)).toEqual([])
  })

  it('tells people in the language of their panel what it refuses, and programs in English', async () => {
    const { id } = await waiting()
    const told = async (path: string, init: object, language: string | undefined, as = 'moderator') => {
      const headers: Record<string, string> =
        language === undefined ? {} : { cookie: `payload-lng=${language}` }
      return (await ovoz.rest(path, { as, headers, ...init })).body.errors[0].message as string
    }
    const bodies: [string, object, RegExp, RegExp, RegExp][] = [
      ['/desk/comments/none', {}, /There is no such/, /Здесь такого нет/, /Чунин чиз/],
      [
        '/desk/reply',
        { body: { id, revision: 0, text: ' ' } },
        /This field is required/,
        /обязательно/,
        /ҳатмист/,
      ],
      [
        '/desk/move',
        { body: { comments: [], to: 'away' } },
        /^to: One of pending/,
        /^to: Одно из pending/,
        /^to: Яке аз pending/,
      ],
      [
        `/comments/${id}`,
        { method: 'PATCH', body: { status: 'spam', revision: 9 } },
        /Someone else/,
        /Кто-то только что/,
        /Касе ҳозир/,
      ],
      ['/comments/none', { method: 'PATCH', body: { status: 'spam' } }, /no such comment/, /нет/, /нест/],
    ]
    for (const [path, init, en, ru, tg] of bodies) {
      expect(await told(path, init, 'en')).toMatch(en)
      expect(await told(path, init, undefined)).toMatch(en)
      expect(await told(path, init, 'ru')).toMatch(ru)
      expect(await told(path, init, 'tg')).toMatch(tg)
    }
    expect(await told('/desk/queue', {}, 'ru', 'author')).toMatch(/^Стол модерации/)
    expect(await told('/desk/queue', {}, 'ru', 'frontend')).toMatch(/^The desk is for/)
    const event = { title: 'E', start: '2026-12-02T09:00:00Z', end: '2026-12-01T09:00:00Z' }
    const refused = await ovoz.rest('/events', {
      as: 'admin',
      headers: { cookie: 'payload-lng=tg' },
      body: { ...event, end: null, timeZone: 'Mars/Olympus', onlineUrl: 'here' },
    })
    const faults = refused.body.errors[0].data.errors.map((one: any) => [one.path, one.message])
    expect(Object.fromEntries(faults)).toEqual({
      timeZone: 'Минтақаи вақти IANA-ро нависед, масалан Asia/Dushanbe.',
      onlineUrl: 'Суроғаеро нависед, ки бо https:// ё http:// оғоз мешавад.',
    })
    const backwards = await ovoz.rest('/events', {
      as: 'admin',
      headers: { cookie: 'payload-lng=ru' },
      body: { ...event, timeZone: 'Asia/Dushanbe' },
    })
    expect(backwards.body.errors[0].data.errors[0].message).toBe('Окончание раньше начала.')
    const hookFault = async (more: object) => {
      const hook = await ovoz.rest('/webhooks', {
        as: 'admin',
        headers: { cookie: 'payload-lng=ru' },
        body: { name: 'H', events: ['comment.approved'], ...more },
      })
      return hook.body.errors[0].data.errors[0].message as string
    }
    expect(await hookFault({ url: 'http://example.org/' })).toMatch(/^Адрес должен начинаться с https/)
    expect(await hookFault({ url: 'https://10.0.0.7/' })).toMatch(/10\.0\.0\.7, который не публичный/)
    const secret = { url: 'https://93.184.216.34/', secret: 'short' }
    expect(await hookFault(secret)).toMatch(/^Секрет — это whsec_/)
  })

  it('says what is wrong with what it is asked', async () => {
    for (const query of [
      'queue=none',
      'limit=0',
      'limit=101',
      'cursor=x',
      'on=x',
      'since=yesterday',
      'locale=de',
    ])
      expect((await ovoz.rest(`/desk/queue?${query}`, { as: 'moderator' })).status).toBe(400)
    const many = Array.from({ length: 501 }, (_, i) => ({ id: `${i}`, revision: 0 }))
    for (const body of [{}, { comments: many, to: 'spam' }, { comments: [{ id: 'x' }], to: 'spam' }])
      expect((await post_('/move', body)).status).toBe(400)
    expect((await post_('/move', { comments: [], to: 'away' })).body.errors[0].message).toMatch(/^to: /)
    expect((await ovoz.rest('/desk/comments/none', { as: 'moderator' })).status).toBe(404)
  })

  it('moves many in one request and tells each apart', async () => {
    const [a, b, c, d] = [await waiting(), await waiting(), await waiting(), await waiting()]
    await move([{ id: b!.id, revision: 0 }], 'spam', 'second')
    await ovoz.api(`/comments/${c!.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${c!.manageToken}` },
    })
    await move([{ id: d!.id, revision: 0 }], 'approved')
    const results = await move(
      [
        { id: a!.id, revision: 0 },
        { id: b!.id, revision: 0 },
        { id: c!.id, revision: 1 },
        { id: d!.id, revision: 1 },
        { id: 'no-such-comment', revision: 0 },
        { id: a!.id, revision: 0 },
      ],
      'approved',
    )
    expect(results).toMatchObject([
      { outcome: 'moved', from: 'pending', now: { state: 'approved', revision: 1 } },
      { outcome: 'conflict', now: { state: 'spam', revision: 1, lastMove: { by: 'second', to: 'spam' } } },
      { outcome: 'illegal', because: 'withdrawn', now: { state: 'trash' } },
      { outcome: 'stayed', now: { state: 'approved', revision: 1 } },
      { id: 'no-such-comment', outcome: 'gone' },
      { outcome: 'conflict', now: { state: 'approved', revision: 1 } },
    ])
    const thread = await ovoz.api(`/comments?on=${on}&limit=100`)
    expect(JSON.stringify(thread.body)).toContain(a!.id)
    expect((await cardOf(a!.id)).card).toMatchObject({ state: 'approved', revision: 1 })
  })

  it('lets one of many moderators win who act at once, and overwrites nothing', async () => {
    const ids = [await waiting(), await waiting(), await waiting()].map(({ id }) => ({ id, revision: 0 }))
    const single = (id: string) =>
      ovoz.rest(`/comments/${id}`, { as: 'second', method: 'PATCH', body: { status: 'trash', revision: 0 } })
    const [one, two, ...singles] = await Promise.all([
      move(ids, 'approved'),
      move(ids.toReversed(), 'spam', 'second'),
      ...ids.map(({ id }) => single(id)),
    ])
    for (const { id } of ids) {
      const bulk = [...one, ...two].filter((result) => result.id === id && result.outcome === 'moved').length
      const alone = singles[ids.findIndex((one) => one.id === id)]!.status === 200 ? 1 : 0
      expect(bulk + alone).toBe(1)
      const { moves, card } = await cardOf(id)
      expect(moves).toHaveLength(1)
      expect(card.revision).toBe(1)
    }
    for (const { status } of singles) expect([200, 409]).toContain(status)
  })

  it('undoes a move of one’s own with the new revision, and nobody else’s', async () => {
    const { id } = await waiting()
    await move([{ id, revision: 0 }], 'trash')
    expect(await move([{ id, revision: 1 }], 'back', 'second')).toMatchObject([
      { outcome: 'illegal', because: 'nothing-to-undo' },
    ])
    expect(await move([{ id, revision: 0 }], 'back')).toMatchObject([{ outcome: 'conflict' }])
    expect(await move([{ id, revision: 1 }], 'back')).toMatchObject([
      { outcome: 'moved', from: 'trash', now: { state: 'pending', revision: 2 } },
    ])
    const { card, moves } = await cardOf(id)
    expect(moves).toMatchObject([
      { from: 'pending', to: 'trash', by: 'moderator', via: 'api' },
      { from: 'trash', to: 'pending', by: 'moderator', via: 'api' },
    ])
    // It waits for what it waited for.
    expect(card.reasons).toMatchObject([{ reason: 'everyone' }])
    const back = (await move([{ id, revision: 2 }], 'spam'))[0]!
    expect(back.outcome).toBe('moved')
    await move([{ id, revision: 3 }], 'pending')
    expect((await cardOf(id)).card.reasons).toMatchObject([{ reason: 'returned', href: null }])
  })

  it('keeps every move in a list that only administrators see', async () => {
    const { id } = await waiting()
    await post_('/move', { comments: [{ id, revision: 0 }], to: 'trash', why: 'Rude' })
    await ovoz.rest(`/comments/${id}`, { as: 'second', method: 'PATCH', body: { status: 'approved' } })
    expect(await audit({ comment: { equals: id } })).toMatchObject([
      { act: 'move', by: 'moderator', via: 'api', from: 'pending', to: 'trash', why: 'Rude' },
      { act: 'move', by: 'second', from: 'trash', to: 'approved' },
    ])
    await ovoz.payload.delete({ collection: 'comments', id, overrideAccess: true })
    expect((await audit({ comment: { equals: id } })).map(({ act }) => act)).toEqual([
      'move',
      'move',
      'delete',
    ])
    expect((await ovoz.rest('/audit', { as: 'moderator' })).status).toBe(403)
    expect((await ovoz.rest('/audit', { as: 'admin' })).body.docs.length).toBeGreaterThan(2)
  })

  it('answers as staff and approves what is answered, both or neither', async () => {
    const { id } = await waiting()
    const asked = { id, revision: 0, text: 'Thank you.' }
    expect((await post_('/reply', { ...asked, text: ' ' })).status).toBe(400)
    expect((await post_('/reply', { ...asked, revision: 3 })).status).toBe(409)
    expect((await cardOf(id)).card.state).toBe('pending')
    const { status, body } = await post_('/reply', asked)
    expect(status).toBe(200)
    expect(body.result).toMatchObject({ outcome: 'moved', now: { state: 'approved', revision: 1 } })
    const shown = await ovoz.api(`/comments/${id}`)
    expect(shown.body.replies).toMatchObject([
      { id: body.reply.id, text: 'Thank you.', author: { name: 'moderator', isStaff: true } },
    ])
    expect((await post_('/reply', { ...asked, revision: 1 })).body.result.outcome).toBe('stayed')
  })

  it('takes a reply back together with what it approved, which waits again for what it waited for', async () => {
    const { id } = await waiting()
    const before = (await cardOf(id)).card
    const counted = async () => (await ask()).counts
    const counts = await counted()
    const written = (await post_('/reply', { id, revision: 0, text: 'Too early' })).body
    const taken = { reply: written.reply.id, comment: { id, revision: 1 } }
    expect((await post_('/reply/undo', { ...taken, reply: id })).status).toBe(404)
    const { status, body } = await post_('/reply/undo', taken)
    expect(status).toBe(200)
    expect(body.results).toMatchObject([
      { id: written.reply.id, outcome: 'moved', from: 'approved', now: { state: 'trash' } },
      { id, outcome: 'moved', from: 'approved', now: { state: 'pending', revision: 2 } },
    ])
    expect(body.counts).toEqual({ ...counts, trash: counts.trash + 1 })
    expect((await cardOf(id)).card).toMatchObject({ state: 'pending', reasons: before.reasons })
    for (const one of [id, written.reply.id])
      expect((await ovoz.api(`/comments/${one}`)).status).not.toBe(200)
    // Once more changes nothing, and says so.
    const again = (await post_('/reply/undo', taken)).body.results
    expect(again.map(({ outcome }: MoveResult) => outcome)).toEqual(['conflict', 'conflict'])
  })

  it('takes a reply back and leaves alone what somebody else has moved on', async () => {
    const { id } = await waiting()
    const written = (await post_('/reply', { id, revision: 0, text: 'Too early' })).body
    await move([{ id, revision: 1 }], 'spam', 'second')
    const { results } = (
      await post_('/reply/undo', { reply: written.reply.id, comment: { id, revision: 1 } })
    ).body
    expect(results).toMatchObject([
      { outcome: 'moved', now: { state: 'trash' } },
      { outcome: 'conflict', now: { state: 'spam', lastMove: { by: 'second' } } },
    ])
    const alone = (await post_('/reply', { id, revision: 2, text: 'Once more' })).body
    expect((await post_('/reply/undo', { reply: alone.reply.id, comment: null })).body.results).toMatchObject(
      [{ outcome: 'moved', now: { state: 'trash' } }],
    )
  })

  it('takes back exactly what was approved of one writer', async () => {
    const email = 'hasty@reader.example'
    const mine = [await waiting({ email }), await waiting({ email }), await waiting({ email })]
    await move([{ id: mine[2]!.id, revision: 0 }], 'approved')
    const { results } = (await post_('/approve-writer', { id: mine[0]!.id })).body
    await move([{ id: mine[1]!.id, revision: 1 }], 'trash', 'second')
    const back = await move(
      results.map(({ id, now }: any) => ({ id, revision: now.revision })),
      'back',
    )
    expect(back.map(({ id, outcome }) => [id, outcome])).toEqual([
      [mine[0]!.id, 'moved'],
      [mine[1]!.id, 'conflict'],
    ])
    const states = await Promise.all(mine.map(async ({ id }) => (await cardOf(id)).card.state))
    expect(states).toEqual(['pending', 'trash', 'approved'])
    expect((await cardOf(mine[0]!.id)).card.reasons.map(({ reason }) => reason)).toEqual(['everyone'])
  })

  it('approves all that waits of one writer', async () => {
    const email = 'busy@reader.example'
    const mine = [await waiting({ email }), await waiting({ email }), await waiting({ email })]
    await move([{ id: mine[2]!.id, revision: 0 }], 'spam')
    const others = (await ask()).counts.waiting - 2
    const { body } = await post_('/approve-writer', { id: mine[0]!.id })
    expect(body).toMatchObject({ left: 0, counts: { waiting: others } })
    expect(body.results.map(({ id, outcome }: any) => [id, outcome])).toEqual([
      [mine[0]!.id, 'moved'],
      [mine[1]!.id, 'moved'],
    ])
    expect((await cardOf(mine[0]!.id)).card.writer).toMatchObject({ approved: 2, spam: 1, pending: 0 })
    expect((await post_('/approve-writer', { id: 'none' })).status).toBe(404)
  })

  it('closes the comments of an article at once, and publishes no draft with it', async () => {
    const made = await publish(ovoz, { title: 'Heated' })
    const key = `posts/${made.id}`
    expect((await ovoz.api('/comments?on=posts/heated')).body.open).toBe(true)
    await ovoz.payload.update({
      collection: 'posts',
      id: made.id,
      data: { title: 'A secret draft', _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    expect((await post_('/close', { on: key })).body).toEqual({ on: key, isClosed: true })
    expect((await ovoz.api('/comments?on=posts/heated')).body.open).toBe(false)
    const send = () =>
      ovoz.api('/comments', {
        body: { on: 'posts/heated', name: 'N', email: 'n@reader.example', body: 'Too late' },
      })
    expect((await send()).status).toBe(409)
    expect((await ovoz.api('/posts/heated')).body.title).toBe('Heated')
    const draft = await ovoz.payload.findByID({
      collection: 'posts',
      id: made.id,
      draft: true,
      overrideAccess: true,
    })
    expect(draft).toMatchObject({ title: 'A secret draft', comments: { state: 'closed' } })
    await post_('/close', { on: key, isClosed: false })
    expect((await send()).status).toBe(202)
    expect((await post_('/close', { on: 'posts/none' })).status).toBe(404)
    expect((await audit({ thread: { equals: key } })).map(({ act }) => act)).toEqual(['close', 'reopen'])
  })

  it('switches the whole site, with a message in three languages', async () => {
    const message = { en: 'Back tomorrow.', ru: 'До завтра.', tg: 'То фардо.' }
    const { body } = await post_('/calm', { state: 'closed', message })
    expect(body).toEqual({ state: 'closed', message })
    expect((await ovoz.api(`/comments?on=${on}&locale=tg`)).body).toMatchObject({
      open: false,
      closedReason: 'То фардо.',
      notice: null,
    })
    expect((await ask()).discussion).toEqual({ state: 'closed', message })
    await post_('/calm', { state: 'held', message: { en: null } })
    expect((await ovoz.rest('/desk/calm', { as: 'moderator' })).body).toEqual({
      state: 'held',
      message: { ...message, en: null },
    })
    const heldWith = (notice: string | null) => ({ open: true, closedReason: null, notice })
    expect((await ovoz.api(`/comments?on=${on}&locale=ru`)).body).toMatchObject(heldWith('До завтра.'))
    expect((await ovoz.api(`/comments?on=${on}&locale=en`)).body).toMatchObject(heldWith(null))
    const { id } = await waiting()
    const { cards, counts } = await ask('?queue=held')
    expect(counts.held).toBe(1)
    expect(cards).toMatchObject([{ id, reasons: [{ reason: 'calm' }, { reason: 'everyone' }] }])
    await post_('/calm', { state: 'open' })
    expect((await ovoz.api(`/comments?on=${on}&locale=ru`)).body.notice).toBe(null)
    expect((await post_('/calm', { state: 'loud' })).status).toBe(400)
    expect((await audit({ act: { equals: 'calm' } })).map(({ to }) => to)).toEqual(['closed', 'held', 'open'])
  })

  it('counts by queue, and says since when the oldest waits', async () => {
    const { counts, oldestWaiting } = (await ovoz.rest('/desk/counts', { as: 'moderator' })).body
    const oldest = (await ask('?limit=1')).cards[0]!
    expect(oldestWaiting).toBe(oldest.createdAt)
    for (const [queue, status] of [
      ['waiting', 'pending'],
      ['approved', 'approved'],
      ['spam', 'spam'],
      ['trash', 'trash'],
    ]) {
      const { totalDocs } = await ovoz.payload.count({
        collection: 'comments',
        where: { status: { equals: status! } },
        overrideAccess: true,
      })
      expect(counts[queue!]).toBe(totalDocs)
    }
  })
})

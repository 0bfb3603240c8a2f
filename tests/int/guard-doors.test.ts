import { beforeAll, describe, expect, it } from 'vitest'

import { countOf, graphql, stored } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const ROLES = ['frontend', 'author', 'moderator'] as const
const NOWHERE = '00000000-0000-4000-8000-000000000000'
let deep = '[title][equals]=x'
for (let depth = 0; depth < 50; depth++) deep = `[and][0]${deep}`

/** What is no question at all. */
const NONSENSE = [
  '/posts/x%00y',
  '/posts/1',
  '/posts/[object%20Object]',
  '/posts?page=1e308',
  '/posts?page=9007199254740993',
  '/posts?page=-1',
  '/posts?limit=many',
  '/posts?limit=1.5',
  '/posts?limit[a]=1',
  '/posts?limit=9007199254740993',
  '/posts?depth=x',
  '/posts?where[title]=x',
  '/posts?where[and]=x',
  '/posts?where[and][0]=x',
  '/posts?where[title][equals][$ne]=x',
  '/posts?where[title][$where]=1',
  '/posts?where[title][nonsense]=x',
  '/posts?where={"title":{"equals":{"$ne":null}}}',
  '/posts?where={"$where":"1"}',
  `/posts?where${deep}`,
  '/posts?sort=title);drop table posts;--',
  '/posts?sort=__proto__',
  '/posts/count?where[title][equals][$ne]=x',
  '/comments/versions',
  '/comments/versions/x',
]

describe(`doors (${engine})`, () => {
  const ovoz = useOvoz()
  let edited: string
  let hidden: string
  let draftEvent: string
  let waiting: string

  beforeAll(async () => {
    for (const role of [...ROLES, 'editor', 'translator', 'admin'] as const) await ovoz.signUp(role)
    const event = await ovoz.payload.create({
      collection: 'events',
      data: { title: 'Unannounced', start: '2030-01-01T00:00:00.000Z', timeZone: 'UTC' } as never,
      depth: 0,
      overrideAccess: true,
    })
    draftEvent = String(event.id)
    edited = String((await publish(ovoz, { title: 'As published', event: event.id })).id)
    hidden = String((await publish(ovoz, { title: 'Not yet', _status: 'draft' })).id)
    await ovoz.payload.update({
      collection: 'posts',
      id: edited,
      data: { lead: 'Not yet', _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    waiting = (await comment(ovoz, 'posts/as-published', { status: 'pending', body: 'Not yet' })).id
  })

  it.each(NONSENSE)('answers %s with a refusal, never with a fault', async (path) => {
    for (const as of ROLES) {
      const { status, body } = await ovoz.rest(path.replaceAll(' ', '%20'), { as })
      expect(status, `${as}: ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400)
      expect(status, `${as}: ${JSON.stringify(body)}`).toBeLessThan(500)
    }
    expect(await countOf(ovoz, 'posts')).toBe(2)
  })

  it.each(['null', '"x"', '7', '[1]', '{'])('takes %j for no document', async (body) => {
    const before = await stored(ovoz, 'posts', hidden)
    const headers = { 'content-type': 'application/json' }
    for (const [method, path] of [
      ['POST', '/posts'],
      ['PATCH', `/posts/${hidden}`],
      ['PATCH', `/posts?where[id][equals]=${hidden}`],
      ['POST', '/globals/site'],
      ['POST', '/comments/move'],
      ['PATCH', `/comments/${waiting}`],
      ['POST', '/users/login'],
    ] as const) {
      const answer = await ovoz.rest(path, { as: 'admin', method, headers, body })
      expect(answer.status, `${method} ${path}`).toBe(400)
    }
    expect(await stored(ovoz, 'posts', hidden)).toEqual(before)
  })

  it.each([
    'where[__proto__][polluted][equals]=x',
    'where[constructor][prototype][a]=x',
    'sort[$ne]=title',
    '$where=1',
  ])('takes no notice of %s', async (query) => {
    const asked = await ovoz.rest(`/posts?${query}`, { as: 'author' })
    const plain = await ovoz.rest('/posts', { as: 'author' })
    expect([asked.status, asked.body]).toEqual([200, plain.body])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it.each(['frontend', 'moderator'] as const)('shows %s what is published, whatever it asks', async (as) => {
    const asked = [
      '/posts',
      '/posts?draft=true&trash=true&overrideAccess=true&showHiddenFields=true&disableErrors=true',
      '/posts?draft=true&locale=all',
      '/posts?draft=true&fallback-locale=none&depth=2',
      '/posts?where[or][0][_status][equals]=draft&where[or][1][_status][equals]=published&draft=true',
      '/posts?where[lead][like]=Not&draft=true',
      `/posts/${edited}?draft=true&depth=2&joins[x][limit]=0`,
      `/posts/${hidden}?draft=true`,
      '/events?draft=true',
      `/events/${draftEvent}?draft=true`,
    ]
    for (const path of asked) {
      const { body } = await ovoz.rest(path, { as })
      expect(JSON.stringify(body), path).not.toMatch(/Not yet|Unannounced/)
    }
    expect((await ovoz.rest('/posts?draft=true', { as })).body.docs).toMatchObject([{ id: edited }])
    const query = '{ Posts(draft: true, limit: 9) { docs { id lead event { title } } } }'
    const { data } = await graphql(ovoz, query, as)
    expect(data.Posts.docs).toEqual([{ id: edited, lead: null, event: null }])
  })

  it.each(['frontend', 'moderator'] as const)(
    'gives %s of a draft event its id, which leads nowhere',
    async (as) => {
      const { body } = await ovoz.rest(`/posts/${edited}?depth=2`, { as })
      expect([undefined, null, draftEvent]).toContain(body.event)
      const there = await ovoz.rest(`/events/${draftEvent}`, { as })
      const missing = await ovoz.rest(`/events/${NOWHERE}`, { as })
      expect([there.status, there.body]).toEqual([missing.status, missing.body])
      expect(there.status).toBe(404)
    },
  )

  it('tells an API key nothing of what it may do with what is there or not', async () => {
    const answers = []
    for (const id of [hidden, edited, NOWHERE])
      answers.push(await ovoz.rest(`/posts/access/${id}`, { as: 'frontend', method: 'POST', body: {} }))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await ovoz.rest('/access', { as: 'frontend' })).status).toBe(404)
  })

  it.each(['limit=0', 'limit=101', 'limit=-1', 'pagination=false', 'limit=1000000', 'joins[x][limit]=0'])(
    'refuses API keys %s',
    async (query) => {
      expect((await ovoz.rest(`/posts?${query}`, { as: 'frontend' })).status).toBe(400)
    },
  )

  it('gives API keys up to 100 documents, and relationships two levels deep', async () => {
    const { payload } = ovoz
    const made = async (collection: 'organizations' | 'people' | 'media', data: object) =>
      (await payload.create({ collection, data: data as never, depth: 0, overrideAccess: true })).id
    const organization = await made('organizations', { name: 'An organization' })
    const person = await made('people', { name: 'A person', organization })
    const event = await payload.create({
      collection: 'events',
      data: {
        title: 'An open day',
        start: '2030-01-01T00:00:00.000Z',
        timeZone: 'UTC',
        speakers: [{ person }],
        _status: 'published',
      } as never,
      depth: 0,
      overrideAccess: true,
    })
    const { id } = await publish(ovoz, { title: 'Deep', event: event.id })
    const { status, body } = await ovoz.rest(`/posts?where[id][equals]=${id}&depth=10&limit=100`, {
      as: 'frontend',
    })
    expect([status, body.limit]).toEqual([200, 100])
    expect(body.docs[0].event.speakers[0].person).toMatchObject({ name: 'A person', organization })
    await payload.delete({ collection: 'posts', id, overrideAccess: true })
  })

  it('lets API keys write nothing', async () => {
    const before = await stored(ovoz, 'posts', edited)
    const as = 'frontend'
    const body = { title: 'Forged', name: 'Forged', value: 'Forged', status: 'approved', role: 'admin' }
    const asked: [string, string][] = [
      ...['posts', 'tags', 'comments', 'users', 'payload-jobs', 'payload-preferences'].map(
        (slug): [string, string] => ['POST', `/${slug}`],
      ),
      ['POST', '/payload-preferences/nav'],
      ['DELETE', '/payload-preferences/nav'],
      ['POST', '/payload-locked-documents'],
      ['POST', '/globals/site'],
      ['PATCH', `/posts/${edited}`],
      ['PATCH', '/posts?where[id][exists]=true'],
      ['DELETE', '/posts?where[id][exists]=true'],
      ['DELETE', `/posts/${edited}`],
      ['POST', '/comments/move'],
      ['GET', '/payload-jobs/run'],
    ]
    for (const [method, path] of asked) {
      const { status } = await ovoz.rest(path, { as, method, ...(method !== 'GET' && { body }) })
      expect([403, 404], `${method} ${path}`).toContain(status)
    }
    expect(await stored(ovoz, 'posts', edited)).toEqual(before)
    for (const slug of ['payload-preferences', 'payload-jobs', 'payload-locked-documents', 'tags'])
      expect(await countOf(ovoz, slug), slug).toBe(0)
  })

  it('takes an override of the method for what it is, a reading', async () => {
    const headers = { 'x-http-method-override': 'DELETE', 'x-payload-http-method-override': 'DELETE' }
    const { status } = await ovoz.rest(`/posts/${edited}`, {
      as: 'frontend',
      headers,
      method: 'POST',
      body: {},
    })
    expect(status).toBe(404)
    expect((await stored(ovoz, 'posts', edited)).kept.title).toBe('As published')
  })

  it('makes an article its author’s own, whatever they say of owner, id or time', async () => {
    const { body: me } = await ovoz.rest('/users/me', { as: 'author' })
    const body = { title: 'Mine', owner: NOWHERE, id: hidden, createdAt: '2000-01-01T00:00:00.000Z' }
    const { status, body: made } = await ovoz.rest('/posts', { as: 'author', body })
    expect(status).toBe(201)
    expect((await stored(ovoz, 'posts', made.doc.id)).kept).toMatchObject({ owner: me.user.id })
    expect(made.doc.id).not.toBe(hidden)
    const change = { owner: NOWHERE }
    await ovoz.rest(`/posts/${made.doc.id}`, { as: 'author', method: 'PATCH', body: change })
    expect((await stored(ovoz, 'posts', made.doc.id)).kept.owner).toBe(me.user.id)
    await ovoz.payload.delete({ collection: 'posts', id: made.doc.id, overrideAccess: true })
  })

  it('lets no translator publish, by any of the ways there are', async () => {
    const before = (await stored(ovoz, 'posts', hidden)).kept
    const versions = await ovoz.rest(`/posts/versions?where[parent][equals]=${edited}`, { as: 'translator' })
    const published = versions.body.docs.find(({ version }: any) => version._status === 'published').id
    for (const query of [
      '',
      '?draft=true',
      '?publishSpecificLocale=en',
      '?draft=true&publishSpecificLocale=tg',
      '?publishAllLocales=true&draft=true',
    ]) {
      await ovoz.rest(`/posts/${hidden}${query}`, {
        as: 'translator',
        method: 'PATCH',
        body: { _status: 'published' },
      })
      expect((await stored(ovoz, 'posts', hidden)).kept, query).toEqual({
        ...before,
        updatedAt: expect.any(String),
      })
    }
    const restored = await ovoz.rest(`/posts/versions/${published}`, { as: 'translator', method: 'POST' })
    expect(restored.status).toBe(403)
    const { kept } = await stored(ovoz, 'posts', edited)
    expect(kept).toMatchObject({ title: 'As published', _status: 'published' })
  })

  it('lets no author restore another’s version, and no one look into it who may not change it', async () => {
    const { body } = await ovoz.rest(`/posts/versions?where[parent][equals]=${edited}`, { as: 'editor' })
    const path = `/posts/versions/${body.docs.at(-1).id}`
    const before = await stored(ovoz, 'posts', edited)
    for (const as of ROLES) {
      for (const method of ['GET', 'POST'])
        expect([403, 404], `${as} ${method}`).toContain((await ovoz.rest(path, { as, method })).status)
    }
    expect(await stored(ovoz, 'posts', edited)).toEqual(before)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'

import { graphql } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

/** What the panel asks of the articles, and how many of the two there are it is shown to whom. */
const LISTS: [query: string, author: number, moderator: number][] = [
  ['where[or][0][title][like]=article&sort=-createdAt&limit=10&page=1&depth=0', 2, 1],
  ['where[or][0][and][0][title][like]=article&where[or][0][and][1][_status][equals]=draft', 1, 0],
  ['where[_status][equals]=published', 1, 1],
  ['where[_status][not_equals]=published&draft=true', 1, 0],
  ['where[updatedAt][greater_than]=2000-01-01T00:00:00.000Z&sort=_status', 2, 1],
  ['where[owner][exists]=true&sort=owner', 2, 1],
  ['where[tags][exists]=false&sort=title', 2, 1],
  ['where[id][not_in][0]=ID&draft=true&limit=10&select[title]=true&sort=-publishedAt,title', 1, 0],
  ['where[comments.state][equals]=open&sort=seo.title', 2, 1],
  ['limit=0&pagination=false&depth=0', 2, 1],
]

describe(`what the panel needs (${engine})`, () => {
  const ovoz = useOvoz()
  let mine: string

  beforeAll(async () => {
    const author = await ovoz.signUp('author')
    await ovoz.signUp('editor')
    await ovoz.signUp('moderator')
    const post = await publish(ovoz, { title: 'My article', owner: author.id })
    mine = String(post.id)
    await publish(ovoz, { title: 'A draft article', owner: author.id, _status: 'draft' })
    await comment(ovoz, `posts/${post.slug}`, { status: 'pending' })
  })

  it.each(LISTS)('lists articles by %s', async (query, author, moderator) => {
    for (const [as, wanted] of Object.entries({ author, moderator })) {
      const { status, body } = await ovoz.rest(`/posts?${query.replace('ID', mine)}`, { as })
      expect([status, body.totalDocs], `${as}: ${JSON.stringify(body)}`).toEqual([200, wanted])
    }
  })

  it('takes the query in the body, as the panel sends long ones', async () => {
    const { status, body } = await ovoz.rest('/posts', {
      as: 'author',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-payload-http-method-override': 'GET',
      },
      body: new URLSearchParams({ 'where[title][like]': 'article', sort: '-title' }).toString(),
    })
    expect([status, body.totalDocs]).toEqual([200, 2])
  })

  it('shows an author the versions of their article, the newest first', async () => {
    const save = (lead: string) =>
      ovoz.rest(`/posts/${mine}?draft=true&autosave=true`, { as: 'author', method: 'PATCH', body: { lead } })
    expect((await save('One')).status).toBe(200)
    for (const filter of [
      `where[parent][equals]=${mine}`,
      `where[and][0][parent][equals]=${mine}&where[and][1][version._status][equals]=draft`,
      `where[parent][equals]=${mine}&where[latest][equals]=true`,
      `where[parent][equals]=${mine}&where[version.title][like]=article`,
    ]) {
      const { status, body } = await ovoz.rest(`/posts/versions?${filter}&sort=-updatedAt&depth=1`, {
        as: 'author',
      })
      expect(status, JSON.stringify(body)).toBe(200)
      expect(body.docs[0]).toMatchObject({ parent: mine, version: { lead: 'One', _status: 'draft' } })
      expect((await ovoz.rest(`/posts/versions/${body.docs[0].id}`, { as: 'author' })).status).toBe(200)
    }
    expect(
      (await ovoz.rest(`/posts/versions?where[parent][equals]=${mine}`, { as: 'moderator' })).status,
    ).toBe(403)
  })

  it('lists comments for the desk, waiting ones first, and searches and filters them', async () => {
    for (const query of [
      'sort=queue,-createdAt&limit=25&depth=1',
      'where[or][0][body][like]=comment&where[or][1][name][like]=comment',
      'where[status][equals]=pending&sort=-createdAt',
      'where[on][equals][relationTo]=posts&where[on][equals][value]=ID',
      'where[on.value][equals]=ID&where[on.relationTo][equals]=posts',
    ]) {
      const { status, body } = await ovoz.rest(`/comments?${query.replaceAll('ID', mine)}`, {
        as: 'moderator',
      })
      expect([status, body.errors], query).toEqual([200, undefined])
    }
  })

  it.each(['author', 'moderator', 'editor'])('tells %s who they are and what they may do', async (as) => {
    const { body } = await ovoz.rest('/users/me', { as })
    expect(body.user).toMatchObject({ role: as, email: `${as}@newsroom.example` })
    const access = await ovoz.rest('/access', { as })
    expect(access.body.canAccessAdmin).toBe(true)
    expect(access.body.collections.posts.update !== undefined).toBe(as !== 'moderator')
    const own = await ovoz.rest(`/posts/access/${mine}`, { as, method: 'POST', body: {} })
    expect([own.status, Boolean(own.body.update)]).toEqual([200, as !== 'moderator'])
    expect((await ovoz.rest('/globals/site/access', { as, method: 'POST', body: {} })).status).toBe(200)
    expect((await graphql(ovoz, '{ Access { canAccessAdmin } }', as as 'author')).data.Access).toEqual({
      canAccessAdmin: true,
    })
  })

  it('keeps to each their own preferences', async () => {
    for (const as of ['author', 'moderator']) {
      const body = { value: { open: as } }
      expect((await ovoz.rest('/payload-preferences/nav', { as, body })).status).toBe(200)
    }
    for (const as of ['author', 'moderator']) {
      expect((await ovoz.rest('/payload-preferences/nav', { as })).body.value).toEqual({ open: as })
      const { body } = await ovoz.rest('/payload-preferences', { as })
      expect(body.docs).toMatchObject([{ key: 'nav', value: { open: as } }])
    }
    await ovoz.rest('/payload-preferences/nav', { as: 'author', method: 'DELETE' })
    expect((await ovoz.rest('/payload-preferences/nav', { as: 'author' })).body.value).toBeNull()
    expect((await ovoz.rest('/payload-preferences/nav', { as: 'moderator' })).body.value).not.toBeNull()
  })

  it('says who edits an article, without their address', async () => {
    const { body: me } = await ovoz.rest('/users/me', { as: 'editor' })
    const lock = {
      document: { relationTo: 'posts', value: mine },
      user: { relationTo: 'users', value: me.user.id },
    }
    const made = await ovoz.rest('/payload-locked-documents', { as: 'editor', body: lock })
    expect(made.status).toBe(201)
    const since = new Date(0).toISOString()
    const { status, body } = await ovoz.rest(
      `/payload-locked-documents?where[document.value][equals]=${mine}&where[document.relationTo][equals]=posts&where[updatedAt][greater_than]=${since}&sort=-updatedAt&depth=1`,
      { as: 'author' },
    )
    expect([status, body.totalDocs]).toEqual([200, 1])
    expect(JSON.stringify(body)).not.toContain('editor@newsroom.example')
    const global = await ovoz.rest('/payload-locked-documents?where[globalSlug][equals]=site', {
      as: 'author',
    })
    expect([global.status, global.body.totalDocs]).toEqual([200, 0])
    const path = `/payload-locked-documents/${made.body.doc.id}`
    expect((await ovoz.rest(path, { as: 'editor', method: 'DELETE' })).status).toBe(200)
  })
})

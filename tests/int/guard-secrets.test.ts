import { beforeAll, describe, expect, it } from 'vitest'

import { graphql } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

const ROLES = ['frontend', 'author', 'moderator'] as const
/** Moderators read the history of comments, and those in the trash. */
const isTheirs = (as: string, query: string) => as === 'moderator' && /moves|trash=true/.test(query)

/** Everything here would tell, by its order, its number or its refusal, what its reader may not read. */
const QUERIES = [
  // Sorting through a relationship, and by what follows after it.
  ...[
    'email',
    'hash',
    'salt',
    'role',
    'resetPasswordToken',
    'sessions.createdAt',
    'email.',
    'email.x',
    'x',
  ].flatMap((path) => [
    `posts?sort=owner.${path}`,
    `posts?sort=-owner.${path}`,
    `posts?sort=title,owner.${path}`,
  ]),
  'posts?sort[0]=title&sort[1]=-owner.email',
  'posts?draft=true&sort=owner.email',
  'posts?sort=event.title',
  'posts?draft=true&sort=-event.title',
  'posts?sort=version.owner.email',
  'posts?sort= owner.email',
  'comments?sort=parent.name',
  'comments?sort=-parent.email',
  // Sorting by what is sealed, hidden or virtual, with something after it.
  ...['email', 'email.', '-email.x', 'email.0', 'moves.why', '-moves.why', 'moves.0.why', 'moves.byId'].map(
    (path) => `comments?sort=${path}`,
  ),
  'comments?sort[]=-createdAt&sort[]=email.',
  'users?sort=email.',
  'users?sort=hash',
  'users?sort=-sessions.createdAt',
  // Filtering through a relationship.
  'posts?where[owner.email][like]=aaa',
  'posts?where[owner__email][like]=aaa',
  'posts?where[owner.value.email][like]=aaa',
  'posts?where[owner][contains][email][like]=aaa',
  'posts?where[owner][equals][email][like]=aaa',
  'posts?where[owner.sessions.createdAt][exists]=true',
  'posts?where[or][0][and][0][owner.email][like]=aaa',
  'posts?where[OR][0][owner.email][like]=aaa',
  'posts?where[AND][0][or][0][owner.email][like]=aaa',
  'posts?draft=true&where[owner.email][like]=aaa',
  'posts?draft=true&where[event.title][like]=aaa',
  'posts?where[event.title][like]=aaa',
  'posts?where={"owner.email":{"like":"aaa"}}',
  'posts?where[tags][contains][name][like]=aaa',
  'posts/count?where[owner.email][like]=aaa',
  'comments?where[moves.why][like]=aaa',
  'comments?where[moves][exists]=true',
  'comments?where[parent.name][like]=aaa',
  'comments?where[on.value.title][like]=aaa',
  'comments?where[email][like]=aaa',
  'comments?where[thread][like]=posts',
  'users?where[hash][like]=a',
  'users?where[apiKeyIndex][like]=a',
  'users?where[resetPasswordToken][exists]=true',
  // Shaping a join, and asking for more than there is a way to.
  'posts?joins[comments][where][status][equals]=pending&joins[comments][sort]=email.',
  'comments?trash=true&where[name][like]=aaa',
]

describe(`what the answers depend on (${engine})`, () => {
  const ovoz = useOvoz()
  const secrets = ['aaa', 'zzz']
  let owners: string[]
  let kept: { posts: string[]; events: string[]; parents: string[]; moved: string[] }
  const system = { depth: 0, overrideAccess: true } as const

  /** Writes the secrets into all that may not be read, in the order they have now. */
  async function write() {
    for (const [index, secret] of secrets.entries()) {
      const { payload } = ovoz
      await payload.update({
        collection: 'users',
        id: owners[index]!,
        data: {
          email: `${secret}${Date.now()}@newsroom.example`,
          role: secret === 'aaa' ? 'editor' : 'author',
        },
        ...system,
      })
      await payload.update({
        collection: 'events',
        id: kept.events[index]!,
        data: { title: secret, _status: 'draft' },
        draft: true,
        ...system,
      })
      await payload.db.updateOne({
        collection: 'comments',
        id: kept.parents[index]!,
        data: { name: secret },
        req: {},
      })
      const { moves } = await payload.findByID({ collection: 'comments', id: kept.moved[index]!, ...system })
      await payload.db.updateOne({
        collection: 'comments',
        id: kept.moved[index]!,
        data: { moves: moves!.map((one) => ({ ...one, why: secret })) },
        req: {},
      })
    }
  }

  beforeAll(async () => {
    for (const role of ROLES) await ovoz.signUp(role)
    const [first, second] = [await ovoz.signUp('editor', 'first'), await ovoz.signUp('editor', 'second')]
    owners = [String(first.id), String(second.id)]
    kept = { posts: [], events: [], parents: [], moved: [] }
    for (const owner of owners) {
      const event = await ovoz.payload.create({
        collection: 'events',
        data: { title: 'x', start: '2030-01-01T00:00:00.000Z', timeZone: 'UTC', status: 'planned' } as never,
        ...system,
      })
      const post = await publish(ovoz, { title: `Article ${kept.posts.length}`, owner, event: event.id })
      const on = `posts/${post.slug}`
      const parent = await comment(ovoz, on)
      const moved = await comment(ovoz, on, { parent: parent.id })
      await move(ovoz, parent.id, 'trash')
      kept.posts.push(String(post.id))
      kept.events.push(String(event.id))
      kept.parents.push(parent.id)
      kept.moved.push(moved.id)
    }
    await write()
  })

  const seen = ({ status, body }: { status: number; body: any }) => ({
    status,
    ids: body.docs?.map(({ id }: { id: string }) => id),
    total: body.totalDocs,
    errors: body.errors,
  })
  const GRAPHQL = [
    '{ Posts(sort: "owner.email") { docs { id } } }',
    '{ Posts(sort: "-owner.email.") { docs { id } } }',
    '{ Posts(draft: true, sort: "event.title") { docs { id } } }',
    '{ Comments(sort: "email.") { docs { id } } }',
    '{ Comments(sort: "-moves.why") { docs { id } } }',
    '{ Comments(where: { moves__why: { like: "aaa" } }) { docs { id } } }',
    '{ Comments(where: { OR: [{ moves__why: { like: "aaa" } }] }) { docs { id } } }',
  ]

  async function askAll() {
    const answers: Record<string, unknown> = {}
    for (const as of ROLES) {
      for (const query of QUERIES)
        if (!isTheirs(as, query)) answers[`${as} ${query}`] = seen(await ovoz.rest(`/${query}`, { as }))
      for (const query of GRAPHQL) {
        if (isTheirs(as, query)) continue
        const { data, errors } = await graphql(ovoz, query, as)
        answers[`${as} ${query}`] = { data, errors: errors?.map(({ message }) => message) }
      }
    }
    return answers
  }

  const asSystem = async () => {
    const where = { 'owner.email': { like: 'aaa' } }
    const { docs } = await ovoz.payload.find({ collection: 'posts', where, ...system })
    return docs.map(({ id }) => String(id))
  }

  it('is never what their reader may not read', async () => {
    const before = await askAll()
    expect(await asSystem()).toEqual([kept.posts[0]])
    secrets.reverse()
    await write()
    expect(await asSystem()).toEqual([kept.posts[1]])
    expect(await askAll()).toEqual(before)
    for (const [query, answer] of Object.entries(before)) {
      const { status } = answer as { status?: number }
      if (status !== undefined) expect(status, query).toBeLessThan(500)
    }
  })

  it.each(QUERIES.filter((query) => /owner|event|parent\.|email|hash|moves|joins/.test(query)))(
    'refuses API keys %s',
    async (query) => {
      const { status } = await ovoz.rest(`/${query}`, { as: 'frontend' })
      expect([400, 403]).toContain(status)
    },
  )
})

import { beforeAll, describe, expect, it } from 'vitest'

import { graphql, postGraphQL } from '../support/grid.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'

const ACTORS = ['frontend', 'author', 'admin'] as const
const LIST = 'query ($n: Int) { Posts(limit: $n) { docs { title } } }'

/** Each of these would hold or end the process, or read a whole collection, if it were let through. */
const ATTACKS: [string, string, Record<string, unknown>?][] = [
  ['every document', '{ Posts(limit: 0) { docs { title } } }'],
  ['every document, by a variable', LIST, { n: 0 }],
  ['every document, by nothing', LIST, { n: null }],
  ['every document, without pages', '{ Posts(pagination: false) { docs { title } } }'],
  ['too many documents', LIST, { n: 1_000_000 }],
  [
    'fields within fields',
    '{ Posts { docs { event { organizers { logo { sizes { small { url } } } } } } } }',
  ],
  [
    'one list by many names',
    `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: Posts { totalDocs }`).join(' ')} }`,
  ],
  [
    'a fragment of itself',
    '{ Posts { docs { ...F } } } fragment F on Post { title event { organizers { ...F } } }',
  ],
  [
    'fragments of fragments',
    `{ Posts { docs { ...F30 } } } fragment F0 on Post { title } ${Array.from({ length: 30 }, (_, n) => `fragment F${n + 1} on Post { ...F${n} ...F${n} }`).join(' ')}`,
  ],
  ['a text of 17 KiB', `{ Posts { docs { title } } } #${'x'.repeat(17 * 1024)}`],
  ['a text that only opens', '{a'.repeat(3000)],
]

describe(`GraphQL (${engine})`, () => {
  const ovoz = useOvoz()

  beforeAll(async () => {
    for (const role of ACTORS) await ovoz.signUp(role)
    const { docs } = await ovoz.payload.find({ collection: 'tags', overrideAccess: true })
    expect(docs).toEqual([])
    const tag = await ovoz.payload.create({
      collection: 'tags',
      data: { name: 'Water' } as never,
      overrideAccess: true,
    })
    await publish(ovoz, { title: 'A first article', tags: [tag.id] })
    await publish(ovoz, { title: 'Not yet', _status: 'draft' })
    await comment(ovoz, 'posts/a-first-article', { body: 'A word of a reader' })
  })

  it.each(ACTORS)('answers %s with articles and what they refer to, in pages', async (actor) => {
    const query =
      'query ($n: Int) { Posts(limit: $n, where: { _status: { equals: published } }) { docs { title tags { name } } totalDocs } }'
    const { status, body } = await postGraphQL(ovoz, JSON.stringify({ query, variables: { n: 5 } }), {
      actor,
    })
    expect([status, body.errors]).toEqual([200, undefined])
    expect(body.data.Posts).toEqual({
      docs: [{ title: 'A first article', tags: [{ name: 'Water' }] }],
      totalDocs: 1,
    })
  })

  it.each(ATTACKS)('refuses %s', async (_, query, variables) => {
    for (const actor of ACTORS) {
      const { status, body } = await postGraphQL(ovoz, JSON.stringify({ query, variables }), { actor })
      expect([400, 413], JSON.stringify(body)).toContain(status)
      expect(body.data).toBeUndefined()
      expect(body.errors![0]!.message).toMatch(/too much|1 to 100|at most|Syntax Error|cannot be read/)
    }
  })

  it.each([
    ['half a JSON', '{', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a text', '"{ Posts { totalDocs } }"', 400],
    ['an empty object', '{}', 400],
    ['a number', '{"query": 7}', 400],
    ['variables that are a text', '{"query": "{ Posts { totalDocs } }", "variables": "x"}', 400],
    ['variables that are a list', '{"query": "{ Posts { totalDocs } }", "variables": [1]}', 400],
    ['half a query', '{"query": "{"}', 400],
    ['an empty query', '{"query": ""}', 400],
    ['a batch', '[{"query": "{ Posts { totalDocs } }"}, {"query": "{ Tags { totalDocs } }"}]', 400],
    ['a megabyte', `{"query": "{ Posts { totalDocs } }", "x": "${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('answers %s with a refusal', async (_, body, status) => {
    const answer = await postGraphQL(ovoz, body, { actor: 'frontend' })
    expect([answer.status, answer.body.data]).toEqual([status, undefined])
    expect(answer.body.errors).toMatchObject([{ message: expect.any(String) }])
  })

  it.each(['text/plain', 'application/graphql', 'multipart/form-data; boundary=x'])(
    'takes no %s',
    async (type) => {
      const body = JSON.stringify({ query: '{ Posts { totalDocs } }' })
      const answer = await postGraphQL(ovoz, body, { actor: 'admin', headers: { 'content-type': type } })
      expect(answer.status).toBe(415)
    },
  )

  it.each([
    '{ Post { docs { title } } }',
    '{ Posts { docs { titel } } }',
    '{ Posts(limt: 5) { docs { title } } }',
    '{ Posts(where: { _status: { equals: publishe } }) { docs { title } } }',
  ])('suggests no names of its schema for %s', async (query) => {
    const { body } = await postGraphQL(ovoz, JSON.stringify({ query }), { actor: 'frontend' })
    expect(body.errors!.length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toMatch(/did you mean/i)
  })

  it('shows API keys no comment and no draft, whatever they ask', async () => {
    for (const query of [
      '{ Comments { docs { id body name } totalDocs } }',
      '{ countComments { totalDocs } }',
      '{ Comments(where: { status: { equals: approved } }) { docs { body } } }',
      '{ Users { docs { email } } }',
      '{ Posts(draft: true) { docs { title } } }',
      '{ versionsPosts { docs { version { title } } } }',
    ]) {
      const { data } = await graphql(ovoz, query, 'frontend')
      expect(JSON.stringify(data ?? null), query).not.toMatch(/A word|Not yet|@newsroom|totalDocs":[1-9]/)
    }
  })

  it('lets no relationship lead to a comment, so that none can be reached through what may be read', async () => {
    const { data } = await graphql(
      ovoz,
      '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
      'admin',
    )
    const leading = data.__schema.types
      .filter(({ name }: any) =>
        /^(Post|Event|Quote|Person|Organization|Tag|Media|Site|Discussion)$/.test(name),
      )
      .flatMap(({ fields }: any) => fields)
      .filter(({ type }: any) => /^(all)?Comments?$/.test(type.name ?? type.ofType?.name))
    expect(leading).toEqual([])
  })
})

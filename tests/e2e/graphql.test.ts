import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ADMIN, Server } from '../support/server.ts'

describe('GraphQL of the built product', () => {
  const server = new Server()
  let token: string
  beforeAll(async () => {
    await server.start()
    const login = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMIN),
    })
    token = ((await login.json()) as { token: string }).token
  })
  afterAll(() => server.stop())

  const ask = async (body: string, headers: Record<string, string> = { authorization: `JWT ${token}` }) => {
    const answer = await fetch(`${server.url}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const query = (text: string, variables = {}) => JSON.stringify({ query: text, variables })

  it('answers staff, in pages', async () => {
    const list = 'query ($n: Int) { Posts(limit: $n) { docs { title } totalDocs } }'
    expect(await ask(query(list, { n: 5 }))).toEqual({
      status: 200,
      body: { data: { Posts: { docs: [], totalDocs: 0 } } },
    })
    expect((await ask(query(list, { n: 0 }))).status).toBe(400)
  })

  it.each([
    ['{', 400],
    ['[]', 400],
    [query('{ ...F } fragment F on Query { ...F }'), 400],
    [query('{ __schema { types { name } } }'), 400],
    // As GraphQL over HTTP has it for clients that take plain JSON.
    [query('{ Posts { docs { titel } } }'), 200],
  ])('refuses %s', async (body, status) => {
    const answer = await ask(body)
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].message).not.toMatch(/did you mean/i)
  })

  it('tells strangers of the other door, whatever they send', async () => {
    for (const body of ['{', query('{ Posts { totalDocs } }')]) expect((await ask(body, {})).status).toBe(403)
  })
})

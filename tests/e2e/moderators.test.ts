import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { ADMIN, Server } from '../support/server.ts'

const ROUNDS = 10

describe('two moderators at the running server', () => {
  const server = new Server()
  let moderators: Awaited<ReturnType<Server['signIn']>>[] = []

  beforeAll(async () => {
    await server.start()
    const admin = await server.signIn(ADMIN)
    const body = bodyOf(paragraph(text('Words.')))
    expect((await admin.rest('/posts', { body: { title: 'Here', body, _status: 'published' } })).status).toBe(
      201,
    )
    for (const name of ['first', 'second']) {
      const user = {
        name,
        email: `${name}@newsroom.example`,
        password: 'a-long-test-password',
        role: 'moderator',
      }
      expect((await admin.rest('/users', { body: user })).status).toBe(201)
      moderators = [...moderators, await server.signIn(user)]
    }
  })
  afterAll(() => server.stop())

  async function waiting(words: string) {
    const answer = await server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on: 'posts/here', name: 'N', email: 'n@reader.example', body: words }),
    })
    return ((await answer.json()) as { id: string }).id
  }

  it('who act at once: one wins, the other is told', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await waiting(`At once ${round}`)
      // Both have a line to the server already, so that both requests leave at the same moment.
      await Promise.all(moderators.map((moderator) => moderator.rest('/users/me')))
      const moves = (['approved', 'spam'] as const).map((status, i) =>
        moderators[i]!.rest(`/comments/${id}`, { method: 'PATCH', body: { status } }),
      )
      expect((await Promise.all(moves)).map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })

  it('who act one after the other: both are heard', async () => {
    const id = await waiting('One after the other')
    for (const [i, status] of (['approved', 'spam', 'approved', 'trash'] as const).entries()) {
      const { status: code } = await moderators[i % 2]!.rest(`/comments/${id}`, {
        method: 'PATCH',
        body: { status },
      })
      expect(code).toBe(200)
    }
  })
})

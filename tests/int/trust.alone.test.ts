import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { linksOf } from '../support/mailbox.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { MINUTE, Readers } from '../support/readers.ts'

const mailbox = await vi.hoisted(async () => (await import('../support/mailbox.ts')).openMailbox())

describe(`writers who are trusted (${engine})`, () => {
  const ovoz = useOvoz()
  const readers = new Readers(ovoz)
  const email = 'gulnora@reader.example'

  beforeAll(async () => {
    await readers.open()
    await publish(ovoz, { title: 'A talk', slug: 'a-talk' })
  })
  afterAll(async () => {
    await readers.close()
    await mailbox.close()
  })

  const trust = (trustedAfter: number | null) =>
    ovoz.payload.updateGlobal({ slug: 'discussion', data: { trustedAfter }, overrideAccess: true })
  let unique = 0
  const status = async (address: string) =>
    (
      await ovoz.api('/comments', {
        body: { on: 'posts/a-talk', name: 'G', email: address, body: `Words ${++unique}`, notify: 'replies' },
      })
    ).body.status

  it('are published at once only with enough approved comments and a confirmed address', async () => {
    await trust(2)
    for (let n = 0; n < 3; n++) await readers.approve(await readers.write('posts/a-talk', email))
    expect(await status(email)).toBe('pending')
    await readers.pass(MINUTE)
    await readers.post(linksOf(mailbox.to(email)[0]!).confirm!)
    expect(await status(email)).toBe('approved')
    expect(await status('somebody@reader.example')).toBe('pending')
    await trust(5)
    expect(await status(email)).toBe('pending')
    await trust(null)
    expect(await status(email)).toBe('pending')
    const { docs } = await ovoz.payload.find({
      collection: 'comments',
      where: { status: { equals: 'pending' } },
      select: { reasons: true },
      overrideAccess: true,
    })
    // One came when nobody was trusted; the others could have been spared waiting.
    expect(docs.map(({ reasons }) => reasons).sort()).toEqual([
      'everyone',
      ...Array(3).fill('everyone untrusted'),
    ])
  })
})

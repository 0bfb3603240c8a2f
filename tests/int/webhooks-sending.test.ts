import { Webhook } from 'standardwebhooks'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { runWebhooks } from '../../src/webhooks/jobs.ts'
import { post } from '../../src/webhooks/request.ts'
import { PAUSES } from '../../src/platform/pauses.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { openReceiver } from '../support/receiver.ts'
import { deliveriesOf, forgetAll, letPrivateIn, listen, workerOf } from '../support/webhooks.ts'

const DAY = 24 * 3_600_000
const events = ['post.published']
/** So long that a worker that died has certainly lost what it held. */
const LEASE_IS_OVER = 10 * 60_000

describe(`sending webhooks (${engine})`, () => {
  const ovoz = useOvoz()
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(() => void letPrivateIn(true))
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    await forgetAll(ovoz)
  })

  const receiver = async (...args: Parameters<typeof openReceiver>) => {
    const opened = await openReceiver(...args)
    closing.push(opened.close)
    return opened
  }
  const row = async (webhook?: { id: string }) => (await deliveriesOf(ovoz, webhook))[0]
  const sendForReal: NonNullable<Parameters<typeof workerOf>[1]>['send'] = (message) =>
    post({ message, allowPrivate: true })

  it('hands over what the library of Standard Webhooks verifies, and writes down that it arrived', async () => {
    const site = await receiver((_, response) => void response.writeHead(200).end('Thanks'))
    const webhook = await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    await workerOf(ovoz).send()
    const [{ headers, body }] = site.received as [(typeof site.received)[0]]
    expect(new Webhook(webhook.secret!).verify(body, headers)).toMatchObject({ type: 'post.published' })
    expect(headers).toMatchObject({ 'content-type': 'application/json' })
    expect(headers['webhook-id']).toMatch(/^msg_/)
    expect(await row()).toMatchObject({
      messageId: headers['webhook-id'],
      status: 'sent',
      statusCode: 200,
      answer: 'Thanks',
      attempts: 1,
      nextAttemptAt: null,
      sentAt: expect.any(String),
    })
  })

  it('keeps 500 characters of an answer, without addresses of people', async () => {
    const site = await receiver(
      (_, response) => void response.writeHead(500).end(`For nigora@reader.example:\n\0${'a'.repeat(2000)}`),
    )
    await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    await workerOf(ovoz).send()
    const { answer } = await row()
    expect(answer).toMatch(/^For \[address\]: a+$/)
    expect(answer).toHaveLength(500)
  })

  it('tries again after growing pauses under the same id, and gives up within a day', async () => {
    const site = await receiver((_, response) => void response.writeHead(503).end('Not now'))
    const webhook = await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    const worker = workerOf(ovoz)
    let ahead = 0
    for (const pause of PAUSES) {
      const before = site.received.length
      await worker.send(ahead)
      expect(site.received).toHaveLength(before + 1)
      expect(await row()).toMatchObject({ status: 'failed', statusCode: 503, attempts: before + 1 })
      // Not before its time.
      await worker.send(ahead + pause / 2)
      expect(site.received).toHaveLength(before + 1)
      ahead += pause + 5000
    }
    expect(ahead).toBeLessThan(DAY)
    await worker.send(ahead)
    expect(await row()).toMatchObject({ status: 'given-up', attempts: 9, nextAttemptAt: null })
    await worker.send(30 * DAY)
    expect(site.received).toHaveLength(9)
    expect(new Set(site.ids()).size).toBe(1)
    expect(new Set(site.received.map(({ body }) => body)).size).toBe(1)
    // Each attempt is signed for its own time, or receivers would take it for an old one.
    const [first, last] = [site.received[0]!, site.received[8]!]
    expect(Number(last.headers['webhook-timestamp'])).toBeGreaterThan(
      Number(first.headers['webhook-timestamp']),
    )
    expect(() => new Webhook(webhook.secret!).verify(first.body, first.headers)).not.toThrow()
  })

  it('arrives once the receiver is well again', async () => {
    const site = await receiver((_, response, times) => void response.writeHead(times < 3 ? 500 : 204).end())
    await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    for (const ahead of [0, 20_000, 200_000, 2_000_000]) await workerOf(ovoz).send(ahead)
    expect(await row()).toMatchObject({ status: 'sent', attempts: 3 })
    expect(site.received).toHaveLength(3)
  })

  it('switches a webhook off that is gone for good, and gives up what waits for it', async () => {
    const site = await receiver((_, response) => void response.writeHead(410).end())
    const webhook = await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'One' })
    await publish(ovoz, { title: 'Two' })
    await workerOf(ovoz).send()
    const kept = await ovoz.payload.findByID({ collection: 'webhooks', id: webhook.id, overrideAccess: true })
    expect(kept.isOn).toBe(false)
    // Its secret is what it was.
    expect(kept.secret).toBe(webhook.secret)
    expect((await deliveriesOf(ovoz)).map(({ status }) => status)).toEqual(['given-up', 'given-up'])
    expect(site.received).toHaveLength(1)
  })

  it('does not follow a redirect, and says so', async () => {
    const inside = await receiver()
    const site = await receiver((_, response) => void response.writeHead(307, { location: inside.url }).end())
    await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    await workerOf(ovoz).send()
    expect(await row()).toMatchObject({
      status: 'failed',
      statusCode: 307,
      answer: expect.stringContaining('not followed'),
    })
    expect(inside.received).toEqual([])
  })

  it('does not send to a private address once the setting is off', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url.replace('http:', 'https:'), events })
    await publish(ovoz, { title: 'News' })
    letPrivateIn(false)
    await workerOf(ovoz).send()
    letPrivateIn(true)
    expect(await row()).toMatchObject({
      status: 'failed',
      answer: expect.stringContaining('not a public address'),
    })
  })

  it('keeps neither an editor nor another receiver waiting for one that never answers', async () => {
    const order: string[] = []
    const silent = await receiver(() => void order.push('silent was told'))
    const lively = await receiver((_, response) => {
      order.push('lively was told')
      response.writeHead(204).end()
    })
    const deaf = await listen(ovoz, { url: silent.url, events })
    await listen(ovoz, { url: lively.url, events })
    await publish(ovoz, { title: 'One' })
    const worker = workerOf(ovoz)
    const look = () => worker.postman.look(() => new Date())
    await look()
    await vi.waitFor(() => expect(order.sort()).toEqual(['lively was told', 'silent was told']))
    // While the silent one is still being waited for: a save, and another round to the lively one.
    await publish(ovoz, { title: 'Two' })
    await vi.waitFor(async () => {
      await look()
      expect(order.filter((what) => what === 'lively was told')).toHaveLength(2)
    })
    expect(await row(deaf)).toMatchObject({ status: 'waiting', attempts: 0 })
    expect(order.filter((what) => what === 'silent was told')).toHaveLength(1)
    await silent.close()
    await worker.postman.rest()
    expect(await row(deaf)).toMatchObject({ status: 'failed', attempts: 1 })
  })

  it('sends each message once where two workers look at the same moment', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url, events })
    for (let n = 0; n < 8; n++) await publish(ovoz, { title: `News ${n}` })
    const workers = [workerOf(ovoz), workerOf(ovoz)]
    await Promise.all(workers.map((worker) => worker.send()))
    await Promise.all(workers.map((worker) => worker.send()))
    expect(site.received).toHaveLength(8)
    expect(new Set(site.ids()).size).toBe(8)
    const rows = await deliveriesOf(ovoz)
    expect(rows.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(Array(8).fill('sent 1'))
  })

  it('does not send what another worker has sent since it was found', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'One' })
    await publish(ovoz, { title: 'Two' })
    let goOn!: () => void
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const slow = workerOf(ovoz, {
      send: async (message) => {
        await held
        return sendForReal(message)
      },
    })
    // It has found both, and is at the first.
    await slow.postman.look(() => new Date())
    await vi.waitFor(async () =>
      expect(
        (
          await ovoz.payload.find({
            collection: 'ledger',
            where: { key: { like: 'delivery:' } },
            overrideAccess: true,
          })
        ).totalDocs,
      ).toBe(1),
    )
    await workerOf(ovoz).send()
    expect(site.received).toHaveLength(1)
    goOn()
    await slow.postman.rest()
    expect(new Set(site.ids()).size).toBe(2)
    expect(site.received).toHaveLength(2)
  })

  it('sends under the same id what a worker sent that died before it wrote that down', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    const dying = workerOf(ovoz, {
      send: async (message) => {
        await sendForReal(message)
        return new Promise(() => undefined)
      },
    })
    await dying.postman.look(() => new Date())
    await vi.waitFor(() => expect(site.received).toHaveLength(1))
    // While it may still be alive, nobody else takes it.
    const other = workerOf(ovoz)
    await other.send()
    expect(site.received).toHaveLength(1)
    await other.send(LEASE_IS_OVER)
    expect(site.received).toHaveLength(2)
    expect(new Set(site.ids()).size).toBe(1)
    expect(await row()).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('sends what was just written, and ends when it is told to', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url, events })
    const jobs = runWebhooks({ payload: ovoz.payload, every: 20 })
    await publish(ovoz, { title: 'News' })
    await vi.waitFor(() => expect(site.received).toHaveLength(1), { timeout: 20_000 })
    await jobs.stop()
    expect(await row()).toMatchObject({ status: 'sent' })
    await publish(ovoz, { title: 'More news' })
    expect((await deliveriesOf(ovoz)).map(({ status }) => status)).toEqual(['sent', 'waiting'])
  })

  it('says nothing on the wire about the person who wrote a comment', async () => {
    const site = await receiver()
    await listen(ovoz, { url: site.url, events: ['comment.approved', 'comment.removed'] })
    const { slug } = await publish(ovoz, { title: 'A talk' })
    const { body } = await ovoz.api('/comments', {
      body: { on: `posts/${slug}`, name: 'Zarinamoh', email: 'z@secret.example', body: 'Her very words.' },
    })
    for (const status of ['approved', 'spam'])
      await ovoz.rest(`/comments/${body.id}`, { as: await moderator(), method: 'PATCH', body: { status } })
    await workerOf(ovoz).send()
    expect(site.types()).toEqual(['comment.approved', 'comment.removed'])
    expect(JSON.stringify(site.received)).not.toMatch(/zarinamoh|secret\.example|very words/i)
  })

  const moderator = async () => {
    signedUp ??= ovoz.signUp('moderator')
    await signedUp
    return 'moderator'
  }
  let signedUp: Promise<unknown> | undefined
})

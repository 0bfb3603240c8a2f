import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { runRetention } from '../../src/retention/run.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { openReceiver } from '../support/receiver.ts'
import { deliveriesOf, forgetAll, letPrivateIn, listen, workerOf } from '../support/webhooks.ts'

const events = ['post.published']

describe(`webhooks in the panel (${engine})`, () => {
  const ovoz = useOvoz()
  let site: Awaited<ReturnType<typeof openReceiver>>

  beforeAll(async () => {
    await ovoz.signUp('admin')
    await ovoz.signUp('editor')
    site = await openReceiver()
    return () => site.close()
  })
  afterEach(async () => {
    letPrivateIn(false)
    site.received.length = 0
    await forgetAll(ovoz)
  })

  const make = (data: object, as = 'admin') =>
    ovoz.rest('/webhooks', { as, body: { name: 'Site', events, url: 'https://93.184.216.34/', ...data } })
  const change = (id: string, data: object) =>
    ovoz.rest(`/webhooks/${id}`, { as: 'admin', method: 'PATCH', body: data })
  const told = async (status: string) => {
    letPrivateIn(true)
    const webhook = await listen(ovoz, { url: site.url, events })
    site.replyWith((_, response) => void response.writeHead(status === 'sent' ? 204 : 410).end())
    await publish(ovoz, { title: 'News' })
    await workerOf(ovoz).send()
    const [delivery] = await deliveriesOf(ovoz)
    expect(delivery.status).toBe(status)
    return { webhook, delivery }
  }

  it.each([
    'http://example.org/hook',
    'https://user:word@example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://no-such-host.invalid/',
    'https://example.org:22/',
    'nothing',
  ])('refuse the address %s and say why at the field', async (url) => {
    const { status, body } = await make({ url })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors).toMatchObject([
      { path: 'url', message: expect.stringMatching(/\w{3}/) },
    ])
    const made = await make({})
    expect(made.status).toBe(201)
    expect((await change(made.body.doc.id, { url })).status).toBe(400)
  })

  it('take an address in a private network where the setting lets it in, never one that gives out keys', async () => {
    letPrivateIn(true)
    expect((await make({ url: 'http://localhost:4000/hook' })).status).toBe(201)
    expect((await make({ url: 'http://169.254.169.254/' })).status).toBe(400)
  })

  it('get a secret that administrators see and the database does not hold', async () => {
    const { body } = await make({})
    const { id, secret } = body.doc
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect((await ovoz.rest(`/webhooks/${id}`, { as: 'admin' })).body.secret).toBe(secret)
    expect((await ovoz.rest(`/webhooks/${id}`, { as: 'editor' })).status).toBe(403)
    expect(await ovoz.dump()).not.toContain(secret.slice(6, 40))
    // A change of something else leaves it; emptied, it is a new one.
    expect((await change(id, { name: 'Other' })).body.doc.secret).toBe(secret)
    expect((await change(id, { name: 'Other', secret })).body.doc.secret).toBe(secret)
    const renewed = (await change(id, { secret: '' })).body.doc.secret
    expect(renewed).toMatch(/^whsec_/)
    expect(renewed).not.toBe(secret)
    expect((await change(id, { secret: 'too short' })).status).toBe(400)
    expect((await ovoz.rest(`/webhooks/${id}`, { as: 'admin' })).body.secret).toBe(renewed)
  })

  it('show each delivery with its answer, newest first, to administrators alone', async () => {
    await told('sent')
    await publish(ovoz, { title: 'More' })
    const { body } = await ovoz.rest('/deliveries?limit=10', { as: 'admin' })
    expect(body.docs.map(({ status }: any) => status)).toEqual(['waiting', 'sent'])
    expect(body.docs[1]).toMatchObject({ event: 'post.published', statusCode: 204, attempts: 1 })
    const waiting = await ovoz.rest('/deliveries?where[status][equals]=waiting', { as: 'admin' })
    expect(waiting.body.totalDocs).toBe(1)
    expect((await ovoz.rest('/deliveries', { as: 'editor' })).status).toBe(403)
  })

  it('send again what arrived, under the same id', async () => {
    const { delivery } = await told('sent')
    const { status } = await ovoz.rest(`/deliveries/${delivery.id}/again`, { as: 'admin', method: 'POST' })
    expect(status).toBe(202)
    await workerOf(ovoz).send()
    expect(site.ids()).toEqual([delivery.messageId, delivery.messageId])
    expect((await deliveriesOf(ovoz))[0]).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('send again what was given up, once the webhook is on', async () => {
    const { webhook, delivery } = await told('given-up')
    const again = () => ovoz.rest(`/deliveries/${delivery.id}/again`, { as: 'admin', method: 'POST' })
    expect(await again()).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('Switch it on') }] },
    })
    await change(webhook.id, { isOn: true })
    site.replyWith((_, response) => void response.writeHead(204).end())
    expect((await again()).status).toBe(202)
    await workerOf(ovoz).send()
    expect((await deliveriesOf(ovoz))[0]).toMatchObject({ status: 'sent' })
  })

  it.each(['editor', undefined])('send nothing for %s', async (as) => {
    const { webhook, delivery } = await told('sent')
    for (const path of [`/deliveries/${delivery.id}/again`, `/webhooks/${webhook.id}/test`])
      expect((await ovoz.rest(path, { as: as as string, method: 'POST' })).status).toBe(403)
    expect(await deliveriesOf(ovoz)).toMatchObject([{ status: 'sent' }])
  })

  it('send a test that says nothing', async () => {
    letPrivateIn(true)
    const webhook = await listen(ovoz, { url: site.url, events })
    site.replyWith((_, response) => void response.writeHead(204).end())
    const test = (id: string) => ovoz.rest(`/webhooks/${id}/test`, { as: 'admin', method: 'POST' })
    expect((await test(webhook.id)).status).toBe(202)
    await workerOf(ovoz).send()
    expect(JSON.parse(site.received[0]!.body)).toEqual({
      type: 'webhook.test',
      timestamp: expect.any(String),
      data: { type: 'webhooks', id: webhook.id },
    })
    await change(webhook.id, { isOn: false })
    expect((await test(webhook.id)).status).toBe(409)
    expect((await test('64b000000000000000000000')).status).toBe(404)
  })

  it('give up what waits when they are switched off', async () => {
    letPrivateIn(true)
    const webhook = await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'News' })
    await change(webhook.id, { isOn: false })
    await change(webhook.id, { isOn: true })
    await workerOf(ovoz).send()
    expect(site.received).toEqual([])
    expect(await deliveriesOf(ovoz)).toMatchObject([{ status: 'given-up' }])
  })

  it('take their deliveries along when they are deleted, and forget each after 30 days', async () => {
    const { webhook } = await told('sent')
    const other = await listen(ovoz, { url: site.url, events })
    await publish(ovoz, { title: 'More' })
    expect((await ovoz.rest(`/webhooks/${webhook.id}`, { as: 'admin', method: 'DELETE' })).status).toBe(200)
    expect(await deliveriesOf(ovoz)).toHaveLength(1)
    expect(await deliveriesOf(ovoz, other)).toHaveLength(1)
    const days30 = 30 * 24 * 60 * 60_000
    await runRetention({ payload: ovoz.payload, now: new Date(Date.now() + days30 - 60_000) })
    expect(await deliveriesOf(ovoz)).toHaveLength(1)
    await runRetention({ payload: ovoz.payload, now: new Date(Date.now() + days30 + 1) })
    expect(await deliveriesOf(ovoz)).toHaveLength(0)
  })
})

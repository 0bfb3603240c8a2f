import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { WEBHOOK_EVENTS } from '../../src/contract/index.ts'
import { settings } from '../../src/platform/settings.ts'
import { siteHook } from '../../src/platform/site.ts'
import { keepSiteWebhook } from '../../src/webhooks/site.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { openReceiver } from '../support/receiver.ts'
import { deliveriesOf, forgetAll, listen, placeSite, workerOf } from '../support/webhooks.ts'

const PATH = '/webhooks/ovoz'
const GIVEN = `whsec_${Buffer.alloc(32, 'given').toString('base64')}`

describe(`the webhook of the site (${engine})`, () => {
  const ovoz = useOvoz()
  let site: Awaited<ReturnType<typeof openReceiver>>
  let other: Awaited<ReturnType<typeof openReceiver>>

  beforeAll(async () => {
    await ovoz.signUp('admin')
    ;[site, other] = await Promise.all([openReceiver(), openReceiver()])
  })
  afterAll(() => Promise.all([site.close(), other.close()]))
  beforeEach(() => void placeSite(site.port))
  afterEach(async () => {
    placeSite(null)
    site.received.length = 0
    await forgetAll(ovoz)
  })

  const start = () => keepSiteWebhook({ payload: ovoz.payload })
  const all = async () => {
    const { docs } = await ovoz.payload.find({ collection: 'webhooks', overrideAccess: true })
    return docs
  }
  const patch = (id: string, body: object) =>
    ovoz.rest(`/webhooks/${id}`, { as: 'admin', method: 'PATCH', body })

  it('is made once over two starts, for all events', async () => {
    await start()
    await start()
    expect(await all()).toEqual([
      expect.objectContaining({
        name: 'Site',
        url: `http://127.0.0.1:${site.port}${PATH}`,
        events: [...WEBHOOK_EVENTS],
        isOn: true,
      }),
    ])
  })

  it('is not made where there is no site, or one whose port nobody knows', async () => {
    placeSite(null)
    await start()
    placeSite(0)
    await start()
    expect(await all()).toEqual([])
  })

  it('goes to the present address, with the present secret', async () => {
    await start()
    const [before] = await all()
    placeSite(other.port, GIVEN)
    await start()
    expect(await all()).toMatchObject([
      { id: before!.id, url: `http://127.0.0.1:${other.port}${PATH}`, secret: GIVEN },
    ])
  })

  it('leaves a webhook of the same name alone that an administrator made', async () => {
    const own = { name: 'Site', url: 'https://93.184.216.34/', events: ['post.published'], isSite: true }
    const made = await ovoz.rest('/webhooks', { as: 'admin', body: own })
    expect(made.status).toBe(201)
    await start()
    const kept = await all()
    expect(kept).toHaveLength(2)
    expect(kept.find(({ id }) => id === made.body.doc.id)).toMatchObject({ url: own.url, isSite: false })
  })

  it('stays as an administrator left it: off, and for fewer events', async () => {
    await start()
    const { id } = (await all())[0]!
    const events = ['post.published']
    expect((await patch(id, { isOn: false, events })).status).toBe(200)
    placeSite(other.port)
    await start()
    expect(await all()).toMatchObject([{ id, isOn: false, events, url: siteHook()!.url }])
  })

  it('tells the site, signed with what the site was given, though all else on this machine is refused', async () => {
    expect(settings.WEBHOOK_PRIVATE).toBe('off')
    await start()
    await publish(ovoz, { title: 'News' })
    await workerOf(ovoz).send()
    const [message] = site.received
    expect(message!.path).toBe(PATH)
    const verified = new Webhook(siteHook()!.secret).verify(message!.body, message!.headers)
    expect(verified).toMatchObject({ type: 'post.published', data: { slug: 'news' } })
    expect(await deliveriesOf(ovoz)).toMatchObject([{ status: 'sent', statusCode: 204 }])
  })

  it.each([
    'http://127.0.0.1:PORT/webhooks/other',
    'http://127.0.0.1:PORT/webhooks/ovoz?x',
    'http://127.0.0.1:PORT/webhooks/ovoz/../../admin',
    'http://localhost:PORT/webhooks/ovoz',
    'http://127.1:PORT/webhooks/ovoz',
    'http://[::1]:PORT/webhooks/ovoz',
    'http://127.0.0.1:1PORT/webhooks/ovoz',
    'https://127.0.0.1:PORT/webhooks/ovoz',
  ])('opens no other address on this machine: %s', async (address) => {
    await start()
    const url = address.replace('PORT', String(site.port))
    const body = { name: 'Other', url, events: ['post.published'] }
    expect((await ovoz.rest('/webhooks', { as: 'admin', body })).status).toBe(400)
    await expect(listen(ovoz, { url, events: ['post.published'] })).rejects.toThrow()
  })

  it('is told of nothing, and opens nothing, once there is no site any more', async () => {
    await start()
    await publish(ovoz, { title: 'Before' })
    placeSite(null)
    await publish(ovoz, { title: 'After' })
    await workerOf(ovoz).send()
    expect(site.received).toEqual([])
    expect(await deliveriesOf(ovoz)).toMatchObject([
      { status: 'failed', answer: expect.stringContaining('https://') },
    ])
  })

  it('shows its secret in the panel, and keeps it nowhere', async () => {
    await start()
    const { id, secret } = (await all())[0]!
    expect((await ovoz.rest(`/webhooks/${id}`, { as: 'admin' })).body.secret).toBe(secret)
    expect(secret).toBe(siteHook()!.secret)
    expect(await ovoz.dump()).not.toContain(secret!.slice(6, 40))
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { READER_HEADER, readReader } from '../../../src/platform/reader-network.ts'
import { example, openSite, type OpenSite, SLUG } from './open-site.ts'

const SECRET = `whsec_${Buffer.alloc(32, 'shared').toString('base64')}`
const ID = '0193508f-2c4e-7c6b-9f01-6d7f5a2b8c10'
const COMMENT = `/api/v1/comments/${ID}`
const OWN = `/posts/${SLUG}?own=${ID}.token`

/** The forms of the site: where each is sent, with what, and the door of the API that it is handed on to. */
const FORMS: [name: string, path: string, form: Record<string, string>, door: string][] = [
  ['a comment', `/posts/${SLUG}`, { body: 'Yes' }, '/api/v1/comments'],
  ['a change of one’s own comment', `${OWN}&mode=edit`, { body: 'No' }, COMMENT],
  ['its withdrawal', `${OWN}&mode=withdraw`, {}, COMMENT],
  ['a report', `/report/${ID}`, { reason: 'spam' }, `${COMMENT}/reports`],
  [
    'a request about one’s data',
    '/privacy/requests',
    { email: 'n@reader.example', kind: 'copy' },
    '/api/v1/privacy/requests',
  ],
]

let site: OpenSite

beforeEach(async () => {
  site = await openSite({ WEBHOOK_SECRET: SECRET })
  site.api.reply(COMMENT, { body: example('SingleComment') })
})
afterEach(() => site.close())

/** Sends a form as a browser does, from an address. */
const send = (path: string, form: Record<string, string>, remoteAddress = '203.0.113.7') =>
  site.app.request(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    },
    { incoming: { socket: { remoteAddress } } },
  )

describe.each(FORMS)('%s that is sent without a script', (_, path, form, door) => {
  const read = () => ({ body: example(door === '/api/v1/comments' ? 'Thread' : 'SingleComment') })

  test('is handed on as of the network of its reader, not of this site', async () => {
    site.api.reply(door, ({ method }) => (method === 'GET' ? read() : { body: {} }))
    for (const address of ['203.0.113.7', '198.51.100.9']) {
      await send(path, form, address)
      const { headers } = site.api.asked.findLast(({ method }) => method !== 'GET')!
      const header = String(headers[READER_HEADER])
      const seen = readReader({ header, secret: SECRET, now: site.clock.now.getTime() })
      expect(seen?.peer).toBe(address)
    }
  })

  test('comes back with when to try again, where its network has sent too many', async () => {
    const refusal = {
      status: 429,
      headers: { 'retry-after': '540' },
      body: { code: 'throttled', status: 429, detail: 'Wait for 9 minutes.' },
    }
    site.api.reply(door, ({ method }) => (method === 'GET' ? read() : refusal))
    const answer = await send(path, form)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '540'])
    expect(await answer.text()).toContain('Wait for 9 minutes.')
  })
})

test('a comment on what was closed meanwhile comes back as typed, with why nobody can write, whatever is remembered', async () => {
  const refusal = { status: 409, body: { code: 'closed', status: 409, detail: 'All has been said.' } }
  const thread = { ...example('Thread'), on: `posts/${SLUG}`, open: true }
  site.api.reply('/api/v1/comments', ({ method }) => (method === 'GET' ? { body: thread } : refusal))
  const answer = await send(`/posts/${SLUG}`, { body: 'A little too late.' })
  const html = await answer.text()
  expect(answer.status).toBe(409)
  expect(html).toContain('All has been said.')
  expect(html).toContain('A little too late.')
  expect(html).not.toContain('data-ovoz-form="write"')
})

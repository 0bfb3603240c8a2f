import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'

import { isSecretOrEmpty, newSecret, signedHeaders } from '../../../src/webhooks/secret.ts'

describe('the secret of a webhook', () => {
  it('is made of 32 random bytes', () => {
    const [one, other] = [newSecret(), newSecret()]
    expect(one).not.toBe(other)
    expect(Buffer.from(one.replace('whsec_', ''), 'base64')).toHaveLength(32)
    expect(isSecretOrEmpty(one)).toBe(true)
  })

  it('may be left empty, for a new one', () => {
    for (const value of ['', null, undefined]) expect(isSecretOrEmpty(value)).toBe(true)
  })

  it.each([
    'secret',
    'whsec_',
    'whsec_****',
    `whsec_${Buffer.alloc(23).toString('base64')}`,
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    Buffer.alloc(32).toString('base64'),
  ])('cannot be %s', (value) => expect(isSecretOrEmpty(value)).toBe(false))

  it('signs so that the library of Standard Webhooks takes it, and takes no other body', () => {
    const secret = newSecret()
    const body = '{"type":"post.published","note":"ғ"}'
    const headers = signedHeaders({ secret, messageId: 'msg_1', body, now: new Date() })
    const receiver = new Webhook(secret)
    expect(receiver.verify(body, headers)).toEqual(JSON.parse(body))
    expect(() => receiver.verify(`${body} `, headers)).toThrow()
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow()
    expect(() => receiver.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow()
  })
})

import { describe, expect, it } from 'vitest'

import { maySeeMetrics } from '../../../src/metrics/access.ts'

const TOKEN = 'a-token-of-thirty-two-characters'

const asked = (peer: string | undefined, headers: Record<string, string> = {}) =>
  ({ headers: { host: 'localhost:3000', ...headers }, socket: { remoteAddress: peer } }) as Parameters<
    typeof maySeeMetrics
  >[0]

describe('who may see the figures', () => {
  it.each([
    ['a program on this machine', '127.0.0.1', {}],
    ['one that asks by IPv6', '::1', { host: '[::1]:3000' }],
    ['one whose IPv4 address comes inside of IPv6', '::ffff:127.0.0.1', { host: '127.0.0.1:3000' }],
    ['one with another address of this machine', '127.4.5.6', { host: 'localhost' }],
  ])('%s', (_, peer, headers) => {
    expect(maySeeMetrics(asked(peer, headers), undefined)).toBe(true)
    expect(maySeeMetrics(asked(peer, headers), TOKEN)).toBe(true)
  })

  it.each([
    ['somebody elsewhere', '203.0.113.9', {}],
    ['somebody in the same network', '192.168.1.7', {}],
    ['somebody elsewhere by IPv6', '2001:db8::7', {}],
    ['a connection without an address', undefined, {}],
    ['a stranger who says to be from here', '203.0.113.9', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy here that says for whom it asks', '127.0.0.1', { 'x-forwarded-for': '198.51.100.7' }],
    ['one that says nothing in it', '127.0.0.1', { 'x-forwarded-for': '' }],
    ['one that says from where a stranger seems to come', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['one that says so in the newer header', '127.0.0.1', { forwarded: 'for=198.51.100.7' }],
    ['one that says so in a header of its own', '127.0.0.1', { 'x-real-ip': '198.51.100.7' }],
    ['one that says how it was asked', '127.0.0.1', { 'x-forwarded-proto': 'https' }],
    ['one that says that it is there', '127.0.0.1', { via: '1.1 proxy' }],
    ['one that hands on the name alone', '127.0.0.1', { host: 'cms.example.org' }],
    ['a page whose name was made to point here', '127.0.0.1', { host: 'localhost.example.org:3000' }],
    ['one that names no host', '127.0.0.1', { host: '' }],
  ])('not %s, unless with the token', (_, peer, headers) => {
    const may = (authorization?: string, token: string | undefined = TOKEN) =>
      maySeeMetrics(asked(peer, { ...headers, ...(authorization && { authorization }) }), token)
    expect(may()).toBe(false)
    expect(may(`Bearer ${TOKEN}`)).toBe(true)
    expect(may(`bearer ${TOKEN}`)).toBe(true)
    expect(may(TOKEN)).toBe(false)
    expect(may(`Basic ${TOKEN}`)).toBe(false)
    expect(may(`Bearer ${TOKEN}x`)).toBe(false)
    expect(may(`Bearer ${TOKEN.slice(1)}`)).toBe(false)
    expect(may('Bearer ')).toBe(false)
    expect(maySeeMetrics(asked(peer, { ...headers, authorization: 'Bearer undefined' }), undefined)).toBe(
      false,
    )
  })
})

import { describe, expect, it } from 'vitest'

import { addressOf, networkOf, readNetwork } from '../../../src/platform/network-address.ts'

const trusted = ['127.0.0.1', '10.0.0.0/8', '::1'].map((name) => readNetwork(name)!)

describe('the address a request came from', () => {
  it.each([
    ['nobody is listed', '203.0.113.9', '198.51.100.7', [], '203.0.113.9'],
    ['a stranger forges a header', '203.0.113.9', '198.51.100.7', trusted, '203.0.113.9'],
    ['a listed proxy says who asks', '127.0.0.1', '198.51.100.7', trusted, '198.51.100.7'],
    [
      'it says so after what a stranger put in front',
      '10.1.2.3',
      '1.2.3.4, 198.51.100.7',
      trusted,
      '198.51.100.7',
    ],
    [
      'two listed proxies stand in a row',
      '127.0.0.1',
      '1.2.3.4, 198.51.100.7, 10.9.9.9',
      trusted,
      '198.51.100.7',
    ],
    ['a listed proxy is alone', '127.0.0.1', undefined, trusted, '127.0.0.1'],
    ['what is forwarded is no address', '127.0.0.1', 'unknown', trusted, '127.0.0.1'],
    ['an IPv4 address comes inside of IPv6', '::ffff:127.0.0.1', '198.51.100.7', trusted, '198.51.100.7'],
    ['all hops are listed', '127.0.0.1', '10.0.0.1, 10.0.0.2', trusted, '10.0.0.1'],
    ['the connection has none', undefined, '198.51.100.7', trusted, null],
  ])('is right where %s', (_, peer, forwarded, listed, expected) => {
    expect(addressOf({ peer, forwarded, trusted: listed })).toBe(expected)
  })

  it('is counted by what anybody can have: IPv6 by its /48, IPv4 whole', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:ffff::1'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:2:2::1'))
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  })

  it.each(['10.0.0.0/40', 'proxy', '', '1.2.3.4/'])('knows that %j is no network', (name) => {
    expect(readNetwork(name)).toBeNull()
  })
})

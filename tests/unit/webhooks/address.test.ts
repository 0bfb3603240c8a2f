import { describe, expect, it } from 'vitest'

import {
  type Address,
  checkUrl,
  createResolver,
  findAddresses,
  hostOf,
  mayConnect,
} from '../../../src/webhooks/address.ts'

const strict = { allowPrivate: false }
const open = { allowPrivate: true }

describe('the address of a receiver', () => {
  it.each([
    'https://example.org/hook',
    'https://example.org:8443/hook?a=1',
    'https://EXAMPLE.org',
    'https://xn--e1afmkfd.example/',
    'https://93.184.216.34/hook',
    'https://[2606:2800:220:1::1]/hook',
  ])('may be %s', (text) => expect(checkUrl(text, strict).kind).toBe('ok'))

  it.each([
    ['', /whole web address/],
    ['example.org/hook', /whole web address/],
    [`https://example.org/${'a'.repeat(2000)}`, /whole web address/],
    ['http://example.org/hook', /must begin with https/],
    ['ftp://example.org/hook', /must begin with https/],
    ['javascript:alert(1)', /must begin with https/],
    ['file:///etc/passwd', /must begin with https/],
    ['https://user:word@example.org/', /name and password/],
    ['https://user@example.org/', /name and password/],
    ['https://example.org:22/', /Port 22/],
    ['https://example.org:25/', /Port 25/],
    ['https://example.org:1023/', /Port 1023/],
  ])('may not be %s', (text, why) => {
    const checked = checkUrl(text, strict)
    expect(checked.kind === 'refuse' && checked.why).toMatch(why)
  })

  it.each(['http://site.internal:81/hook', 'http://127.0.0.1/hook', 'https://example.org:22/'])(
    'may be %s where private networks are let in',
    (text) => expect(checkUrl(text, open).kind).toBe('ok'),
  )
})

describe('a network address', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:2800:220:1::1', '64:ff9b::1.1.1.1', '::ffff:1.1.1.1'])(
    'is public: %s',
    (address) => {
      expect(mayConnect(address, strict)).toBe(true)
      expect(mayConnect(address, open)).toBe(true)
    },
  )

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::7f00:1',
  ])('is private, and let in by the setting alone: %s', (address) => {
    expect(mayConnect(address, strict)).toBe(false)
    expect(mayConnect(address, open)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '255.255.255.255',
    '224.0.0.1',
    '240.0.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    // Where cloud machines give out their keys.
    '169.254.169.254',
    '168.63.129.16',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '64:ff9b::169.254.169.254',
    '::',
    'ff02::1',
    // IPv4 in an old disguise: compatible, translated, 6to4, Teredo, NAT64 of one's own.
    '::7f00:1',
    '::ffff:0:127.0.0.1',
    '2002:7f00:1::1',
    '2001:0:7f00:1::1',
    '64:ff9b:1::7f00:1',
    'fec0::1',
    '100::1',
    '2001:db8::1',
    '4000::1',
    '5f00::1',
    'not an address',
    '127.1',
    '0x7f000001',
    '',
  ])('is never connected to: %s', (address) => {
    expect(mayConnect(address, strict)).toBe(false)
    expect(mayConnect(address, open)).toBe(false)
  })
})

describe('finding the network addresses of a host', () => {
  const never = () => Promise.reject(new Error('Nobody was to be asked.'))
  const saying =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }) as const),
      )

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://10.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[0:0:0:0:0:ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0xa9.0xfe.0xa9.0xfe/',
    'https://１２７.０.０.１/',
    'https://127.0.0.1./',
  ])('refuses %s, a network address however it is spelled, without asking a resolver', async (text) => {
    const checked = checkUrl(text, strict)
    const host = checked.kind === 'ok' ? hostOf(checked.url) : ''
    expect((await findAddresses({ host, resolve: never, ...strict })).kind).toBe('refuse')
  })

  it('gives every address of a host that is public', async () => {
    const found = await findAddresses({
      host: 'example.org',
      resolve: saying('93.184.216.34', '2606:2800:220:1::1'),
      ...strict,
    })
    expect(found).toEqual({
      kind: 'ok',
      addresses: [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:2800:220:1::1', family: 6 },
      ],
    })
  })

  it('refuses a host of which one address of several is private', async () => {
    const found = await findAddresses({
      host: 'example.org',
      resolve: saying('93.184.216.34', '10.0.0.7'),
      ...strict,
    })
    expect(found).toMatchObject({ kind: 'refuse', why: expect.stringContaining('10.0.0.7') })
  })

  it('refuses a host without addresses', async () => {
    expect((await findAddresses({ host: 'example.org', resolve: saying(), ...strict })).kind).toBe('refuse')
  })
})

describe('looking hosts up', () => {
  const HERE: Address[] = [{ address: '93.184.216.34', family: 4 }]
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  it('goes on two at a time, and asks for no host twice at once', async () => {
    const asked: string[] = []
    const answer = new Map<string, () => void>()
    const resolve = createResolver((host) => {
      asked.push(host)
      return new Promise((done) => answer.set(host, () => done(HERE)))
    })
    const all = ['silent', 'silent', 'a', 'b'].map(resolve)
    await settled()
    expect(asked).toEqual(['silent', 'a'])
    answer.get('a')!()
    await settled()
    expect(asked).toEqual(['silent', 'a', 'b'])
    answer.get('silent')!()
    answer.get('b')!()
    expect(await Promise.all(all)).toEqual([HERE, HERE, HERE, HERE])
  })

  it('asks again after a look-up that failed', async () => {
    let times = 0
    const resolve = createResolver(() => (times++ ? Promise.resolve(HERE) : Promise.reject(new Error('No.'))))
    await expect(resolve('a')).rejects.toThrow('No.')
    expect(await resolve('a')).toEqual(HERE)
  })
})

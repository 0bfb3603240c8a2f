import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

import ipaddr from 'ipaddr.js'

import { DEFAULT_LOCALE } from '../contract/index.ts'
import { type StaffWord, staffWordIn } from '../platform/staff-words.ts'

export type Address = { address: string; family: 4 | 6 }
/** Finds the network addresses of a host, all of them. */
export type Resolve = (host: string) => Promise<Address[]>
/** Whether receivers in private networks, on this machine and without TLS are let in. */
export type Allowing = { allowPrivate: boolean }

type Checked<T> = { kind: 'ok' } & T
/** `why` is for the log of deliveries, key and values for whoever typed the address. */
export type Refused = { kind: 'refuse'; why: string; key: StaffWord; values: Values }
type Values = Record<string, string | number>

const LONGEST = 2000
const LOWEST_PORT = 1024
const WEB_PORTS = [80, 443]

const refuse = (key: StaffWord, values: Values = {}): Refused => ({
  kind: 'refuse',
  why: staffWordIn(DEFAULT_LOCALE, key, values),
  key,
  values,
})

/**
 * Whether a text is an address we send to, as far as the text tells. Odd spellings of a network address (decimal,
 * octal, hexadecimal, shortened) are the plain one after `new URL`.
 */
export function checkUrl(text: string, { allowPrivate }: Allowing): Checked<{ url: URL }> | Refused {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || text.length > LONGEST) return refuse('hook-address')
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
    return refuse('hook-https')
  }
  if (url.username || url.password) return refuse('hook-password')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!allowPrivate && !WEB_PORTS.includes(port) && port < LOWEST_PORT)
    return refuse('hook-port', { port, lowest: LOWEST_PORT })
  return { kind: 'ok', url }
}

/** The host of an address as a resolver and a socket want it: IPv6 without brackets. */
export const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** Where cloud machines give out their own keys; nobody has a receiver there. */
const METADATA = new Set(['169.254.169.254', '168.63.129.16', 'fd00:ec2::254'])
const PRIVATE = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat'])
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** An IPv4 address that came inside of an IPv6 one, taken out of it. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address
}

/** Whether we connect to a network address. What cannot be read, and what has a special meaning, is refused. */
export function mayConnect(text: string, { allowPrivate }: Allowing): boolean {
  if (!isIP(text)) return false
  const address = unwrap(ipaddr.parse(text))
  if (METADATA.has(address.toString())) return false
  const range = address.range()
  if (PRIVATE.has(range)) return allowPrivate
  if (range !== 'unicast') return false
  // Whatever is not handed out to the world, such as IPv4 addresses in an old disguise, counts as unicast too.
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_IPV6)
}

/**
 * The network addresses of a host, if we may connect to every one of them.
 * @throws what the resolver throws
 */
export async function findAddresses({
  host,
  resolve,
  allowPrivate,
}: { host: string; resolve: Resolve } & Allowing): Promise<Checked<{ addresses: Address[] }> | Refused> {
  const family = isIP(host)
  const addresses = family ? [{ address: host, family: family as 4 | 6 }] : await resolve(host)
  const bad = addresses.find(({ address }) => !mayConnect(address, { allowPrivate }))
  if (bad) {
    return refuse('hook-private', { host, address: bad.address })
  }
  return addresses.length ? { kind: 'ok', addresses } : refuse('hook-nowhere', { host })
}

/** How many look-ups may be under way: each holds a thread that files and passwords need too. */
const MOST_LOOKUPS = 2

/**
 * Looks hosts up, a few at a time. One whose name servers are silent is asked for once at a time, also when nobody
 * waits for the answer any more.
 */
export function createResolver(ask: Resolve): Resolve {
  const underWay = new Map<string, Promise<Address[]>>()
  return async (host) => {
    while (!underWay.has(host) && underWay.size >= MOST_LOOKUPS)
      await Promise.race([...underWay.values()].map((asking) => asking.catch(() => undefined)))
    let asking = underWay.get(host)
    if (!asking) {
      asking = ask(host).finally(() => underWay.delete(host))
      underWay.set(host, asking)
    }
    return asking
  }
}

/** Asks the system, also /etc/hosts. */
export const resolveHost = createResolver(
  (host) => lookup(host, { all: true, verbatim: true }) as Promise<Address[]>,
)

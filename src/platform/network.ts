import type { IncomingMessage } from 'node:http'

import { vault } from './crypto.ts'
import { addressOf, networkOf } from './network-address.ts'
import { READER_HEADER, readReader, type Seen } from './reader-network.ts'
import { settings } from './settings.ts'
import { siteHook } from './site.ts'

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>

/** By which name the panel's part of the server is told the network mark of a request; a client's own is dropped. */
export const NETWORK_HEADER = 'x-ovoz-network'

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(',') : header)

/** What the site saw of the reader whose request it hands on; null where it is not the site, or it says nothing. */
function seenBySite({ headers }: Asking): Seen | null {
  const header = textOf(headers[READER_HEADER])
  const hook = header === undefined ? null : siteHook()
  return hook && readReader({ header: header!, secret: hook.secret, now: Date.now() })
}

/**
 * The network mark of a request: equal for equal networks, and nothing more is to be learnt from it without SEAL_KEY. The
 * address itself is kept nowhere. `unknown` where the connection has none.
 */
export function networkMarkOf(request: Asking): string {
  const { peer, forwarded } = seenBySite(request) ?? {
    peer: request.socket.remoteAddress,
    forwarded: textOf(request.headers['x-forwarded-for']),
  }
  const address = addressOf({ peer, forwarded, trusted: settings.TRUST_PROXY })
  return address === null ? 'unknown' : vault.index('network', networkOf(address))
}

/** Tells the panel's part of the server, which sees headers alone, from which network a request comes. */
export function tellNetwork(request: IncomingMessage) {
  request.headers[NETWORK_HEADER] = networkMarkOf(request)
}

/** From which network a request at the staff door comes, as `tellNetwork` has said. */
export const toldNetwork = (headers: Headers) => headers.get(NETWORK_HEADER) ?? 'unknown'

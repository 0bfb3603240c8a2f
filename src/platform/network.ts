import type { IncomingMessage } from 'node:http'

import { vault } from './crypto.ts'
import { addressOf, networkOf } from './network-address.ts'
import { settings } from './settings.ts'

/**
 * The network mark of a request: equal for equal networks, and nothing more is to be learnt from it without SEAL_KEY. The
 * address itself is kept nowhere. `unknown` where the connection has none.
 */
export function networkMarkOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = request.headers['x-forwarded-for']
  const address = addressOf({
    peer: request.socket.remoteAddress,
    forwarded: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    trusted: settings.TRUST_PROXY,
  })
  return address === null ? 'unknown' : vault.index('network', networkOf(address))
}

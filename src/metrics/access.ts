import type { IncomingMessage } from 'node:http'

import { isSame } from '../platform/crypto.ts'
import { isLoopbackAddress } from '../platform/network-address.ts'
import { isLoopback } from '../platform/settings.ts'

type Asking = Pick<IncomingMessage, 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> }

/** By these a proxy gives itself away. */
const FORWARDED = /^(forwarded|via|x-real-ip|x-forwarded-.+)$/

/**
 * Whether a program on this machine asks, and asks for this machine. A proxy on this machine is none: it says for whom it
 * asks, or hands the name on that was asked for. Neither is a page in a browser here whose name was made to point here.
 */
function isFromHere({ headers, socket }: Asking): boolean {
  const host = URL.canParse(`http://${headers.host ?? ''}`) ? new URL(`http://${headers.host}`).hostname : ''
  return (
    isLoopbackAddress(socket.remoteAddress) &&
    isLoopback(host) &&
    !Object.keys(headers).some((name) => FORWARDED.test(name))
  )
}

/** Whether somebody may see the figures: from this machine, or with the token, where there is one. */
export function maySeeMetrics(request: Asking, token: string | undefined): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (token !== undefined && given !== undefined && isSame(given, token)) return true
  return isFromHere(request)
}

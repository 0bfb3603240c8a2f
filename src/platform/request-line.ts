import type { IncomingMessage } from 'node:http'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>
type Fault = { status: 400 | 405; message: string }

/** What is answered here at all. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']

/** Headers that a request has once: of two, a proxy and we might each believe another. */
const SINGLE = new Set(['content-length', 'content-type', 'host', 'transfer-encoding', 'authorization'])

/** A path of ours, and nothing that servers, proxies and file systems read differently. */
const PATH = /^\/(?![/\\])[\x21-\x7e]*$/
const NASTY = /\\|%(?![0-9a-f]{2})|%(00|0a|0d|5c)|(^|\/)(\.|%2e){1,2}(?=\/|$)/i

/**
 * Why a request is not looked at at all; null where it is. Node's parser has refused what is no HTTP; this refuses what is
 * HTTP and of no use here, since the programs behind and before us may take it for different things.
 */
export function faultOfRequest({ method = '', url = '', rawHeaders }: Asked): Fault | null {
  if (!METHODS.includes(method)) return { status: 405, message: 'This server does not know the method.' }
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase())
  if (names.some((name, i) => SINGLE.has(name) && names.indexOf(name) !== i))
    return { status: 400, message: 'A header stands there twice.' }
  if (method === 'OPTIONS' && url === '*') return null
  const [path = ''] = url.split('?', 1)
  if (!PATH.test(path) || NASTY.test(path)) return { status: 400, message: 'The address cannot be read.' }
  if (/[^\x21-\x7e\x80-\xff]/.test(url)) return { status: 400, message: 'The address cannot be read.' }
  return null
}

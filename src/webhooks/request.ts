import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

import { type Address, checkUrl, findAddresses, hostOf, type Resolve, resolveHost } from './address.ts'
import type { Attempt } from './retry.ts'

/** How long one attempt may take in all, in milliseconds. */
export const PATIENCE = 10_000
/** How much of an answer is read, in bytes. */
const MOST_READ = 64 * 1024

export type Message = { url: string; headers: Record<string, string>; body: string }

const unreachable = (why: string): Attempt => ({ kind: 'unreachable', why })

/** Why there was no answer. Messages of errors can hold what was sent, so only their code is told. */
function explain(error: unknown, { signal, patience }: { signal: AbortSignal; patience: number }): string {
  if (signal.aborted) return `There was no answer within ${patience / 1000} seconds.`
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The host cannot be found (${code}).`
  return `The receiver could not be reached (${code}).`
}

const until = <T>(signal: AbortSignal, promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      const stop = () => reject(new Error('Too late.'))
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }),
  ])

/**
 * Sends one message, once. The host is resolved here, each of its addresses is checked, and the connection is made
 * to a checked one and none else; so a name that means something else the next moment gains nothing.
 */
export async function post({
  message,
  allowPrivate,
  resolve = resolveHost,
  patience = PATIENCE,
}: {
  message: Message
  allowPrivate: boolean
  resolve?: Resolve
  patience?: number
}): Promise<Attempt> {
  const checked = checkUrl(message.url, { allowPrivate })
  if (checked.kind === 'refuse') return unreachable(checked.why)
  const signal = AbortSignal.timeout(patience)
  try {
    const host = hostOf(checked.url)
    const found = await until(signal, findAddresses({ host, resolve, allowPrivate }))
    if (found.kind === 'refuse') return unreachable(found.why)
    return await exchange({ url: checked.url, addresses: found.addresses, message, signal })
  } catch (error) {
    return unreachable(explain(error, { signal, patience }))
  }
}

function exchange({
  url,
  addresses,
  message,
  signal,
}: {
  url: URL
  addresses: Address[]
  message: Message
  signal: AbortSignal
}): Promise<Attempt> {
  const host = hostOf(url)
  const lookup = ((_host, { all }, done) => {
    if (all) done(null, addresses)
    else done(null, addresses[0]!.address, addresses[0]!.family)
  }) as LookupFunction
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request({
      method: 'POST',
      host,
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
      // A connection of its own: one kept from before leads to wherever the name led then.
      agent: false,
      lookup,
      signal,
      ...(!isIP(host) && { servername: host }),
    })
    request.on('error', reject)
    request.once('response', (response) => {
      const parts: Buffer[] = []
      let size = 0
      // The answer is the status; of the words behind it we take what comes in time.
      const end = () => {
        const text = Buffer.concat(parts).subarray(0, MOST_READ).toString('utf8')
        resolve({ kind: 'answered', status: response.statusCode ?? 0, text })
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size >= MOST_READ) response.destroy()
      })
      // Too late is too late for the words alone.
      request.off('error', reject).on('error', end)
      response.on('error', end)
      response.once('close', end)
    })
    request.end(message.body)
  })
}

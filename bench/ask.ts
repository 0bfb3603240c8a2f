import { request } from 'node:http'

export type Raw = { status: number; headers: string[]; body: Buffer }

type Asking = { method?: string; headers?: Record<string, string>; body?: string }

/**
 * One request, on a connection of its own: one that is kept may be closed by the server just when it is used. The
 * answer is as it came over the wire: no header lost, nothing unpacked.
 */
export function askRaw(url: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.rawHeaders, body: Buffer.concat(parts) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

export function headerOf({ headers }: Raw, name: string): string | undefined {
  const at = headers.findIndex((one, i) => i % 2 === 0 && one.toLowerCase() === name)
  return at < 0 ? undefined : headers[at + 1]
}

/** What Node says of itself on every connection; the replaying server says it too. */
const OF_THE_CONNECTION = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])

/** An answer in the form the replaying server takes: its own status, headers and bytes, with their length. */
export function toReplay(raw: Raw) {
  const headers: string[] = []
  for (let i = 0; i < raw.headers.length; i += 2) {
    if (!OF_THE_CONNECTION.has(raw.headers[i]!.toLowerCase()))
      headers.push(raw.headers[i]!, raw.headers[i + 1]!)
  }
  if (raw.status !== 304 && headerOf(raw, 'content-length') === undefined)
    headers.push('Content-Length', String(raw.body.length))
  return { status: raw.status, headers, body: raw.body.toString('base64') }
}

/** @throws Error where the answer is not a good one. */
export async function askJson<T = any>(url: string, { body, headers, method }: Asking = {}): Promise<T> {
  const sent = body === undefined ? headers : { ...headers, 'content-type': 'application/json' }
  const { status, body: answer } = await askRaw(url, { method, headers: sent, body })
  const text = answer.toString('utf8')
  if (status >= 300) throw new Error(`${new URL(url).pathname} answered ${status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}

import { request } from 'node:http'

export type Raw = { status: number; headers: string[]; body: Buffer }

/** One GET with the answer as it came over the wire: no header lost, nothing unpacked. */
export function askRaw(url: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.rawHeaders, body: Buffer.concat(parts) }),
      )
    })
    asking.on('error', reject)
    asking.end()
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

export async function askJson<T = any>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}.`)
  return (await response.json()) as T
}

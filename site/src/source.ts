import { LRUCache } from 'lru-cache'

/** One answer of the API, as it was last seen. An answer that changes is another object. */
export type Kept = {
  status: number
  headers: Headers
  etag: string | null
  /** What JSON said, or the text of what is not JSON. */
  body: unknown
  bytes: number
  /** When it was last seen to be so, in milliseconds. */
  seenAt: number
}

/** Nothing is kept of this address, and the API does not answer. */
export class SourceAway extends Error {
  override name = 'SourceAway'
}

type Options = {
  /** Where the API answers, such as `http://127.0.0.1:3000`. */
  url: string
  /** How much is kept, in bytes. */
  bytes: number
  /** How long an answer is given without asking whether it still holds, in milliseconds. */
  fresh?: number
  /** How long the API may take to answer, in milliseconds. */
  patience?: number
  /** How often an API that was away is asked whether it is back, in milliseconds. */
  pause?: number
  fetch?: typeof globalThis.fetch
  now?: () => number
}

const FRESH = 1000
const PATIENCE = 4000
const PAUSE = 500

/** What tells nothing of the thing asked for, only of the server. */
const isTrouble = (status: number) => status >= 500 || status === 429

const timeOut = (milliseconds: number) => AbortSignal.timeout(milliseconds)

/**
 * The answers of the API as this process knows them. Each is asked for again by its ETag once it is a second old, so a
 * page is never older than that; while the API is away, the last good answer is given, and `isAway` says so.
 * `expire` makes everything be asked for again, and loses nothing.
 */
export function createSource({
  url,
  bytes,
  fresh = FRESH,
  patience = PATIENCE,
  pause = PAUSE,
  fetch = globalThis.fetch,
  now = Date.now,
}: Options) {
  const kept = new LRUCache<string, Kept>({
    maxSize: Math.max(1, bytes),
    maxEntrySize: Math.max(1, bytes / 8),
    sizeCalculation: ({ bytes: size }, key) => size + key.length + 500,
  })
  const flights = new Map<string, Promise<Kept>>()
  let expiredAt = 0
  let probing: NodeJS.Timeout | undefined

  function goAway() {
    if (probing) return
    probing = setInterval(() => {
      fetch(`${url}/readyz`, { signal: timeOut(patience) }).then(
        (answer) => answer.ok && comeBack(),
        () => undefined,
      )
    }, pause)
    probing.unref()
  }

  function comeBack() {
    clearInterval(probing)
    probing = undefined
    expiredAt = now()
  }

  async function ask(path: string, before: Kept | undefined): Promise<Kept> {
    const askedAt = now()
    const answer = await fetch(`${url}${path}`, {
      headers: before?.etag ? { 'If-None-Match': before.etag } : {},
      redirect: 'manual',
      signal: timeOut(patience),
    })
    if (isTrouble(answer.status)) throw new SourceAway(`The API answered ${answer.status}.`)
    if (answer.status === 304 && before) {
      before.seenAt = askedAt
      return before
    }
    const text = await answer.text()
    const isJson = /\bjson\b/.test(answer.headers.get('Content-Type') ?? '')
    const entry: Kept = {
      status: answer.status,
      headers: answer.headers,
      etag: answer.headers.get('ETag'),
      body: isJson ? JSON.parse(text) : text,
      // What JSON becomes takes about three times its text.
      bytes: text.length * 3,
      seenAt: askedAt,
    }
    kept.set(path, entry)
    return entry
  }

  /** What the API says at a path, at most a second old; older only while it is away. */
  async function look(path: string): Promise<Kept> {
    const before = kept.get(path)
    if (before && before.seenAt > expiredAt && now() - before.seenAt < fresh) return before
    if (before && probing) return before
    let flight = flights.get(path)
    if (!flight) {
      flight = ask(path, before).finally(() => flights.delete(path))
      flights.set(path, flight)
    }
    try {
      return await flight
    } catch (error) {
      goAway()
      if (before) return before
      throw new SourceAway('The API does not answer.', { cause: error })
    }
  }

  return {
    look,

    /** A `fetch` for the client that reads from here, and a list of what it has read. */
    open() {
      const used = new Map<string, Kept>()
      const read = async (input: string | URL | Request) => {
        const path = String(input).slice(url.length)
        const entry = await look(path)
        used.set(path, entry)
        const { status, headers, body } = entry
        return {
          ok: status >= 200 && status < 300,
          status,
          headers,
          json: async () => body,
          text: async () => String(body),
        } as Response
      }
      return { fetch: read as typeof globalThis.fetch, used }
    },

    /** Everything kept is asked for again before it is given again. */
    expire() {
      expiredAt = now()
    },

    /** Whether the API was away when it was last asked. */
    isAway: () => probing !== undefined,

    close() {
      clearInterval(probing)
    },
  }
}

export type Source = ReturnType<typeof createSource>

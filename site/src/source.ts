import { createShelves, type Kept } from './shelves.ts'
import { createWatch } from './watch.ts'

/** Nothing is kept of this address, and the API does not answer as it should. */
export class SourceAway extends Error {
  override name = 'SourceAway'
}

/** What is known of an address. */
export type Look = {
  entry: Kept
  /** False where it is the last good answer and nobody could be asked whether it still holds. */
  isCertain: boolean
}

type Content = Pick<Kept, 'body' | 'bytes'>

type Options = {
  /** Where the API answers, such as `http://127.0.0.1:3000`. */
  url: string
  /** How much is kept, in bytes. */
  bytes: number
  /** How long an answer is given without asking whether it still holds, in milliseconds. */
  fresh?: number
  /** How long the API may take to answer, in milliseconds. */
  patience?: number
  /** How long one who could have the last good answer waits for a newer one, in milliseconds. */
  grace?: number
  /** How long what failed is left alone before it is asked for again, in milliseconds. */
  pause?: number
  /** Takes an answer in. Whatever it throws means that this is no answer of the API. */
  read?: (answer: Response) => Promise<Content>
  now?: () => number
}

const FRESH = 1000
const PATIENCE = 4000
const GRACE = 1500
const PAUSE = 500

type Flight = { promise: Promise<Kept>; isLate: Promise<null>; epoch: number }

/**
 * What the API says, which is JSON, or a feed or calendar. Anything else comes from a proxy before it, or from a server
 * in trouble, and tells nothing of the thing asked for.
 */
async function readApi(answer: Response): Promise<Content> {
  const { status } = answer
  const type = answer.headers.get('Content-Type') ?? ''
  const isJson = /\bjson\b/.test(type)
  const isOwn = isJson || (status === 200 && !/^text\/html\b/.test(type))
  if (status >= 500 || status === 429 || !isOwn) throw new Error(`The API answered ${status}.`)
  const text = await answer.text()
  // What JSON becomes takes about three times its text.
  return { body: isJson ? JSON.parse(text) : text, bytes: text.length * 3 }
}

/** Asks whether an answer known before still holds. */
function conditionsOf(before: Kept | undefined): Record<string, string> {
  const etag = before?.headers.get('ETag')
  return etag ? { 'If-None-Match': etag } : {}
}

/**
 * The answers of the API as this process knows them. Each is asked for again by its ETag once it is a second old, so a
 * page is never older than that. Where the API does not answer, for one address or at all, the last good answer is
 * given and said to be uncertain. `expire` makes everything be asked for again, and loses nothing.
 */
export function createSource({
  url,
  bytes,
  fresh = FRESH,
  patience = PATIENCE,
  grace = GRACE,
  pause = PAUSE,
  read = readApi,
  now = Date.now,
}: Options) {
  const shelves = createShelves(bytes)
  const flights = new Map<string, Flight>()
  /** Addresses that failed alone, and until when they are left alone. */
  const troubled = new Map<string, number>()
  const listeners: (() => void)[] = []
  let epoch = 0
  let versions = 0

  function expire() {
    epoch += 1
    troubled.clear()
    for (const listener of listeners) listener()
  }

  const ping = () => fetch(`${url}/readyz`, { signal: AbortSignal.timeout(patience / 2) })
  const watch = createWatch({ isThere: async () => (await ping()).ok, pause, whenBack: expire })

  async function ask(path: string, before: Kept | undefined): Promise<Kept> {
    const asked = { seenAt: now(), epoch }
    const answer = await fetch(`${url}${path}`, {
      headers: conditionsOf(before),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status === 304 && before) return Object.assign(before, asked)
    const { status, headers } = answer
    const entry = { status, headers, ...(await read(answer)), version: ++versions, ...asked }
    // An answer that was overtaken by a newer one is for those alone who wait for it.
    if ((shelves.get(path)?.epoch ?? 0) <= asked.epoch) shelves.set(path, entry)
    return entry
  }

  async function askOrDoubt(path: string, before: Kept | undefined): Promise<Kept> {
    try {
      const entry = await ask(path, before)
      troubled.delete(path)
      return entry
    } catch (error) {
      await watch.doubt()
      if (troubled.size > 1000) troubled.clear()
      troubled.set(path, now() + pause)
      throw new SourceAway('The API does not answer.', { cause: error })
    }
  }

  /** Asks once for all who want to know, unless something was expired since the question went out. */
  function fly(path: string, before: Kept | undefined): Flight {
    const known = flights.get(path)
    if (known?.epoch === epoch) return known
    let timer: NodeJS.Timeout | undefined
    const isLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        void watch.doubt()
        resolve(null)
      }, grace)
    })
    const promise = askOrDoubt(path, before).finally(() => {
      clearTimeout(timer)
      if (flights.get(path) === flight) flights.delete(path)
    })
    const flight = { promise, isLate, epoch }
    flights.set(path, flight)
    return flight
  }

  /**
   * What the API says at a path, at most a second old; older only while it does not answer.
   * @throws SourceAway where it does not, and nothing is kept.
   */
  async function look(path: string): Promise<Look> {
    const before = shelves.get(path)
    if (before?.epoch === epoch && now() - before.seenAt < fresh) return { entry: before, isCertain: true }
    const isHopeless = watch.isAway() || (troubled.get(path) ?? 0) > now()
    if (!before) {
      if (isHopeless) throw new SourceAway('The API does not answer.')
      return { entry: await fly(path, before).promise, isCertain: true }
    }
    if (isHopeless) return { entry: before, isCertain: false }
    const { promise, isLate } = fly(path, before)
    const entry = await Promise.race([promise, isLate]).catch(() => null)
    return entry ? { entry, isCertain: true } : { entry: before, isCertain: false }
  }

  /** A `fetch` for the client that reads from here, and a list of what it has read. */
  function open() {
    const used = new Map<string, Look>()
    const readKept = async (input: string | URL | Request) => {
      const path = String(input).slice(url.length)
      const known = await look(path)
      used.set(path, known)
      const { status, headers, body } = known.entry
      return {
        ok: status >= 200 && status < 300,
        status,
        headers,
        json: async () => body,
        text: async () => String(body),
      } as Response
    }
    return { fetch: readKept as typeof globalThis.fetch, used }
  }

  return {
    look,
    open,
    expire,
    /** Calls back whenever everything has to be asked for again: something changed, or the API was away and is back. */
    whenExpired: (listener: () => void) => void listeners.push(listener),
    /** Whether the whole API was away when it was last looked for. */
    isAway: watch.isAway,
    /** How much is kept, in bytes. */
    size: shelves.size,
    close: watch.close,
  }
}

export type Source = ReturnType<typeof createSource>

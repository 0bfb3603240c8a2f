import { createClient, type Locale } from 'ovoz/client'

import type { Ground } from './app.ts'
import { linksIn, LOCALES } from './links.ts'

/** How many of each are made in each language, the newest or the next first. */
const POSTS = 20
const EVENTS = 10
const QUOTES = 10
/** The most pictures that are fetched ahead. */
const PICTURES = 300
/** How many are made at a time: readers come first. */
const AT_A_TIME = 2
/** How long to wait after a change before making pages anew, and from one time to the next, in milliseconds. */
const CALM = 20_000
const EVERY = 5 * 60_000

/** The addresses that readers will likely ask for, the likeliest first. */
async function likelyIn(locale: Locale, { source, settings }: Ground): Promise<string[]> {
  const client = createClient({ url: settings.API_URL, locale, fetch: source.open().fetch })
  const links = linksIn(locale)
  const [posts, events, quotes] = await Promise.all([
    client.posts.list({ limit: POSTS, language: locale }),
    client.events.list({ limit: EVENTS, when: 'upcoming' }),
    client.quotes.list({ limit: QUOTES }),
  ])
  return [
    links.home(),
    links.posts(),
    ...posts.items.map(({ slug }) => links.post(slug)),
    links.events(),
    ...events.items.map(({ slug }) => links.event(slug)),
    links.quotes(),
    ...quotes.items.map(({ id }) => links.quote(id)),
    links.feed('posts.rss'),
  ]
}

/** Takes the first of one list, the first of the next, and so on: no language waits for another. */
const interleave = (lists: string[][]) =>
  Array.from({ length: Math.max(...lists.map((one) => one.length)) }, (_, at) => lists.map((one) => one[at]))
    .flat()
    .filter((one) => one !== undefined)

type Warming = {
  ground: Ground
  request: (path: string) => Promise<Response> | Response
  /** The pictures that were fetched already: once is enough, since they do not change. */
  pictures?: Set<string>
  /** Ends it before the next page. */
  signal?: AbortSignal
}

/** The pictures of a page in all their sizes: which of them a reader needs is not known here. */
async function picturesIn(answer: Response): Promise<string[]> {
  if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('text/html')) return []
  const found = (await answer.text()).match(/\/files\/[^"<>\s,]+/g) ?? []
  // The one mark of a file's address that HTML writes in another way.
  return found.map((one) => one.replaceAll('&#39;', "'"))
}

/**
 * Makes the pages that readers will likely ask for once, so that they are there when the API is not.
 * @returns how many were made; it ends early when the API goes away
 */
export async function warm({ ground, request, pictures = new Set(), signal }: Warming): Promise<number> {
  const lists = await Promise.all(LOCALES.map((locale) => likelyIn(locale, ground)))
  const waiting = [...new Set(interleave(lists)), '/sitemap.xml']
  let made = 0
  async function work() {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (ground.source.isAway() || signal?.aborted) return
      const answer = await request(path)
      made += 1
      if (!answer.ok) pictures.delete(path)
      for (const picture of await picturesIn(answer)) {
        if (pictures.has(picture) || pictures.size >= PICTURES) continue
        pictures.add(picture)
        waiting.push(picture)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return made
}

/**
 * Keeps the likely pages made: at once, a while after each change, and now and then, since a change may have been told
 * to nobody. One round at a time.
 */
export function keepWarm({
  calm = CALM,
  every = EVERY,
  ...warming
}: Warming & { calm?: number; every?: number }) {
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  const closing = new AbortController()
  const { signal } = closing
  let toldAt = -Infinity
  const pictures = new Set<string>()

  function plan(pause: number) {
    clearTimeout(timer)
    if (signal.aborted) return
    timer = setTimeout(() => void run(), pause)
    timer.unref()
  }

  async function run() {
    if (isRunning) return plan(calm)
    isRunning = true
    plan(every)
    // Where the API is away, its return is the next change.
    await warm({ ...warming, pictures, signal }).catch(() => 0)
    isRunning = false
  }

  // Many changes in a row do not put it off for ever: what is planned soon stays planned.
  warming.ground.source.whenExpired(() => {
    if (Date.now() - toldAt < calm) return
    toldAt = Date.now()
    plan(calm)
  })
  void run()
  return {
    close() {
      closing.abort()
      clearTimeout(timer)
    },
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'

import { LRUCache } from 'lru-cache'

import type { Locale } from '../contract/index.ts'
import type { createCache } from './cache.ts'
import { chooseLocale } from './messages.ts'
import { corsHeaders, isOpenToAll } from './origins.ts'
import { parametersOf } from './reads.ts'
import type { Uses } from './tags.ts'
import {
  chooseEncoding,
  createVariants,
  type Encoding,
  isSameTag,
  makeForm,
  type Variants,
} from './variants.ts'

/** The address of an answer without what it does not depend on; `locale` where the address names no language. */
type Place = { address: string; isLocaleNamed: boolean }

/** How much memory the meaning of addresses may take, in bytes, and the longest address that is remembered. */
const MOST_PLACES = 4 * 1024 * 1024
const LONGEST_ADDRESS = 2048

export type AnswerCache = ReturnType<typeof createCache<Variants>>
type Fetch = (request: Request, env: { uses: Uses }) => Response | Promise<Response>

/** Remembers what a short header means; clients send few different ones, and what strangers invent is forgotten. */
function remembering<T>(read: (text: string) => T) {
  const known = new LRUCache<string, { value: T }>({ max: 500 })
  return (text: string | undefined): T => {
    if (text === undefined) return read('')
    if (text.length > 200) return read(text)
    let found = known.get(text)
    if (!found) known.set(text, (found = { value: read(text) }))
    return found.value
  }
}

const localeFrom = remembering((accept): Locale => chooseLocale({ accept }))
const encodingFrom = remembering(chooseEncoding)

/** A path with nothing escaped that need not be, so that one thing has one address; as it is where it makes no sense. */
function normalised(path: string): string {
  if (!path.includes('%')) return path
  try {
    return path
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
      .join('/')
  } catch {
    return path
  }
}

/**
 * Answers public reads from memory, before any router is asked. What is not there is computed from the bare address
 * and language, so that nothing else of a request can reach an answer that others get.
 */
export function createFront({
  basePath,
  fetch,
  cache,
  freshness,
}: {
  basePath: string
  fetch: Fetch
  cache: AnswerCache
  /** Resolves once everything that time alone has changed is dropped; null when there is nothing to wait for. */
  freshness: () => Promise<void> | null
}) {
  const places = new LRUCache<string, Place>({
    maxSize: MOST_PLACES,
    sizeCalculation: ({ address }, url) => 200 + url.length + address.length,
  })
  const vary = ['Accept-Encoding', ...(isOpenToAll ? [] : ['Origin'])].join(', ')

  /** Where a request leads; null when it is not to a public read. */
  function placeOf(url: string): Place | null {
    const known = places.get(url)
    if (known) return known
    const at = url.indexOf('?')
    const path = normalised(at === -1 ? url : url.slice(0, at))
    const query = at === -1 ? '' : url.slice(at + 1)
    if (!path.startsWith(`${basePath}/`)) return null
    const parameters = parametersOf(path.slice(basePath.length))
    if (!parameters) return null
    const kept = [...new URLSearchParams(query)].filter(([name]) => parameters.has(name))
    const search = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
    const place = {
      address: search ? `${path}?${search}` : path,
      isLocaleNamed: kept.some(([name]) => name === 'locale'),
    }
    if (url.length <= LONGEST_ADDRESS) places.set(url, place)
    return place
  }

  async function compute({ address, isLocaleNamed }: Place, locale: Locale | null, uses: Uses) {
    const request = new Request(`http://front${address}`, {
      headers: locale === null ? {} : { 'accept-language': locale },
    })
    const answer = await fetch(request, { uses })
    const isKept =
      answer.status === 200 &&
      uses.size > 0 &&
      !/no-store|private/.test(answer.headers.get('cache-control') ?? '')
    const headers = [...answer.headers]
      .filter(([name]) => name !== 'vary' && !(isKept && name === 'x-trace-id'))
      .map(([name, value]): [string, string] => [
        name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
        value,
      ])
    headers.push(['Vary', isLocaleNamed ? vary : `${vary}, Accept-Language`])
    const value = createVariants({
      status: answer.status,
      headers,
      body: Buffer.from(await answer.arrayBuffer()),
    })
    return { value, isKept }
  }

  function send({
    request,
    response,
    variants,
    encoding,
    isHit,
  }: {
    request: IncomingMessage
    response: ServerResponse
    variants: Variants
    encoding: Encoding
    isHit: boolean
  }) {
    const { body, head, made, unchanged } = variants.forms[encoding] ?? variants.forms.identity!
    const { origin, 'if-none-match': ifNoneMatch } = request.headers
    const forOrigin = (list: string[]) =>
      origin === undefined ? list : [...list, ...corsHeaders(origin).flat()]
    if (ifNoneMatch !== undefined && variants.status === 200 && isSameTag(ifNoneMatch, variants.etag)) {
      response.writeHead(304, forOrigin(unchanged))
      response.end()
      return
    }
    response.writeHead(variants.status, forOrigin(isHit ? head : made))
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** What a request asks for; null when it is not for a public read, or with a token that makes the answer one's own. */
  function read(request: IncomingMessage) {
    const { headers, method, url = '/' } = request
    if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return null
    const place = placeOf(url)
    if (!place) return null
    const locale = place.isLocaleNamed ? null : localeFrom(headers['accept-language'])
    return {
      place,
      locale,
      key: locale === null ? place.address : `${place.address} ${locale}`,
      encoding: encodingFrom(headers['accept-encoding'] as string | undefined),
    }
  }

  return {
    /** Answers a public read that is kept in the form asked for. */
    answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
      const asked = read(request)
      const variants = asked && freshness() === null ? cache.get(asked.key) : undefined
      if (!asked || !variants?.forms[asked.encoding]) return false
      send({ request, response, variants, encoding: asked.encoding, isHit: true })
      return true
    },

    /** Answers a public read, whatever that takes; false for anything else. */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const asked = read(request)
      if (!asked) return false
      const { place, locale, key, encoding } = asked
      await freshness()
      const { value: variants, isHit } = await cache.take(key, (uses) => compute(place, locale, uses))
      if (!variants.forms[encoding]) {
        await makeForm(variants, encoding)
        if (cache.get(key) === variants) cache.resize(key)
      }
      send({ request, response, variants, encoding, isHit })
      return true
    },
  }
}

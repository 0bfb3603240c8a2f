import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import { pathOf, say } from './gate.ts'
import { settings } from './platform/settings.ts'
import { chooseEncoding, createVariants, isSameTag, makeForm, type Variants } from './platform/variants.ts'

export const EMBED_PATH = '/embed/'

/** Browsers ask again after five minutes, and use what they have meanwhile; a new version is everywhere in a day. */
const CACHE = 'public, max-age=300, stale-while-revalidate=86400'

/** The demonstration stands by itself: nothing in it, and nothing it loads, is from elsewhere or written into it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const common: [string, string][] = [
  ['Cache-Control', CACHE],
  ['X-Content-Type-Options', 'nosniff'],
  ['Vary', 'Accept-Encoding'],
]

const forAll: [string, string][] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
]

/** What other sites take from here: the comments element, for pages of any origin, and a page that shows it. */
const KINDS: Record<string, [string, string][]> = {
  js: [['Content-Type', 'text/javascript; charset=utf-8'], ...forAll, ...common],
  css: [['Content-Type', 'text/css; charset=utf-8'], ...common],
  html: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Security-Policy', POLICY],
    ['Referrer-Policy', 'no-referrer'],
    ...common,
  ],
}
const NAME = /^[a-z-]+\.(js|css|html)$/

/** Serves the files of a folder, read and compressed once; in development read anew each time, since they are made anew. */
export function createEmbed({ folder = join(process.cwd(), 'dist/widget') } = {}) {
  const kept = new Map<string, Variants>()

  function find(name: string): Variants | null {
    const [, kind] = NAME.exec(name) ?? []
    if (!kind) return null
    const known = settings.isProduction ? kept.get(name) : undefined
    if (known) return known
    try {
      const variants = createVariants({
        status: 200,
        headers: KINDS[kind]!,
        body: readFileSync(join(folder, name)),
      })
      kept.set(name, variants)
      return variants
    } catch {
      // It was not built.
      return null
    }
  }

  return async function answer(request: IncomingMessage, response: ServerResponse) {
    const variants = find(pathOf(request).slice(EMBED_PATH.length))
    if (!variants) return say(response, 404, { errors: [{ message: 'There is no such file.' }] })
    const { headers, method } = request
    if (method !== 'GET' && method !== 'HEAD')
      return say(response, 405, { errors: [{ message: 'Only to be read.' }] }, { Allow: 'GET, HEAD' })
    const encoding = chooseEncoding(String(headers['accept-encoding'] ?? ''))
    const form = await makeForm(variants, encoding)
    const asked = headers['if-none-match']
    const isKnown = asked !== undefined && isSameTag(asked, variants.etag)
    response.writeHead(isKnown ? 304 : 200, isKnown ? form.unchanged : form.head)
    response.end(isKnown || method === 'HEAD' ? undefined : form.body)
  }
}

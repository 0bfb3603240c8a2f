import type { Context } from 'hono'
import { createClient, type Locale, OvozError } from 'ovoz/client'

import type { Ground } from './app.ts'
import type { Returned } from './discussion.ts'
import { Layout } from './layout.tsx'
import { DEFAULT_LOCALE, inLocale, linksIn, LOCALES } from './links.ts'
import type { Asking, Elsewhere, MakePage, Page } from './page.ts'
import { troublePage } from './pages/trouble.tsx'
import { encodingFor, type Rendered, render } from './rendered.ts'
import { type Kept, SourceAway } from './source.ts'
import { textsIn } from './texts/index.ts'

const MINUTE = 60_000

export type Answered =
  { kind: 'page'; page: Rendered; isStale: boolean } | ({ kind: 'elsewhere' } & Elsewhere)

/** What is asked for, as far as a page may depend on it. */
type Question = {
  ground: Ground
  url: string
  locale?: Locale
  make: MakePage | 'not-found'
  params?: Record<string, string>
  /** What a form comes back with: the page is made for one reader then, and nothing of it is kept. */
  returned?: Returned
  /** In place of the page's own. */
  status?: number
}

const localeOfPath = (path: string) =>
  LOCALES.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? DEFAULT_LOCALE

/** Where the API says that something is now; the address of our page for it. */
function movedTo(error: OvozError, used: Map<string, Kept>, asking: Asking): Elsewhere | null {
  if (error.status !== 301) return null
  const moved = [...used.values()].find((one) => one.status === 301)?.body
  const { type, slug } = (moved ?? {}) as { type?: string; slug?: string }
  return type && slug
    ? { location: asking.links.at(`/${type}/${encodeURIComponent(slug)}`), status: 301 }
    : null
}

async function makeOrExplain({ make, params = {} }: Question, asking: Asking, used: Map<string, Kept>) {
  if (make === 'not-found') return troublePage({ asking, kind: 'not-found' })
  try {
    return await make(asking, params)
  } catch (error) {
    if (!(error instanceof OvozError)) throw error
    const moved = movedTo(error, used, asking)
    if (moved) return moved
    if (error.status === 410) return troublePage({ asking, kind: 'gone' })
    // A parameter that the API does not take is an address that nobody has given out.
    if (error.status === 404 || error.status === 422) return troublePage({ asking, kind: 'not-found' })
    throw error
  }
}

const headersOf = (page: Page, locale: Locale, isStale: boolean) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Language': page.contentLocale ?? locale,
  'Cache-Control': page.isPrivate ? 'private, no-store' : isStale ? 'no-store' : 'no-cache',
  Vary: 'Accept-Encoding',
})

/** The page for a question: one that was made before and still holds, or made now. */
export async function makeAnswer(question: Question): Promise<Answered> {
  const { ground, returned = null } = question
  const isPrivate = returned !== null
  const { settings, source, rendered, assets } = ground
  const url = new URL(question.url)
  const locale = question.locale ?? localeOfPath(url.pathname)
  const minute = Math.floor(ground.now().getTime() / MINUTE)
  const address = `${locale} ${question.make === 'not-found' ? '' : url.pathname + url.search}`
  const isStale = source.isAway()
  const known = isPrivate || isStale ? null : await rendered.find(address, minute)
  if (known && !source.isAway()) return { kind: 'page', page: known, isStale: false }

  const { fetch, used } = source.open()
  const client = createClient({ url: settings.API_URL, locale, fetch })
  const path = locale === DEFAULT_LOCALE ? url.pathname : url.pathname.slice(locale.length + 1) || '/'
  const base = {
    locale,
    t: textsIn(locale),
    links: linksIn(locale),
    path,
    query: url.searchParams,
    now: new Date(minute * MINUTE),
    timeZone: settings.TIME_ZONE,
    direct: createClient({ url: settings.API_URL, locale, fetch: ground.fetch }),
    returned,
    siteUrl: settings.SITE_URL,
  }
  try {
    const asking: Asking = { ...base, client, site: await client.site() }
    const made = await makeOrExplain(question, asking, used)
    if ('location' in made) return { kind: 'elsewhere', ...made }
    return keep({ made, asking })
  } catch (error) {
    if (!(error instanceof SourceAway)) throw error
    const site = { name: '', description: null, url: '', locales: [], defaultLocale: DEFAULT_LOCALE, comments: { state: 'open' } } as const // prettier-ignore
    const asking: Asking = {
      ...base,
      client,
      site: { ...site, locales: [], name: new URL(settings.SITE_URL).host },
    }
    return keep({ made: troublePage({ asking, kind: 'away' }), asking })
  }

  async function keep({ made, asking }: { made: Page; asking: Asking }): Promise<Answered> {
    const isAway = source.isAway()
    const seen = [...used.values()].map((one) => one.seenAt)
    const asOf = isAway && made.status !== 503 && seen.length ? new Date(Math.min(...seen)) : null
    const text = String(await (<Layout page={made} asking={asking} assets={assets} asOf={asOf} />))
    const headers = headersOf(made, locale, isAway)
    const page = render({ status: made.status ?? question.status ?? 200, headers, text, used, minute })
    if (!isAway && !isPrivate && !made.isPrivate) rendered.keep(address, page)
    return { kind: 'page', page, isStale: isAway }
  }
}

/** Sends a page: not at all to a browser that has it, and compressed as the browser likes best. */
export function answerPage(c: Context, answered: Answered): Response {
  if (answered.kind === 'elsewhere') return c.redirect(answered.location, answered.status ?? 302)
  const { status, headers, etag, bodies } = answered.page
  const isPlain = status === 200 && !headers['Cache-Control']?.includes('no-store')
  if (isPlain && c.req.header('if-none-match')?.includes(etag))
    return c.body(null, 304, { ...headers, ETag: etag })
  const encoding = encodingFor(c.req.header('accept-encoding'))
  return c.body(bodies[encoding] as unknown as ArrayBuffer, status as 200, {
    ...headers,
    ...(isPlain && { ETag: etag }),
    ...(status === 503 && { 'Retry-After': '5' }),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  })
}

export { inLocale }

import type { Context } from 'hono'
import { createClient, type Locale, OvozError, type Site } from 'ovoz/client'

import type { Ground } from './app.ts'
import type { Returned } from './discussion.ts'
import { Layout } from './layout.tsx'
import { DEFAULT_LOCALE, linksIn, LOCALES } from './links.ts'
import type { Asking, Elsewhere, MakePage, Page } from './page.ts'
import { troublePage } from './pages/trouble.tsx'
import { type Rendered, render } from './rendered.ts'
import { sendRendered } from './send.ts'
import { type Look, SourceAway } from './source.ts'
import { textsIn } from './texts/index.ts'

const MINUTE = 60_000

export type Answered = { kind: 'page'; page: Rendered } | ({ kind: 'elsewhere' } & Elsewhere)

/** What is asked for, as far as a page may depend on it. */
type Question = {
  ground: Ground
  url: string
  locale?: Locale
  make: MakePage | 'not-found' | 'gone' | 'failed'
  params?: Record<string, string>
  /** What a form comes back with: the page is made for one reader then, and nothing of it is kept. */
  returned?: Returned
  /** In place of the page's own. */
  status?: number
  retryAfter?: number | null
}

type Used = Map<string, Look>

const localeOfPath = (path: string) =>
  LOCALES.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? DEFAULT_LOCALE

/** What is said of the site where the API has never said it. */
function unnamedSite({ SITE_URL }: Ground['settings']): Site {
  const name = new URL(SITE_URL).host
  return {
    name,
    description: null,
    url: SITE_URL,
    locales: [],
    defaultLocale: DEFAULT_LOCALE,
    comments: { state: 'open' },
  }
}

/** What a page is made from, and a list that fills with what it reads of the API. */
export async function startAsking(
  { ground, url, locale: named, returned }: Pick<Question, 'ground' | 'url' | 'locale' | 'returned'>,
  minute = Math.floor(ground.now().getTime() / MINUTE),
): Promise<{ asking: Asking; used: Used }> {
  const { settings, source } = ground
  const { pathname, searchParams } = new URL(url)
  const locale = named ?? localeOfPath(pathname)
  const isPrefixed = localeOfPath(pathname) !== DEFAULT_LOCALE
  const { fetch, used } = source.open()
  const client = createClient({ url: settings.API_URL, locale, fetch })
  const site = await client.site().catch((error: unknown) => {
    if (error instanceof SourceAway) return unnamedSite(settings)
    throw error
  })
  const asking: Asking = {
    client,
    direct: createClient({ url: settings.API_URL, locale, fetch: ground.fetch }),
    site,
    locale,
    t: textsIn(locale),
    links: linksIn(locale),
    path: isPrefixed ? pathname.slice(locale.length + 1) || '/' : pathname,
    query: searchParams,
    now: new Date(minute * MINUTE),
    timeZone: settings.TIME_ZONE,
    returned: returned ?? null,
    siteUrl: settings.SITE_URL,
  }
  return { asking, used }
}

/** Where the API says that something is now; the address of our page for it. */
function movedTo(error: OvozError, used: Used, asking: Asking): Elsewhere | null {
  if (error.status !== 301) return null
  const moved = [...used.values()].find(({ entry }) => entry.status === 301)?.entry.body
  const { type, slug } = (moved ?? {}) as { type?: string; slug?: string }
  return type && slug
    ? { location: asking.links.at(`/${type}/${encodeURIComponent(slug)}`), status: 301 }
    : null
}

/** The page for what the API refused; nothing where it is a fault of ours. */
function explain(error: unknown, { ground }: Question, asking: Asking, used: Used): Page | Elsewhere | null {
  if (error instanceof SourceAway)
    return troublePage({ asking, kind: ground.source.isAway() ? 'away' : 'failed' })
  if (!(error instanceof OvozError)) return null
  if (error.status === 410) return troublePage({ asking, kind: 'gone' })
  // A parameter that the API does not take is an address that nobody has given out.
  if ([400, 404, 422].includes(error.status)) return troublePage({ asking, kind: 'not-found' })
  return movedTo(error, used, asking)
}

async function makeOrExplain(question: Question, asking: Asking, used: Used): Promise<Page | Elsewhere> {
  const { make, params = {} } = question
  if (typeof make === 'string') return troublePage({ asking, kind: make })
  try {
    return await make(asking, params)
  } catch (error) {
    const explained = explain(error, question, asking, used)
    if (explained) return explained
    throw error
  }
}

/** Since when a page could not be checked, where some of what it shows is the last good answer. */
function asOfWhen({ status = 200 }: Page, used: Used): Date | null {
  const old = [...used.values()].filter(({ isCertain }) => !isCertain).map(({ entry }) => entry.seenAt)
  return old.length === 0 || status >= 500 ? null : new Date(Math.min(...old))
}

function headersOf(
  { status = 200, retryAfter = null, contentLocale, isPrivate }: Page,
  locale: Locale,
  isStale: boolean,
) {
  const isPassing = isStale || status >= 500
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': contentLocale ?? locale,
    'Cache-Control': isPrivate ? 'private, no-store' : isPassing ? 'no-store' : 'no-cache',
    ...(retryAfter !== null && { 'Retry-After': String(retryAfter) }),
  }
}

type Dressing = { ground: Ground; page: Page; asking: Asking; used: Used }

const VOID = /<(br|col|hr|img|input|link|meta|source|wbr)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*\/>/g

/** JSX ends elements that have no end as XML does; HTML does not. */
const asHtml = (text: string) =>
  text.replace(VOID, '<$1$2>').replace(/ (required|defer)=""(?=[^<>]*>)/g, ' $1')

/** Puts the layout round a page. */
export async function dress({ ground, page, asking, used }: Dressing): Promise<Rendered> {
  const { status = 200 } = page
  const asOf = asOfWhen(page, used)
  const text = asHtml(
    String(await (<Layout page={page} asking={asking} assets={ground.assets} asOf={asOf} />)),
  )
  const headers = headersOf(page, asking.locale, asOf !== null)
  return render({ status, headers, text, used, minute: asking.now.getTime() / MINUTE })
}

/** The page for a question: one that was made before and still holds, or made now. */
export async function makeAnswer(question: Question): Promise<Answered> {
  const { ground, returned, make } = question
  const { pathname, search } = new URL(question.url)
  const minute = Math.floor(ground.now().getTime() / MINUTE)
  const address = `${question.locale} ${pathname}${search}`
  const isOpen = !returned && typeof make !== 'string'
  const known = isOpen ? await ground.rendered.find(address, minute) : null
  if (known) return { kind: 'page', page: known }

  const { asking, used } = await startAsking(question, minute)
  const page = await makeOrExplain(question, asking, used)
  if ('location' in page) return { kind: 'elsewhere', ...page }
  page.status ??= question.status
  page.retryAfter ??= question.retryAfter ?? null
  page.isPrivate ||= returned !== undefined
  // That there is no such door is certain, whatever else is not.
  const made = await dress({ ground, page, asking, used: typeof make === 'string' ? new Map() : used })
  // What is not there, and what is of this moment alone, would only take the place of pages.
  if (made.status === 200 && made.headers['Cache-Control'] === 'no-cache') ground.rendered.keep(address, made)
  return { kind: 'page', page: made }
}

/** Sends a page, or the reader to another. */
export function answerPage(c: Context, answered: Answered): Response {
  if (answered.kind === 'page') return sendRendered(c, answered.page)
  // An address that changed may be given to something else one day.
  c.header('Cache-Control', 'no-cache')
  return c.redirect(answered.location, answered.status ?? 302)
}

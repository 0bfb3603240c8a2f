import { type Locale } from 'ovoz/client'

export const LOCALES = ['en', 'ru', 'tg'] as const satisfies Locale[]
export const DEFAULT_LOCALE = 'en'
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', tg: 'Тоҷикӣ' }

/** The path of a page in a language: the default one has no prefix. */
export const inLocale = (locale: Locale, path: string) =>
  locale === DEFAULT_LOCALE ? path : `/${locale}${path === '/' ? '' : path}`

type Asked = Record<string, string | number | null | undefined>

/** A path with what is asked of it; what is empty is left out. */
export function withQuery(path: string, asked: Asked): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** The addresses of all pages in one language, as paths. */
export function linksIn(locale: Locale) {
  const at = (path: string, asked: Asked = {}) => withQuery(inLocale(locale, path), asked)
  const name = encodeURIComponent
  return {
    at,
    home: () => at('/'),
    posts: (asked?: Asked) => at('/posts', asked),
    post: (slug: string, asked?: Asked) => at(`/posts/${name(slug)}`, asked),
    events: (asked?: Asked) => at('/events', asked),
    event: (slug: string, asked?: Asked) => at(`/events/${name(slug)}`, asked),
    quotes: (asked?: Asked) => at('/quotes', asked),
    quote: (id: string) => at(`/quotes/${name(id)}`),
    people: (asked?: Asked) => at('/people', asked),
    person: (slug: string) => at(`/people/${name(slug)}`),
    organizations: (asked?: Asked) => at('/organizations', asked),
    organization: (slug: string) => at(`/organizations/${name(slug)}`),
    tags: (asked?: Asked) => at('/tags', asked),
    tag: (slug: string) => at(`/tags/${name(slug)}`),
    privacy: () => at('/privacy'),
    search: (asked?: Asked) => at('/search', asked),
    /** Where a comment is reported. */
    report: (id: string, asked?: Asked) => at(`/report/${name(id)}`, asked),
    privacyRequests: (asked?: Asked) => at('/privacy/requests', asked),
    /** What is not in any language: files, feeds and calendars handed on from the API. */
    feed: (file: string, asked: Asked = {}) => withQuery(`/feeds/${file}`, { ...asked, locale }),
    calendar: (slug?: string) =>
      withQuery(slug === undefined ? '/events.ics' : `/events/${name(slug)}.ics`, { locale }),
  }
}

export type Links = ReturnType<typeof linksIn>

/** A picture's address on this site: readers ask nobody else for it. */
export const ownFile = (url: string) => url.replace(/^https?:\/\/[^/]+(?=\/files\/)/, '')

/** The same for the pictures within HTML of the API; links are left as they are. */
export const ownFiles = (html: string) =>
  html.replace(/<img\b[^>]*>/g, (image) => image.replace(/https?:\/\/[^/"'\s]+(?=\/files\/)/g, ''))

import type { Child } from 'hono/jsx'
import type { Alternate, Client, Image, JsonLd, Locale, Site } from 'ovoz/client'

import type { Returned } from './discussion.ts'
import type { Links } from './links.ts'
import type { Texts } from './texts/index.ts'

/** What every page is made from. */
export type Asking = {
  /** The API, in the language of the page. What is read by it is what the page is made of. */
  client: Client
  /** The API itself, for what is of one reader alone: nothing it says is kept. */
  direct: Client
  locale: Locale
  /** The words of the site in this language. */
  t: Texts
  links: Links
  site: Site
  /** The path without its language, such as `/posts/water`. */
  path: string
  query: URLSearchParams
  /** The minute of the request: pages say nothing finer, so that all who ask in it get the same bytes. */
  now: Date
  /** The time zone of dates that are not of an event. */
  timeZone: string
  /** What a form comes back with that could not be accepted. */
  returned: Returned | null
  /** The address of this site, without a slash at its end. */
  siteUrl: string
}

/** A page, before the layout is put round it. */
export type Page = {
  status?: number
  /** After how many seconds it is worth coming back, where the API says so. */
  retryAfter?: number | null
  /** Of the page alone; the layout adds the name of the site. */
  title: string
  description?: string | null
  /** The language the content is really in, where it is not the one asked for. */
  contentLocale?: Locale
  /** In which languages there is this page; null says: in none but this, and search engines stay away. */
  alternates?: Alternate[] | null
  /** Where it is in another language, if not at the same path. */
  hrefIn?: (locale: Locale) => string
  /**
   * What of the query belongs to the address of the page, such as the month of a calendar: it stands in its canonical
   * address and is kept on the way to another language.
   */
  asked?: Record<string, string>
  /** For link previews: a picture of the API, or one of this site. */
  image?: Pick<Image, 'url' | 'width' | 'height' | 'alt'> | null
  /** The picture that is in sight at once, in the sizes it is shown in. */
  hero?: { image: Image; sizes: string } | null
  jsonLd?: JsonLd | JsonLd[] | null
  /** Which part of the site it is in, for the navigation. */
  section?: 'home' | 'events' | 'quotes' | 'search'
  kind?: 'article' | 'website'
  /** A feed of this page beside that of the site, by its name. */
  feed?: { href: string; title: string }
  /** Whether it has a discussion, and so the script that improves it. */
  hasDiscussion?: boolean
  /** Made for one reader: kept by nobody. */
  isPrivate?: boolean
  isNoIndex?: boolean
  body: Child
}

/** The thing asked for has another address. */
export type Elsewhere = { location: string; status?: 301 | 302 | 303 }

/** Makes one page. A refusal of the API (404, 410, 301) that it does not catch becomes the page for it. */
export type MakePage = (asking: Asking, params: Record<string, string>) => Promise<Page | Elsewhere>

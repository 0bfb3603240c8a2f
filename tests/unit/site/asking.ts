import { createClient, type EventCard, type Locale, type Site } from '../../../src/client/index.ts'
import { EXAMPLES } from '../../../src/contract/examples.ts'
import { linksIn } from '../../../site/src/links.ts'
import type { Asking } from '../../../site/src/page.ts'
import { textsIn } from '../../../site/src/texts/index.ts'

type Answers = (path: string, query: URLSearchParams) => unknown

const SITE: Site = {
  name: 'Chashma',
  description: null,
  url: 'https://site.example',
  locales: [],
  defaultLocale: 'en',
  comments: { state: 'open' },
}

/** The card of an event, that of the contract's examples but for what is given. */
export const eventCard = (given: Partial<EventCard>): EventCard => ({
  ...(EXAMPLES.EventPage!.en as { items: EventCard[] }).items[0]!,
  id: given.slug ?? '1',
  ...given,
})

/**
 * What a page of the site is made from, with an API that gives the answers of a function; nothing given is not found.
 * `asked` are the addresses it was asked for.
 */
export function askingFor(
  address: string,
  {
    answers = () => undefined,
    locale = 'en',
    now = '2026-11-24T07:00:00Z',
  }: { answers?: Answers; locale?: Locale; now?: string } = {},
): { asking: Asking; asked: string[] } {
  const { pathname, searchParams } = new URL(address, 'https://site.example')
  const asked: string[] = []
  const fetch = async (input: unknown) => {
    const url = new URL(String(input))
    asked.push(decodeURIComponent(url.pathname + url.search))
    const body = answers(url.pathname.slice('/api/v1'.length), url.searchParams)
    return body === undefined ? Response.json({}, { status: 404 }) : Response.json(body)
  }
  const client = createClient({ url: 'https://cms.example', locale, fetch: fetch as typeof globalThis.fetch })
  const asking: Asking = {
    client,
    direct: client,
    returned: null,
    locale,
    t: textsIn(locale),
    links: linksIn(locale),
    site: SITE,
    path: pathname,
    query: searchParams,
    now: new Date(now),
    timeZone: 'Asia/Dushanbe',
    siteUrl: 'https://site.example',
  }
  return { asking, asked }
}

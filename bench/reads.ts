import { askRaw, headerOf, type Raw } from './ask.ts'
import type { Name } from './options.ts'
import { HOT, type Sizes } from './sizes.ts'

type Comment = { id: string; replies: Comment[] }

export const API = '/api/v1'
const THREAD = `${API}/comments?on=posts/${HOT}&limit=50&locale=en`

const countAll = (items: Comment[]): number =>
  items.reduce((sum, { replies }) => sum + 1 + countAll(replies), 0)

export const idsOf = (items: Comment[]): string[] =>
  items.flatMap(({ id, replies }) => [id, ...idsOf(replies)])

/** What is read from memory once it has been asked for, and how one sees that an answer is right. */
export type Read = {
  name: Name
  what: string
  path: string
  /** Further headers of the request; `etag` is that of the plain answer. */
  headers?: (etag: string | undefined) => Record<string, string> | null
  status?: number
  isRight: (body: any, sizes: Sizes) => boolean
}

export const READS: Read[] = [
  {
    name: 'article',
    what: 'GET an article',
    path: `${API}/posts/${HOT}?locale=en`,
    isRight: ({ slug, locale, body, commentCount }, sizes) =>
      slug === HOT && locale === 'en' && body.text.length > 2000 && commentCount === sizes.hotComments,
  },
  {
    name: 'list',
    what: 'GET a list of 20',
    path: `${API}/posts?limit=20&locale=en`,
    isRight: ({ items, total }, sizes) =>
      items.length === 20 &&
      total === sizes.articles &&
      items.every((one: any, i: number) => i === 0 || one.publishedAt <= items[i - 1].publishedAt),
  },
  {
    name: 'thread',
    what: 'GET a thread, first 50 with answers',
    path: THREAD,
    isRight: ({ items, total }, sizes) =>
      items.length === 50 && total === sizes.hotComments && countAll(items) > 50,
  },
  {
    name: 'unchanged',
    what: 'GET the thread, If-None-Match',
    path: THREAD,
    headers: (etag) => (etag ? { 'if-none-match': etag } : null),
    status: 304,
    isRight: () => true,
  },
  {
    name: 'compressed',
    what: 'GET the thread, br',
    path: THREAD,
    headers: () => ({ 'accept-encoding': 'br' }),
    isRight: () => true,
  },
]

export type Asked = { raw: Raw; headers: Record<string, string>; isRight: boolean }

/** One answer to a read, with what a load is to send; null where Ovoz does not offer it (no ETag). */
export async function sample({
  read,
  url,
  sizes,
}: {
  read: Read
  url: string
  sizes: Sizes
}): Promise<Asked | null> {
  const plain = await askRaw(`${url}${read.path}`)
  const headers = read.headers ? read.headers(headerOf(plain, 'etag')) : {}
  if (!headers) return null
  const raw = await askRaw(`${url}${read.path}`, { headers })
  const isWhole = raw.status === (read.status ?? 200)
  const body = plain.status === 200 ? JSON.parse(plain.body.toString('utf8')) : null
  return { raw, headers, isRight: isWhole && body !== null && read.isRight(body, sizes) }
}

import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z, ZodObject, ZodRawShape } from 'zod'

import { type Corridor, localeOf } from './api.ts'
import { project, readFields } from './projection.ts'
import { settings } from './settings.ts'

/** A public read: an address, and the parameters its answer depends on. */
type Read = { pattern: RegExp; parameters: ReadonlySet<string> }

const reads: Read[] = []

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/.]+')}$`)

/**
 * Opens a route whose answer may be kept and given to everybody: it depends on its address, its language and the
 * tags in `uses`, and on nothing else of a request. Any other route is answered anew each time. `path` names the
 * addresses where the router knows the route by a wider one.
 */
export function openRead<R extends RouteConfig>(
  routes: OpenAPIHono<Corridor>,
  route: R,
  handler: RouteHandler<R, Corridor>,
  path = route.path,
) {
  const query = route.request?.query as ZodObject<ZodRawShape> | undefined
  reads.push({ pattern: patternOf(path), parameters: new Set(Object.keys(query?.shape ?? {})) })
  routes.openapi(route, handler)
}

const never = new Set<string>()

/** Says of a path that every request gets an answer of its own, though the pattern of a public read fits it too. */
export const neverShared = (path: string) => void never.add(path)

/** The parameters a public read depends on, by its path below the public door; null where there is no such read. */
export const parametersOf = (path: string): ReadonlySet<string> | null =>
  never.has(path) ? null : (reads.find(({ pattern }) => pattern.test(path))?.parameters ?? null)

/** How long others may keep a public answer, as `Cache-Control` says it. Browsers ask each time, by its ETag. */
export const SHARED = [
  'public, max-age=0',
  `s-maxage=${settings.SHARED_MAX_AGE}`,
  ...(settings.SHARED_STALE ? [`stale-while-revalidate=${settings.SHARED_STALE}`] : []),
].join(', ')

/** Answers one thing, or as much of it as was asked for. */
export function answerOne<T extends object>(
  c: Context<Corridor>,
  { value, schema, fields }: { value: T; schema: z.ZodType; fields?: string | undefined },
) {
  const paths = readFields({ fields, schema, locale: localeOf(c) })
  return c.json((paths ? project(value, paths) : value) as T, 200)
}

/** Answers a page of a list: its entries, or as much of them as was asked for, and where the next page is. */
export function answerPage<T extends { items: object[]; nextCursor: string | null }>(
  c: Context<Corridor>,
  { page, schema, fields }: { page: T; schema: z.ZodType; fields?: string | undefined },
) {
  const paths = readFields({ fields, schema, locale: localeOf(c) })
  if (page.nextCursor !== null) {
    const { pathname, searchParams } = new URL(c.req.url)
    searchParams.set('cursor', page.nextCursor)
    c.header('Link', `<${settings.PUBLIC_URL}${pathname}?${searchParams}>; rel="next"`)
  }
  return c.json(paths ? { ...page, items: project(page.items, paths) as T['items'] } : page, 200)
}

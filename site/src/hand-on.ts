import type { Context } from 'hono'

import type { Ground } from './app.ts'
import { answerPage, makeAnswer } from './answer.tsx'
import { withQuery } from './links.ts'
import { render } from './rendered.ts'
import { sendRendered } from './send.ts'
import { SourceAway } from './source.ts'

const API = '/api/v1'

/** The parameters that are handed on, of those that were given; others mean nothing to the API. */
export const only = (query: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)))

type Wanted = { path: string; query?: readonly string[] }

/**
 * Hands on a text of the API, such as a feed or a calendar, with what it is called and in which language it is. What
 * has another address now is led to there; what was taken away for good gets the page that says so.
 * @param path of the API, without `/api/v1`
 * @param query the names that are handed on
 */
export async function handOn(c: Context, ground: Ground, { path, query = [] }: Wanted) {
  const address = withQuery(`${API}${path}`, only(c.req.query(), query))
  const known = await ground.source.look(address).catch((error: unknown) => {
    if (error instanceof SourceAway) return null
    throw error
  })
  if (known === null)
    return c.text('The newsroom’s server does not answer.\n', 503, {
      'Retry-After': '5',
      'Cache-Control': 'no-store',
    })
  const { status, headers, body } = known.entry
  const moved = status === 301 ? String((body as { location?: unknown }).location) : ''
  if (moved.startsWith(`${API}/`)) return c.redirect(moved.slice(API.length), 301)
  if (status === 410) return answerPage(c, await makeAnswer({ ground, url: c.req.url, make: 'gone' }))
  if (status !== 200) return c.notFound()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const names = ['Content-Type', 'Content-Language', 'Content-Disposition']
  const own = names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!]] : []))
  return sendRendered(
    c,
    render({ status, headers: { ...Object.fromEntries(own), 'Cache-Control': 'no-cache' }, text }),
  )
}

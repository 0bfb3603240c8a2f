import type { Hono } from 'hono'

import { DEFAULT_LOCALE } from '../links.ts'

/** Longer than any address of this site: a search of 200 letters, each written as six signs. */
const LONGEST = 4096

/**
 * The one form of a path: single slashes, none at the end, no prefix of the default language. The path is taken as it
 * was sent, so that nothing in it becomes a slash that was none, and what comes out names no other host.
 */
export function cleanPath(path: string): string {
  const parts = path.split(/[/\\]/).filter(Boolean)
  while (parts[0] === DEFAULT_LOCALE) parts.shift()
  return `/${parts.join('/')}`
}

/** Leads readers from the other forms of an address to the one it has. */
export function addAddresses(app: Hono) {
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    if (pathname.length + search.length > LONGEST) return c.text('This address is too long.', 414)
    const clean = cleanPath(pathname)
    if (clean === pathname) return next()
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(clean + search, 301)
    return c.text('There is no such address.', 404)
  })
}

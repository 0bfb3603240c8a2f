import type { Hono } from 'hono'

import type { Ground } from '../app.ts'
import { handOn } from '../hand-on.ts'

/** The feeds of the API, and what may be asked of each. */
const FEEDS = { posts: ['locale', 'tag'], comments: ['locale', 'on'] }
const FORMATS = ['rss', 'atom', 'json']

/** Feeds under the address of this site: readers' programs ask one host alone, also while the CMS is away. */
export function addFeeds(app: Hono, ground: Ground) {
  for (const [name, query] of Object.entries(FEEDS)) {
    for (const format of FORMATS) {
      const path = `/feeds/${name}.${format}`
      app.get(path, (c) => handOn(c, ground, { path, query }))
    }
  }
}

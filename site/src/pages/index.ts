import type { MakePage } from '../page.ts'
import { article } from './article.tsx'
import { event } from './event.tsx'
import { events } from './events.tsx'
import { front } from './front.tsx'
import { posts } from './posts.tsx'

/** Every page of the site, by its path without the language. */
export const PAGES: [path: string, make: MakePage][] = [
  ['/', front],
  ['/posts', posts],
  ['/posts/:slug', article],
  ['/events', events],
  ['/events/:slug', event],
]

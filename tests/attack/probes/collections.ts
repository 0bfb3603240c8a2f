import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { closed, type Probe } from '../probe.ts'

/** The folder of the repository whose files each hold one collection, or one global, of that name. */
export const folderOf = (kind: 'collections' | 'globals') => join(import.meta.dirname, '../../..', kind)
export const namesIn = (kind: 'collections' | 'globals') =>
  readdirSync(folderOf(kind)).map((file) => file.replace(/\.ts$/, ''))

export const COLLECTIONS = [
  ...namesIn('collections'),
  'payload-jobs',
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
]

/** What people of the house work with; every other collection is closed to all but administrators. */
const WORKED_WITH = [
  'posts',
  'events',
  'quotes',
  'people',
  'organizations',
  'tags',
  'media',
  'comments',
  'users',
  'payload-locked-documents',
  'payload-preferences',
]
const VERSIONED = ['posts', 'events']

/** Payload's own ways to every collection there is. */
export const collections: Probe[] = COLLECTIONS.flatMap((slug) => {
  const isClosed = !WORKED_WITH.includes(slug)
  const to = isClosed
    ? (['stranger', 'key', 'author', 'moderator', 'editor'] as const)
    : (['stranger'] as const)
  const body = { name: 'x', title: 'x' }
  return [
    ...closed(`lists ${slug}`, { path: `/api/${slug}?limit=100&depth=10`, to }),
    ...closed(`counts ${slug}`, { path: `/api/${slug}/count`, to }),
    ...closed(`makes one of ${slug}`, {
      path: `/api/${slug}`,
      attempt: { body },
      to: isClosed ? to : ['stranger', 'key'],
      admin: 'shut',
    }),
    ...closed(`lists versions of ${slug}`, {
      path: `/api/${slug}/versions?limit=100`,
      to: isClosed ? to : ['stranger', 'key'],
      ...(!VERSIONED.includes(slug) && { admin: 'shut' }),
    }),
  ]
})

export const globals: Probe[] = namesIn('globals').flatMap((slug) => [
  ...closed(`reads the global ${slug}`, { path: `/api/globals/${slug}`, to: ['stranger', 'key'] }),
  ...closed(`writes the global ${slug}`, { path: `/api/globals/${slug}`, attempt: { body: { x: 1 } } }),
])

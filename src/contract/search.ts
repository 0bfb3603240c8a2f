import { z } from 'zod'

import { ListQuery, Locale, pageOf, Slug, Time } from './basics.ts'

export const LONGEST_SEARCH = 200
/** How far the pages of one search go. */
export const MOST_FOUND = 500
/** How many of the best a list that is filtered by words is made of. */
export const MOST_FILTERED = 2000

/** What is looked for. Its length and its words are checked by the room, which says in words what is wrong. */
export const SearchText = z.string().meta({
  minLength: 1,
  maxLength: LONGEST_SEARCH,
  description:
    'Words, all of which are to be found, in any of their forms and in any language. Tajik letters are found when ' +
    'typed as г к х ч и у, and ё as е. On the embedded database the last word may be the beginning of one.',
  example: 'хукуки занон',
})

export const SearchQuery = ListQuery.extend({ q: SearchText })

export const SearchHit = z
  .object({
    type: z.enum(['posts', 'events', 'quotes']),
    slug: Slug.meta({ description: 'The address; of a quote, its id.' }),
    locale: Locale.meta({
      description:
        'The language shown: the one asked for where the words stand in it, else one where they do.',
    }),
    title: z.string().meta({ description: "Of a quote, the speaker's name." }),
    excerpt: z.string().meta({
      description: 'Plain text round the first of the words, 200 characters at most. Not HTML: escape it.',
    }),
    url: z.string().meta({ description: 'The absolute address on the site, where readers see it.' }),
    publishedAt: Time,
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchPage = pageOf({ id: 'SearchPage', items: SearchHit })

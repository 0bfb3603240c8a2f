import { z } from 'zod'

import { ListQuery, pageOf, Slug, Time } from './basics.ts'
import { Alternate } from './content.ts'

/** What has public addresses, in the order of the map. */
export const SITEMAP_TYPES = ['posts', 'events', 'quotes', 'people', 'organizations', 'tags'] as const
export type SitemapType = (typeof SITEMAP_TYPES)[number]

/** The most entries of one page of the map; a file of sitemaps.org holds 50,000. */
export const SITEMAP_PAGE = 1000

export const SitemapItem = z
  .object({
    type: z.enum(SITEMAP_TYPES),
    slug: Slug.meta({ description: 'The last part of the address; of quotes, the id.' }),
    updatedAt: Time,
    alternates: z.array(Alternate).meta({ description: 'Its address in each language it is written in.' }),
  })
  .meta({ id: 'SitemapItem' })

export const Sitemap = pageOf({ id: 'Sitemap', items: SitemapItem })
export type Sitemap = z.infer<typeof Sitemap>

export const SitemapQuery = ListQuery.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(SITEMAP_PAGE)
    .default(SITEMAP_PAGE)
    .meta({ description: `Entries in a page, 1 to ${SITEMAP_PAGE}.` }),
})

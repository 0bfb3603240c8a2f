import { z } from 'zod'

/** What search engines read of a thing, in the vocabulary of schema.org. */
export const JsonLd = z
  .looseObject({ '@context': z.literal('https://schema.org'), '@type': z.string() })
  .meta({
    id: 'JsonLd',
    description:
      'What search engines read, in the vocabulary of schema.org, to put into `<script type="application/ld+json">`. Texts in it are what people wrote: when you put it into a page, write each `<` of its JSON as `\\u003c`, or a text could end the script.',
  })
export type JsonLd = z.infer<typeof JsonLd>

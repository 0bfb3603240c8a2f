import { z } from 'zod'

/** Where the public door begins. */
export const API_PATH = '/api/v1'

/** The languages of articles, of answers and of the panel: ISO 639-1 codes, the default first. */
export const LOCALES = ['en', 'ru', 'tg'] as const
export const DEFAULT_LOCALE = 'en'
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', tg: 'Тоҷикӣ' }

export const Locale = z.enum(LOCALES).meta({ id: 'Locale', description: 'A language, ISO 639-1.' })
export type Locale = z.infer<typeof Locale>

/** What can be commented on, and the first half of an `on` reference. */
export const SUBJECT_TYPES = ['posts', 'events'] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]

/** How an id can look. Others are no id of anything; MongoDB would read some of them as several. */
export const ID = /^[\w-]{1,64}$/

export const Time = z.iso
  .datetime()
  .meta({ description: 'ISO 8601 in UTC with milliseconds.', example: '2026-11-27T09:00:00.000Z' })

export const Slug = z.string().meta({
  description: 'A stable address: lower-case Latin letters, digits and dashes.',
  example: 'water-by-day',
})

/** Entries of one page when the request names no `limit`; threads have {@link THREAD_PAGE} of their own. */
export const LIST_PAGE = 20
export const THREAD_PAGE = 50
export const MOST_PER_PAGE = 100

const limit = (preset: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_PER_PAGE)
    .default(preset)
    .meta({ description: `Entries in a page, 1 to ${MOST_PER_PAGE}.` })

const cursor = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'The `nextCursor` of the page before. It means nothing by itself.' })

const fields = z.string().max(1000).optional().meta({
  description: 'Ask for less: names from the answer, or from the entries of a list, separated by commas.',
  example: 'slug,title,image.url',
})

export const LocaleQuery = z.object({ locale: Locale.optional() })
export const ReadQuery = LocaleQuery.extend({ fields })
export const ListQuery = ReadQuery.extend({ limit: limit(LIST_PAGE), cursor })
export const ThreadPageQuery = ReadQuery.extend({ limit: limit(THREAD_PAGE), cursor })

/** A day (`2026-11-27`) or a moment (`2026-11-27T09:00:00Z`), both in UTC. */
export const When = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .meta({ description: 'A day or a moment, ISO 8601.', example: '2026-11-27' })

export function pageOf<T extends z.ZodType>({ id, items }: { id: string; items: T }) {
  return z
    .object({
      items: z.array(items),
      nextCursor: z
        .string()
        .nullable()
        .meta({ description: 'Pass it as `cursor` for the next page; null at the end.' }),
      total: z.int().min(0).meta({ description: 'How many there are in all pages.' }),
    })
    .meta({ id })
}

/** One page of a list, as every list of the public door answers. */
export type Page<T> = { items: T[]; nextCursor: string | null; total: number }

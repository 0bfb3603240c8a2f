import { type Locale, LOCALES, SUBJECT_TYPES, type SubjectType } from '../contract/index.ts'

/** Where the front end shows drafts; for one collection, for one language, for both, or for all. */
export type PreviewUrl = { collection: SubjectType | null; locale: Locale | null; template: string }

const PLACEHOLDER = /\{(.*?)\}/g
const KNOWN = ['token', 'collection', 'locale', 'slug']
const ENTRY = new RegExp(
  `^(?:(?:(${SUBJECT_TYPES.join('|')})(?:\\.(${LOCALES.join('|')}))?|(${LOCALES.join('|')}))=)?(.*)$`,
)

/** What is wrong with an address, or null. */
function faultOf(template: string): string | null {
  const unknown = [...template.matchAll(PLACEHOLDER)].find(([, name]) => !KNOWN.includes(name!))
  if (unknown) return `knows {${KNOWN.join('}, {')}}, not ${unknown[0]}`
  if (!template.includes('{token}')) return `needs {token} in each address; it is not in ${template}`
  const filled = (value: string) => template.replace(PLACEHOLDER, value)
  const isWeb = URL.canParse(filled('a')) && /^https?:$/.test(new URL(filled('a')).protocol)
  // A token must not go to a host that a slug could name.
  if (!isWeb || new URL(filled('a')).origin !== new URL(filled('b')).origin)
    return `takes addresses that begin with http:// or https:// and a host, such as posts.tg=https://example.org/preview?token={token}; not ${template}`
  return null
}

/**
 * Reads addresses, separated by spaces, each with what it is for in front: `https://a…`, `posts=https://b…`,
 * `posts.tg=https://c…`, `tg=https://d…`.
 */
export function readPreviewUrls(text: string): { urls: PreviewUrl[]; faults: string[] } {
  const urls = text
    .split(/\s+/)
    .filter(Boolean)
    .map((entry): PreviewUrl => {
      const [, collection, locale, alone, template] = ENTRY.exec(entry)!
      return {
        collection: (collection as SubjectType | undefined) ?? null,
        locale: ((locale ?? alone) as Locale | undefined) ?? null,
        template: template!,
      }
    })
  return { urls, faults: urls.flatMap(({ template }) => faultOf(template) ?? []) }
}

/** The most particular address for a document, its placeholders filled in; null where there is none. */
export function fillPreviewUrl({
  urls,
  ...values
}: {
  urls: PreviewUrl[]
  collection: SubjectType
  locale: Locale
  slug: string
  token: string
}): string | null {
  const weight = (url: PreviewUrl) => (url.collection ? 2 : 0) + (url.locale ? 1 : 0)
  const [best] = urls
    .filter(({ collection }) => collection === null || collection === values.collection)
    .filter(({ locale }) => locale === null || locale === values.locale)
    .sort((a, b) => weight(b) - weight(a))
  return (
    best?.template.replace(PLACEHOLDER, (_, name: keyof typeof values) => encodeURIComponent(values[name])) ??
    null
  )
}

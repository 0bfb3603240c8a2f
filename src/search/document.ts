import type { Locale } from '../contract/index.ts'
import { type BodyNode, isBody } from '../content/body.ts'
import { publicFrom } from '../content/policy.ts'
import { localesOf, pick } from '../content/locales.ts'
import type { Doc } from '../content/kinds.ts'
import type { Entry } from '../platform/full-text-engine.ts'
import { toTerms } from '../platform/words.ts'

export const SEARCHED = ['posts', 'events', 'quotes'] as const
export type Searched = (typeof SEARCHED)[number]

type Written = Partial<Record<Locale, { title: string; text: string }>>

/**
 * What the index gives back of a document: all that a hit shows, so that nothing else has to be loaded for it.
 * `terms` are the words of one language, title and text, each once and between spaces.
 */
export type Kept = {
  /** The address; of a quote, its id. */
  slug: string
  source: string | null
  texts: Partial<Record<Locale, { title: string; text: string; terms: string }>>
}

const BLOCKS = new Set(['paragraph', 'heading', 'listitem', 'quote', 'linebreak', 'tab', 'horizontalrule'])

/**
 * The article's own words. Quotes placed in it are left out: they are found by themselves, and a consent taken back
 * leaves nothing of them here.
 */
export function plainTextOf(body: unknown): string {
  if (!isBody(body)) return ''
  const parts: string[] = []
  const walk = (node: BodyNode) => {
    if (typeof node.text === 'string') parts.push(node.text)
    node.children?.forEach(walk)
    if (BLOCKS.has(node.type)) parts.push(' ')
  }
  walk(body.root)
  return parts.join('').trim()
}

/** A text in a language and in no other. */
const only = <T = string>(value: unknown, locale: Locale): T | null =>
  (value as Partial<Record<Locale, T>> | null | undefined)?.[locale] ?? null

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')

const inEach = (title: unknown, show: (locale: Locale) => { title: string | null; text: string }): Written =>
  Object.fromEntries(
    localesOf(title).map((locale) => {
      const { title: shown, text } = show(locale)
      return [locale, { title: shown ?? '', text }]
    }),
  )

const postTexts = (post: Doc<'posts'>): Written =>
  inEach(post.title, (locale) => ({
    title: only(post.title, locale),
    text: joined(only(post.lead, locale), plainTextOf(only(post.body, locale))),
  }))

const eventTexts = (event: Doc<'events'>): Written =>
  inEach(event.title, (locale) => ({
    title: only(event.title, locale),
    text: joined(
      ...[event.venue, event.city, event.country].map((value) => only(value, locale)),
      plainTextOf(only(event.body, locale)),
      ...(event.agenda ?? []).map(({ title }) => only(title, locale)),
    ),
  }))

const quoteTexts = (quote: Doc<'quotes'>, speaker: Doc<'people'>): Written =>
  inEach(quote.text, (locale) => ({
    title: pick(speaker.name, locale),
    text: joined(only(quote.text, locale)),
  }))

const unique = (terms: string) => ` ${[...new Set(terms.split(' '))].join(' ')} `

function entryOf({
  kind,
  id,
  publicFrom: from,
  written,
  ...shown
}: {
  kind: Searched
  id: string
  publicFrom: string | null | undefined
  written: Written
  slug: string
  source: string | null
}): Entry | null {
  if (!from || !Object.keys(written).length) return null
  const terms: { title: string[]; body: string[] } = { title: [], body: [] }
  const texts: Kept['texts'] = {}
  for (const [locale, { title, text }] of Object.entries(written)) {
    const [ofTitle, ofText] = [toTerms(title), toTerms(text)]
    terms.title.push(ofTitle)
    terms.body.push(ofText)
    texts[locale as Locale] = { title, text, terms: unique(`${ofTitle} ${ofText}`) }
  }
  return {
    kind,
    id,
    publicFrom: new Date(from).toISOString(),
    title: terms.title.join(' '),
    body: terms.body.join(' '),
    kept: JSON.stringify({ ...shown, texts } satisfies Kept),
  }
}

/** What the index keeps of a document, or null for one that is not to be found. All languages are in the document. */
export function toEntry(
  given:
    | { kind: 'posts'; doc: Doc<'posts'> }
    | { kind: 'events'; doc: Doc<'events'> }
    | { kind: 'quotes'; doc: Doc<'quotes'>; speaker: Doc<'people'> | null },
): Entry | null {
  const { kind, doc } = given
  const id = String(doc.id)
  if (given.kind === 'quotes') {
    // Words of nobody are nobody's quote.
    if (!given.speaker) return null
    const written = quoteTexts(given.doc, given.speaker)
    return entryOf({ kind, id, publicFrom: publicFrom(kind, given.doc), written, slug: id, source: null })
  }
  const written = given.kind === 'posts' ? postTexts(given.doc) : eventTexts(given.doc)
  const { slug, sourceLanguage } = given.doc
  return entryOf({
    kind,
    id,
    publicFrom: publicFrom(kind, given.doc),
    written,
    slug: slug ?? '',
    source: sourceLanguage ?? null,
  })
}

import type {
  Image,
  Locale,
  Organization,
  OrganizationCard,
  Person,
  PersonCard,
  Quote,
  SingleTag,
  Tag,
} from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { siteHome } from '../platform/site.ts'
import { idOf } from './body.ts'
import { type SiteRules } from './discussion.ts'
import type { Doc, Kind } from './kinds.ts'
import { chooseServed, pick } from './locales.ts'
import type { References } from './references.ts'

/** What the views of one answer share: what is referred to, the languages, and the state of the discussion. */
export type Setting = {
  references: References
  locale: Locale
  site: SiteRules
  commentCounts: Map<string, number>
  now: Date
}

/** For answers that say neither how many comments there are nor whether they are open: they do not depend on them. */
export const WITHOUT_COMMENTS: Pick<Setting, 'commentCounts' | 'site'> = {
  commentCounts: new Map(),
  site: {
    state: 'closed',
    message: null,
    waits: 'everyone',
    trustedAfter: null,
    requireName: true,
    requireEmail: true,
  },
}

/** The address of a public thing on the site, in a language. */
export const siteAddress = ({ type, slug, locale }: { type: string; slug: string; locale: Locale }) =>
  `${siteHome(locale)}/${type}/${slug}`

/** The address of a picture's file. */
export const fileAddress = (filename: string) =>
  `${settings.PUBLIC_URL}/files/${encodeURIComponent(filename)}`

export function refer<K extends Kind>(references: References, kind: K, value: unknown): Doc<K> | null {
  return references[kind].get(idOf(value) ?? '') ?? null
}

export const referAll = <K extends Kind>(
  references: References,
  kind: K,
  values: unknown[] | null | undefined,
): Doc<K>[] => (values ?? []).flatMap((value) => refer(references, kind, value) ?? [])

type Size = Pick<Image['variants'][number], 'width'>

/** A picture is never made larger, so that all copies meant to be wider than it is are alike. */
const isNewWidth = ({ width }: Size, i: number, sorted: Size[]) => width !== sorted[i - 1]?.width

export function toImage(media: Doc<'media'> | null, locale: Locale): Image | null {
  if (!media?.filename || !media.width || !media.height) return null
  const sizes = Object.values(media.sizes ?? {}).filter((size) => size?.filename && size.width && size.height)
  return {
    url: fileAddress(media.filename),
    alt: pick(media.alt, locale) ?? '',
    width: media.width,
    height: media.height,
    credit: media.credit ?? null,
    variants: sizes
      .map((size) => ({
        url: fileAddress(size.filename!),
        width: size.width!,
        height: size.height!,
        type: size.mimeType ?? media.mimeType ?? '',
      }))
      .sort((a, b) => a.width - b.width)
      .filter(isNewWidth),
  }
}

export const toTag = (tag: Doc<'tags'>, locale: Locale): Tag => ({
  slug: tag.slug ?? '',
  name: pick(tag.name, locale) ?? '',
})

export function toSingleTag(tag: Doc<'tags'>, locale: Locale): SingleTag {
  const served = chooseServed({ title: tag.name, asked: locale })
  return { ...toTag(tag, served), locale: served }
}

export const toOrganizationCard = (organization: Doc<'organizations'>, locale: Locale): OrganizationCard => ({
  slug: organization.slug ?? '',
  name: pick(organization.name, locale) ?? '',
  url: organization.url || null,
})

export const toOrganizationOrNull = (references: References, value: unknown, locale: Locale) => {
  const organization = refer(references, 'organizations', value)
  return organization && toOrganizationCard(organization, locale)
}

export function toOrganization(
  organization: Doc<'organizations'>,
  { references, locale }: Setting,
): Organization {
  const served = chooseServed({ title: organization.name, asked: locale })
  return {
    ...toOrganizationCard(organization, served),
    id: String(organization.id),
    locale: served,
    description: pick(organization.description, served),
    logo: toImage(refer(references, 'media', organization.logo), served),
  }
}

export function toPersonCard(person: Doc<'people'>, references: References, locale: Locale): PersonCard {
  return {
    slug: person.slug ?? '',
    name: pick(person.name, locale) ?? '',
    role: pick(person.role, locale),
    organization: toOrganizationOrNull(references, person.organization, locale),
    image: toImage(refer(references, 'media', person.image), locale),
  }
}

export function toPerson(person: Doc<'people'>, { references, locale }: Setting): Person {
  const served = chooseServed({ title: person.name, asked: locale })
  return {
    ...toPersonCard(person, references, served),
    id: String(person.id),
    locale: served,
    bio: pick(person.bio, served),
  }
}

/** A quote as everybody may see it, or null where its speaker is gone: words of nobody are nobody's quote. */
export function toQuote(
  quote: Doc<'quotes'>,
  { references, locale }: Pick<Setting, 'references' | 'locale'>,
): Quote | null {
  const speaker = refer(references, 'people', quote.speaker)
  if (!speaker) return null
  const served = chooseServed({ title: quote.text, asked: locale })
  const source = quote.source && refer(references, quote.source.relationTo, quote.source.value)
  return {
    id: String(quote.id),
    locale: served,
    text: pick(quote.text, served) ?? '',
    speaker: toPersonCard(speaker, references, served),
    role: pick(quote.role, served),
    organization: toOrganizationOrNull(references, quote.organization, served),
    source:
      quote.source && source
        ? { type: quote.source.relationTo, slug: source.slug ?? '', title: pick(source.title, served) ?? '' }
        : null,
    saidOn: quote.saidOn ? quote.saidOn.slice(0, 10) : null,
    spokenLanguage: quote.spokenLanguage || null,
    tags: referAll(references, 'tags', quote.tags).map((tag) => toTag(tag, served)),
  }
}

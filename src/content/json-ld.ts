import type {
  Event as EventLd,
  ImageObject,
  NewsArticle,
  Organization as OrganizationLd,
  Person as PersonLd,
  Place,
  Quotation,
  VirtualLocation,
  WithContext,
} from 'schema-dts'

import type {
  Event,
  EventCard,
  Image,
  JsonLd,
  OrganizationCard,
  PersonCard,
  Post,
  Quote,
} from '../contract/index.ts'
import { countWords, shorten } from '../platform/text.ts'
import { toDays, toZonedTime } from '../platform/time-zone.ts'

/** The site, as it publishes. */
export type Publisher = { name: string; url: string }

const CONTEXT = { '@context': 'https://schema.org' } as const

/** The most characters of a description: what the answer says elsewhere is not said a second time. */
const DESCRIPTION = 300

/** What is not there is left out by JSON. */
const given = <T>(value: T | null | undefined) => value ?? undefined
const filled = <T>(list: T[]) => (list.length ? list : undefined)

const toOrganization = ({ name, url }: Pick<OrganizationCard, 'name' | 'url'>): OrganizationLd => ({
  '@type': 'Organization',
  name,
  url: given(url),
})

const toPerson = ({
  name,
  role,
  organization,
}: Pick<PersonCard, 'name' | 'role' | 'organization'>): PersonLd => ({
  '@type': 'Person',
  name,
  jobTitle: given(role),
  affiliation: organization ? toOrganization(organization) : undefined,
})

const toImage = ({ url, width, height, alt, credit }: Image): ImageObject => ({
  '@type': 'ImageObject',
  url,
  width: `${width} px`,
  height: `${height} px`,
  caption: alt || undefined,
  creditText: given(credit),
})

const toQuotation = ({ text, speaker, role, organization, saidOn, locale }: Quote): Quotation => ({
  '@type': 'Quotation',
  text,
  inLanguage: locale,
  creator: toPerson({ name: speaker.name, role, organization }),
  dateCreated: given(saidOn),
})

/** When something is, by the clocks where it is; of what goes on all day, the days. */
function timesOf({ start, end, timeZone, allDay }: EventCard) {
  if (allDay) {
    const { first, last } = toDays({ start, end, timeZone })
    return { startDate: first, endDate: last }
  }
  return {
    startDate: toZonedTime(new Date(start), timeZone),
    endDate: end === null ? undefined : toZonedTime(new Date(end), timeZone),
  }
}

/** Where it is: a place, an address in the web, or both. */
function locationsOf({ venue, city, country, onlineUrl }: EventCard): (Place | VirtualLocation)[] {
  const places: (Place | VirtualLocation)[] = []
  const name = venue ?? city ?? country
  if (name !== null) {
    places.push({
      '@type': 'Place',
      name,
      address: {
        '@type': 'PostalAddress',
        addressLocality: given(city),
        addressCountry: given(country),
        // An address says something, also where all that is known is the name of the place.
        streetAddress: city === null && country === null ? name : undefined,
      },
    })
  }
  if (onlineUrl !== null) places.push({ '@type': 'VirtualLocation', url: onlineUrl })
  return places
}

/** Whether one goes there, takes part from afar, or either. */
function attendanceOf({ venue, city, country, onlineUrl }: EventCard) {
  const isSomewhere = (venue ?? city ?? country) !== null
  if (onlineUrl === null) return isSomewhere ? 'https://schema.org/OfflineEventAttendanceMode' : undefined
  return isSomewhere
    ? 'https://schema.org/MixedEventAttendanceMode'
    : 'https://schema.org/OnlineEventAttendanceMode'
}

/** An event in short: what its card says. */
function toEventCard(event: EventCard) {
  return {
    '@type': 'Event',
    '@id': event.url,
    name: event.title,
    url: event.url,
    ...timesOf(event),
    eventStatus:
      event.status === 'cancelled'
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendanceOf(event),
    location: filled(locationsOf(event)),
    image: event.image ? [toImage(event.image)] : undefined,
  } as const satisfies EventLd
}

/** An article for search engines (schema.org NewsArticle). Its text is told by length and description only. */
export function toNewsArticle(post: Omit<Post, 'jsonLd'>, publisher: Publisher): JsonLd {
  const house = toOrganization(publisher)
  const images = [post.image, post.seo.image].filter((image) => image !== null)
  return {
    ...CONTEXT,
    '@type': 'NewsArticle',
    '@id': post.url,
    url: post.url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': post.url },
    headline: post.title,
    description: post.seo.description ? shorten(post.seo.description, DESCRIPTION) : undefined,
    inLanguage: post.locale,
    datePublished: post.publishedAt,
    // What was written beforehand came out later.
    dateModified: post.updatedAt > post.publishedAt ? post.updatedAt : post.publishedAt,
    // An article without a name stands for the house.
    author: post.authors.length ? post.authors.map(toPerson) : [house],
    publisher: house,
    image: filled([...new Map(images.map((image) => [image.url, toImage(image)])).values()]),
    keywords: filled(post.tags.map(({ name }) => name)),
    about: post.event ? toEventCard(post.event) : undefined,
    citation: filled(post.quotes.map(toQuotation)),
    wordCount: countWords(post.body.text),
    commentCount: post.commentCount,
  } satisfies WithContext<NewsArticle>
}

/** An event for search engines (schema.org Event), its times by the clocks where it is. */
export function toEvent(event: Omit<Event, 'jsonLd'>): JsonLd {
  const performers = event.speakers.map(({ person, role, organization }) =>
    toPerson({
      name: person.name,
      role: role ?? person.role,
      organization: organization ?? person.organization,
    }),
  )
  return {
    ...CONTEXT,
    ...toEventCard(event),
    description: event.body.text ? shorten(event.body.text, DESCRIPTION) : undefined,
    inLanguage: event.locale,
    organizer: filled(event.organizers.map(toOrganization)),
    contributor: filled(event.partners.map(toOrganization)),
    performer: filled(performers),
    keywords: filled(event.tags.map(({ name }) => name)),
  } satisfies WithContext<EventLd>
}

/** A quote for search engines (schema.org Quotation); `source` is the address of what it was said in. */
export function toQuotationLd(quote: Quote, source: string | null): JsonLd {
  return {
    ...CONTEXT,
    ...(toQuotation(quote) as object),
    '@type': 'Quotation',
    isBasedOn: given(source),
    keywords: filled(quote.tags.map(({ name }) => name)),
  } satisfies WithContext<Quotation>
}

import type { Page } from './basics.ts'
import type { JsonLd } from './json-ld.ts'
import type {
  Body,
  Event,
  Image,
  Organization,
  Person,
  Post,
  PostCard,
  Quote,
  SingleTag,
  Site,
  Tag,
} from './content.ts'
import {
  author,
  equality,
  equalityRu,
  equalityTg,
  eventCard,
  law,
  lawyer,
  legalAid,
  organization,
  organizationRu,
  picture,
  postCard,
  postCardRu,
  postCardTg,
  quote,
  quoteTg,
  SITE_ADDRESS,
} from './examples-pieces.ts'

const NEXT = 'eyJrIjoiMjAyNi0xMS0yMFQwNjozMDowMC4wMDBaIn0'

const page = <T>(
  items: T[],
  { nextCursor = null, total = items.length }: Partial<Page<T>> = {},
): Page<T> => ({
  items,
  nextCursor,
  total,
})

/** A paragraph in the three forms of a body. */
const bodyOf = (text: string): Body => ({
  html: `<p>${text}</p>`,
  text,
  lexical: {
    root: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', text, version: 1 }], version: 1 }],
      version: 1,
    },
  },
})

const site: Site = {
  name: 'Chashma',
  description: 'A newsroom for women’s rights and civil society.',
  url: SITE_ADDRESS,
  locales: [
    { code: 'en', name: 'English' },
    { code: 'ru', name: 'Русский' },
    { code: 'tg', name: 'Тоҷикӣ' },
  ],
  defaultLocale: 'en',
  comments: { state: 'open' },
}
const siteRu: Site = {
  ...site,
  name: 'Чашма',
  description: 'Редакция о правах женщин и гражданском обществе.',
  comments: { state: 'closed', message: 'До понедельника мы не принимаем комментарии.' },
}

const addresses = (path: string) => [
  { locale: 'en' as const, url: `${SITE_ADDRESS}${path}` },
  { locale: 'ru' as const, url: `${SITE_ADDRESS}/ru${path}` },
  { locale: 'tg' as const, url: `${SITE_ADDRESS}/tg${path}` },
]

const articleLd = ({ title, url, publishedAt, locale }: PostCard): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: title,
  url,
  datePublished: publishedAt,
  inLanguage: locale,
})

const post: Post = {
  ...postCard,
  body: bodyOf(
    'The list hangs on a board at the gate. Everyone can read who has water, on which day and from which hour.',
  ),
  quotes: [quote],
  event: eventCard,
  alternates: addresses('/posts/water-by-day'),
  readingMinutes: 4,
  seo: { title: postCard.title, description: postCard.lead, image: picture },
  previous: {
    slug: 'girls-on-air',
    title: 'Girls on air: how ninth-graders made their own programme',
    url: `${SITE_ADDRESS}/posts/girls-on-air`,
  },
  next: null,
  jsonLd: articleLd(postCard),
}
const postTg: Post = {
  ...post,
  ...postCardTg,
  body: bodyOf(
    'Рӯйхат дар тахтаи назди дарвоза овехта шудааст. Ҳар кас мехонад, ки об кай ва ба кӣ мерасад.',
  ),
  quotes: [quoteTg],
  event: { ...eventCard, locale: 'tg', title: 'Форуми занони деҳот', tags: [equalityTg] },
  seo: { title: postCardTg.title, description: postCardTg.lead, image: picture },
  previous: null,
  jsonLd: articleLd(postCardTg),
}

const event: Event = {
  ...eventCard,
  body: bodyOf(
    'Two days for the women who run farms, associations and village councils: land, water, and how to take part in decisions.',
  ),
  organizers: [organization],
  partners: [legalAid],
  speakers: [{ person: lawyer, role: 'Leads the table on land rights', organization: legalAid }],
  attendance: 'Open to all. Children are looked after.',
  agenda: [
    { start: '2026-11-27T04:00:00.000Z', title: 'Welcome', speakers: [] },
    { start: '2026-11-27T05:00:00.000Z', title: 'Whose name is on the land?', speakers: [lawyer] },
  ],
  quotes: [],
  posts: [postCard],
  registrationUrl: 'https://example.org/forum',
  alternates: addresses('/events/forum-of-rural-women-2026'),
  commentCount: 0,
  commentsOpen: true,
  jsonLd: {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: eventCard.title,
    startDate: '2026-11-27T09:00:00+05:00',
    eventStatus: 'https://schema.org/EventScheduled',
    url: eventCard.url,
  },
}

const person: Person = {
  ...author,
  id: 'b7a6d6a5-0d4c-4a5f-8a6a-6f2f2f9b1c02',
  locale: 'en',
  bio: 'Works in sound. Teaches recording at village schools.',
}
const anOrganization: Organization = {
  ...organizationRu,
  id: 'd1b2c3a4-5e6f-4a7b-8c9d-0e1f2a3b4c05',
  locale: 'ru',
  description: 'Репортажи из сёл и городов на трёх языках.',
  logo: null,
}

/** Whole examples of answers, by the name of their schema in the document. */
const withQuotationLd = (one: Quote) => ({
  ...one,
  jsonLd: {
    '@context': 'https://schema.org' as const,
    '@type': 'Quotation',
    text: one.text,
    creator: { '@type': 'Person', name: one.speaker.name },
  },
})

export const CONTENT_EXAMPLES = {
  Site: { en: site, ru: siteRu },
  PostPage: {
    en: page([postCard], { nextCursor: NEXT, total: 41 }),
    ru: page([postCardRu], { nextCursor: NEXT, total: 41 }),
    tg: page([postCardTg]),
  },
  Post: { en: post, tg: postTg },
  EventPage: { en: page([eventCard]) },
  Event: { en: event },
  QuotePage: { en: page([quote]), tg: page([quoteTg]) },
  SingleQuote: { en: withQuotationLd(quote), tg: withQuotationLd(quoteTg) },
  Moved: {
    en: {
      type: 'posts' as const,
      slug: postCard.slug,
      location: `/api/v1/posts/${postCard.slug}`,
      url: postCard.url,
    },
  },
  SearchPage: {
    en: page([
      {
        type: 'posts',
        slug: postCard.slug,
        locale: 'en',
        title: postCard.title,
        excerpt: '… The list hangs on a board at the gate. Everyone can read who has water …',
        url: postCard.url,
        publishedAt: postCard.publishedAt,
      },
    ]),
  },
  Sitemap: {
    en: page([
      {
        type: 'posts',
        slug: postCard.slug,
        updatedAt: postCard.updatedAt,
        alternates: addresses('/posts/water-by-day'),
      },
    ]),
  },
  PersonPage: { en: page([author, lawyer]) },
  Person: { en: person },
  OrganizationPage: { en: page([organization, legalAid]) },
  Organization: { ru: anOrganization },
  TagPage: { en: page<Tag>([equality, law]), tg: page<Tag>([equalityTg]) },
  Tag: { en: equality, ru: equalityRu, tg: equalityTg },
  SingleTag: {
    en: { ...equality, locale: 'en' },
    ru: { ...equalityRu, locale: 'ru' },
    tg: { ...equalityTg, locale: 'tg' },
  } satisfies Record<string, SingleTag>,
  Image: { en: picture } satisfies Record<string, Image>,
}

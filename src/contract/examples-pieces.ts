import type { EventCard, Image, OrganizationCard, PersonCard, PostCard, Quote, Tag } from './content.ts'

/** What the examples are put together from. Everybody and everything here is invented. */

export const FILES = 'https://cms.example.org/files'
export const SITE_ADDRESS = 'https://example.org'

export const picture: Image = {
  url: `${FILES}/canal-at-noon.webp`,
  alt: 'Women stand on the bank of a canal and look at a list on a board',
  width: 2400,
  height: 1600,
  credit: 'Madina Karimzoda',
  variants: [
    { url: `${FILES}/canal-at-noon-480x320.webp`, width: 480, height: 320, type: 'image/webp' },
    { url: `${FILES}/canal-at-noon-1200x800.webp`, width: 1200, height: 800, type: 'image/webp' },
  ],
}

export const organization: OrganizationCard = {
  slug: 'chashma-newsroom',
  name: 'Chashma Newsroom',
  url: 'https://chashma.example.org',
}
export const organizationRu: OrganizationCard = { ...organization, name: 'Редакция «Чашма»' }
export const legalAid: OrganizationCard = {
  slug: 'paymon-legal-aid-centre',
  name: 'Paymon Legal Aid Centre',
  url: 'https://paymon.example.org',
}

export const author: PersonCard = {
  slug: 'madina-karimzoda',
  name: 'Madina Karimzoda',
  role: 'Reporter',
  organization,
  image: null,
}
export const authorRu: PersonCard = {
  ...author,
  name: 'Мадина Каримзода',
  role: 'Репортёр',
  organization: organizationRu,
}
export const lawyer: PersonCard = {
  slug: 'zarrina-holmatova',
  name: 'Zarrina Holmatova',
  role: 'Lawyer',
  organization: legalAid,
  image: null,
}

export const equality: Tag = { slug: 'equality', name: 'Equality' }
export const equalityRu: Tag = { slug: 'equality', name: 'Равноправие' }
export const equalityTg: Tag = { slug: 'equality', name: 'Баробарӣ' }
export const law: Tag = { slug: 'law', name: 'Law' }

export const eventCard: EventCard = {
  type: 'events',
  id: '0f6f2f7e-6f0b-4a55-9a3f-3a1f4f0f7d11',
  slug: 'forum-of-rural-women-2026',
  locale: 'en',
  title: 'Forum of rural women',
  url: `${SITE_ADDRESS}/events/forum-of-rural-women-2026`,
  start: '2026-11-27T04:00:00.000Z',
  end: '2026-11-28T12:00:00.000Z',
  timeZone: 'Asia/Dushanbe',
  allDay: false,
  status: 'planned',
  venue: 'House of Culture',
  city: 'Bokhtar',
  country: 'Tajikistan',
  onlineUrl: null,
  image: null,
  tags: [equality],
}

export const postCard: PostCard = {
  type: 'posts',
  id: '5b0e7a52-94f3-4a51-8a63-5a1f0f6f9c01',
  slug: 'water-by-day',
  locale: 'en',
  title: 'Water by day: how a list on a board changed a canal',
  lead: 'For years the women of the lower village watered at night. Now the turns are drawn by lot, in public.',
  url: `${SITE_ADDRESS}/posts/water-by-day`,
  publishedAt: '2026-11-20T06:30:00.000Z',
  updatedAt: '2026-11-21T09:05:00.000Z',
  authors: [author],
  tags: [equality],
  image: picture,
  commentCount: 3,
  commentsOpen: true,
}

export const postCardRu: PostCard = {
  ...postCard,
  locale: 'ru',
  title: 'Вода днём: как список на доске изменил канал',
  lead: 'Годами женщины нижнего села поливали ночью. Теперь очередь определяет открытый жребий.',
  url: `${SITE_ADDRESS}/ru/posts/water-by-day`,
  authors: [authorRu],
  tags: [equalityRu],
}

export const postCardTg: PostCard = {
  ...postCard,
  locale: 'tg',
  title: 'Об дар рӯз: рӯйхати рӯйи тахта каналро чӣ гуна дигар кард',
  lead: 'Солҳо занони деҳаи поён шабона об мегирифтанд. Ҳоло навбатро қуръаи ошкоро муайян мекунад.',
  url: `${SITE_ADDRESS}/tg/posts/water-by-day`,
  authors: [{ ...authorRu, role: 'Хабарнигор', organization: { ...organization, name: 'Идораи «Чашма»' } }],
  tags: [equalityTg],
}

export const quote: Quote = {
  id: '8c1f4b1e-7f0d-4d2e-9a55-c2b7a4c1aa07',
  locale: 'en',
  text: 'All I ask for is a turn in daylight, and a vote when the turns are given out.',
  speaker: {
    slug: 'oisha-rahmatova',
    name: 'Oisha Rahmatova',
    role: 'Farmer',
    organization: null,
    image: null,
  },
  role: 'Farmer, chair of the association',
  organization: null,
  source: { type: 'events', slug: 'forum-of-rural-women-2026', title: 'Forum of rural women' },
  saidOn: '2026-11-12',
  spokenLanguage: 'tg',
  tags: [equality],
}

export const quoteTg: Quote = {
  ...quote,
  locale: 'tg',
  text: 'Хоҳиши ман кам аст: навбати рӯзона ва ҳаққи овоз, вақте ки навбатҳоро тақсим мекунанд.',
  speaker: { ...quote.speaker, name: 'Оиша Раҳматова', role: 'Деҳқон' },
  role: 'Деҳқон, раиси ассотсиатсия',
  source: { type: 'events', slug: 'forum-of-rural-women-2026', title: 'Форуми занони деҳот' },
  tags: [equalityTg],
}

import { describe, expect, it } from 'vitest'

import { toEvent, toNewsArticle, toQuotationLd } from '../../../src/content/json-ld.ts'
import type { Event, Image, PersonCard, Post, Quote } from '../../../src/contract/index.ts'
import { faultsOf } from '../../support/json-ld.ts'

const publisher = { name: 'Ovoz', url: 'https://site.example' }
const image: Image = {
  url: 'https://cms.example/files/a.webp',
  alt: 'A hall',
  width: 4,
  height: 3,
  credit: 'F. R.',
  variants: [],
}
const office = { slug: 'office', name: 'Office', url: 'https://office.example' }
const farida: PersonCard = { slug: 'farida', name: 'Farida', role: 'Head', organization: office, image: null }
const quote: Quote = {
  id: '1',
  locale: 'en',
  text: 'Words.',
  speaker: farida,
  role: 'Then deputy',
  organization: null,
  source: { type: 'events', slug: 'forum', title: 'Forum' },
  saidOn: '2026-11-27',
  spokenLanguage: 'tg',
  tags: [{ slug: 'peace', name: 'Peace' }],
}
const event: Omit<Event, 'jsonLd'> = {
  type: 'events',
  id: '1',
  slug: 'forum',
  locale: 'en',
  title: 'Forum',
  url: 'https://site.example/events/forum',
  start: '2026-11-27T04:00:00.000Z',
  end: '2026-11-27T12:00:00.000Z',
  timeZone: 'Asia/Dushanbe',
  allDay: false,
  status: 'planned',
  venue: 'Hall',
  city: 'Dushanbe',
  country: 'Tajikistan',
  onlineUrl: null,
  image,
  tags: [{ slug: 'peace', name: 'Peace' }],
  body: { html: '', text: 'Words. '.repeat(200), lexical: {} },
  organizers: [office],
  partners: [{ ...office, url: null }],
  speakers: [{ person: farida, role: null, organization: null }],
  attendance: null,
  agenda: [],
  quotes: [quote],
  posts: [],
  registrationUrl: null,
  alternates: [],
  commentCount: 0,
  commentsOpen: true,
}
const post: Omit<Post, 'jsonLd'> = {
  type: 'posts',
  id: '1',
  slug: 'a',
  locale: 'en',
  title: 'A title',
  lead: 'A lead',
  url: 'https://site.example/posts/a',
  publishedAt: '2026-11-27T04:00:00.000Z',
  updatedAt: '2026-11-28T04:00:00.000Z',
  authors: [farida],
  tags: [{ slug: 'peace', name: 'Peace' }],
  image,
  commentCount: 3,
  commentsOpen: true,
  body: { html: '', text: 'Four words are here.', lexical: {} },
  quotes: [quote],
  event,
  alternates: [],
  readingMinutes: 1,
  seo: { title: 'A title', description: 'A lead', image },
  previous: null,
  next: null,
}

describe('toNewsArticle', () => {
  const read = (more: object = {}) => toNewsArticle({ ...post, ...more }, publisher)
  it('says what search engines ask for', async () => {
    expect(await faultsOf(read())).toEqual([])
    expect(read()).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'A title',
      description: 'A lead',
      inLanguage: 'en',
      datePublished: post.publishedAt,
      dateModified: post.updatedAt,
      author: [{ '@type': 'Person', name: 'Farida', jobTitle: 'Head', affiliation: { name: 'Office' } }],
      publisher: { '@type': 'Organization', name: 'Ovoz' },
      image: [{ url: image.url, caption: 'A hall', creditText: 'F. R.' }],
      keywords: ['Peace'],
      about: { '@type': 'Event', name: 'Forum' },
      citation: [
        { '@type': 'Quotation', text: 'Words.', creator: { name: 'Farida', jobTitle: 'Then deputy' } },
      ],
      wordCount: 4,
      commentCount: 3,
    })
    expect(read().image).toHaveLength(1)
  })
  it('stands for the house without a name, and leaves out what is not there', async () => {
    const bare = read({
      authors: [],
      tags: [],
      image: null,
      quotes: [],
      event: null,
      seo: { title: 'A title', description: null, image: null },
    })
    expect(await faultsOf(bare)).toEqual([])
    expect(bare.author).toEqual([{ '@type': 'Organization', name: 'Ovoz', url: 'https://site.example' }])
    expect(Object.keys(JSON.parse(JSON.stringify(bare)))).not.toEqual(expect.arrayContaining(['image']))
  })
  it('was changed when it came out, where it was written before', () => {
    expect(read({ updatedAt: '2026-11-01T00:00:00.000Z' }).dateModified).toBe(post.publishedAt)
  })
})

describe('toEvent', () => {
  const read = (more: Partial<Event> = {}) => toEvent({ ...event, ...more })
  it('says what search engines ask for, by the clocks where it is', async () => {
    expect(await faultsOf(read())).toEqual([])
    expect(read()).toMatchObject({
      '@type': 'Event',
      name: 'Forum',
      startDate: '2026-11-27T09:00:00+05:00',
      endDate: '2026-11-27T17:00:00+05:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Hall', address: { addressLocality: 'Dushanbe' } }],
      organizer: [{ name: 'Office', url: 'https://office.example' }],
      performer: [{ '@type': 'Person', name: 'Farida', jobTitle: 'Head', affiliation: { name: 'Office' } }],
    })
    expect(String(read().description).length).toBeLessThanOrEqual(300)
  })
  it.each([
    ['cancelled', { status: 'cancelled' }, { eventStatus: 'https://schema.org/EventCancelled' }],
    [
      'all day',
      { allDay: true, end: '2026-11-28T18:59:00.000Z' },
      { startDate: '2026-11-27', endDate: '2026-11-28' },
    ],
    ['without an end', { end: null }, { endDate: undefined }],
    ['only in the web', { venue: null, city: null, country: null, onlineUrl: 'https://meet.example' }, { eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: [{ '@type': 'VirtualLocation', url: 'https://meet.example' }] }], // prettier-ignore
    ['both', { onlineUrl: 'https://meet.example' }, { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode', location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }] }], // prettier-ignore
    ['in a town', { venue: null }, { location: [{ name: 'Dushanbe' }] }],
    ['with a name for a place', { city: null, country: null }, { location: [{ name: 'Hall', address: { streetAddress: 'Hall' } }] }], // prettier-ignore
    [
      'nowhere yet',
      { venue: null, city: null, country: null },
      { location: undefined, eventAttendanceMode: undefined },
    ],
    [
      'without people',
      { speakers: [], organizers: [], partners: [], image: null, tags: [] },
      { performer: undefined },
    ],
  ] as [string, Partial<Event>, object][])('%s', async (_, more, expected) => {
    expect(await faultsOf(read(more))).toEqual([])
    expect(read(more)).toMatchObject(expected)
  })
})

describe('toQuotationLd', () => {
  it('says who said it, when and in what', async () => {
    const read = toQuotationLd(quote, 'https://site.example/events/forum')
    expect(await faultsOf(read)).toEqual([])
    expect(read).toMatchObject({
      '@type': 'Quotation',
      text: 'Words.',
      creator: { '@type': 'Person', name: 'Farida', jobTitle: 'Then deputy' },
      dateCreated: '2026-11-27',
      isBasedOn: 'https://site.example/events/forum',
    })
    expect(await faultsOf(toQuotationLd({ ...quote, saidOn: null, tags: [], role: null }, null))).toEqual([])
  })
})

describe('faultsOf, by which it is judged', () => {
  const good = toQuotationLd(quote, null)
  it.each([
    ['another vocabulary', { ...good, '@context': 'https://other.example' }],
    ['a word of another kind', { ...good, headline: 'No' }],
    ['a kind there is not', { ...good, '@type': 'Saying' }],
    ['nothing said', { ...good, text: undefined }],
    ['an empty text', { ...good, text: '' }],
    ['no day', { ...good, dateCreated: 'yesterday' }],
    ['an address within the site', { ...good, isBasedOn: '/events/forum' }],
  ])('finds %s', async (_, thing) => {
    expect(await faultsOf(thing)).not.toEqual([])
  })
})

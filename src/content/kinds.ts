import type { SelectType } from 'payload'

import type { Event, Media, Organization, Person, Post, Quote, Tag } from '../payload-types.ts'

/** What content is made of, by the collection it is kept in. */
type Kinds = {
  posts: Post
  events: Event
  quotes: Quote
  people: Person
  organizations: Organization
  tags: Tag
  media: Media
}
export type Kind = keyof Kinds
export type Doc<K extends Kind> = Kinds[K]

/** What a card needs of the large kinds; the rest of them stays in the database. */
export const CARD: Partial<Record<Kind, SelectType>> = {
  posts: {
    title: true,
    slug: true,
    lead: true,
    publishedAt: true,
    updatedAt: true,
    authors: true,
    tags: true,
    image: true,
    sourceLanguage: true,
    comments: true,
  },
  events: {
    title: true,
    slug: true,
    start: true,
    end: true,
    timeZone: true,
    allDay: true,
    status: true,
    venue: true,
    city: true,
    country: true,
    onlineUrl: true,
    image: true,
    tags: true,
    sourceLanguage: true,
  },
  people: { name: true, slug: true, role: true, organization: true, image: true },
  organizations: { name: true, slug: true, url: true },
}

// Made from the public document by `npm run generate`. Do not edit.

export type Alternate = {
  locale: Locale
  /** The absolute address on the site, where readers see it. */
  url: string
}

export type Body = {
  html: string
  text: string
  /** Lexical editor state: `{root: {children: […]}}`. */
  lexical: Record<string, unknown>
}

export type Comment = {
  id: string
  on: string
  parent: string | null
  author: {
    /** Empty where the writer gave none or the comment was removed. */
    name: string
    url: string | null
    isStaff: boolean
    /** For drawing a picture. Made from the public name alone. */
    avatarSeed: string
  }
  /** Safe to put into a page as it is. */
  html: string
  /** As it was written. */
  text: string
  locale: Locale | null
  /** ISO 8601 in UTC with milliseconds. */
  createdAt: string
  editedAt: string | null
  /** Taken away; it stands here because it has answers. */
  isRemoved: boolean
  /** Public answers below it, at any depth. */
  replyCount: number
  replies: Comment[]
}

export type Counts = {
  counts: Record<string, number>
}

export type Edit = {
  body?: string | null | undefined
  locale?: Locale | null | undefined
}

export type Event = {
  type: 'events'
  /** Opaque. */
  id: string
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  locale: Locale
  title: string
  /** The absolute address on the site, where readers see it. */
  url: string
  /** ISO 8601 in UTC with milliseconds. */
  start: string
  end: string | null
  /** IANA name. */
  timeZone: string
  allDay: boolean
  status: 'planned' | 'cancelled'
  venue: string | null
  city: string | null
  country: string | null
  onlineUrl: string | null
  image: Image | null
  tags: Tag[]
  body: Body
  organizers: OrganizationCard[]
  partners: OrganizationCard[]
  speakers: {
    person: PersonCard
    role: string | null
    organization: OrganizationCard | null
  }[]
  attendance: string | null
  agenda: {
    start: string | null
    title: string
    speakers: PersonCard[]
  }[]
  quotes: Quote[]
  /** Articles about this event, the newest first, 20 at most. */
  posts: PostCard[]
  registrationUrl: string | null
  alternates: Alternate[]
  commentCount: number
  commentsOpen: boolean
  jsonLd: JsonLd
}

export type EventCard = {
  type: 'events'
  /** Opaque. */
  id: string
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  locale: Locale
  title: string
  /** The absolute address on the site, where readers see it. */
  url: string
  /** ISO 8601 in UTC with milliseconds. */
  start: string
  end: string | null
  /** IANA name. */
  timeZone: string
  allDay: boolean
  status: 'planned' | 'cancelled'
  venue: string | null
  city: string | null
  country: string | null
  onlineUrl: string | null
  image: Image | null
  tags: Tag[]
}

export type EventPage = {
  items: EventCard[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type FieldError = {
  /** The name of the field or parameter as it was sent. */
  field: string
  /** Stable word for the fault: required, too-long, too-short, not-allowed or invalid. */
  code: string
  /** A sentence for people, in the language asked for. */
  message: string
}

export type FormToken = {
  /** Send it along with the comment, 3 seconds from now at the earliest. */
  formToken: string
  /** Work to do before sending. Only where the site asks for it (`SPAM_POW`). */
  altcha?: {
    /** Send it back as it came, in the same order. */
    parameters: {
      algorithm: string
      nonce: string
      salt: string
      /** Rounds of one try. */
      cost: number
      keyLength: number
      /** How the key of the right try begins, in hexadecimal. */
      keyPrefix: string
      keySignature?: string | undefined
      memoryCost?: number | undefined
      parallelism?: number | undefined
      /** Seconds since 1970. */
      expiresAt?: number | undefined
      data?: Record<string, string | number | boolean | null> | undefined
    }
    signature?: string | undefined
  } | undefined
}

/** A picture and its smaller copies, the smallest first. Sizes in pixels. */
export type Image = {
  url: string
  alt: string
  width: number
  height: number
  credit: string | null
  variants: {
    url: string
    width: number
    height: number
    type: string
  }[]
}

/** What search engines read, in the vocabulary of schema.org, to put into `<script type="application/ld+json">`. Texts in it are what people wrote: when you put it into a page, write each `<` of its JSON as `\u003c`, or a text could end the script. */
export type JsonLd = {
  [name: string]: unknown
  '@context': 'https://schema.org'
  '@type': string
}

export type KeptItem = {
  /** Which kind of data; it stays the same. */
  id: string
  /** What is kept, in words for readers. */
  what: string
  /** What for. */
  why: string
  /** How long, in words. */
  kept: string
  /** The same in days; null where it lasts as long as something else does. */
  days: number | null
}

/** A language, ISO 639-1. */
export type Locale = 'en' | 'ru' | 'tg'

/** What was asked for by a slug it had before. */
export type Moved = {
  type: 'posts' | 'events' | 'people' | 'organizations' | 'tags'
  /** The present slug. */
  slug: string
  /** The address that asks the same of this API under the present slug, as in `Location`. */
  location: string
  /** The address on the site to send readers to; null for what has no page there. */
  url: string | null
}

export type Neighbour = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  title: string
  /** The absolute address on the site, where readers see it. */
  url: string
}

export type Organization = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
  url: string | null
  /** Opaque. */
  id: string
  locale: Locale
  description: string | null
  logo: Image | null
}

export type OrganizationCard = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
  url: string | null
}

export type OrganizationPage = {
  items: OrganizationCard[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

/** The writer's own comment, in any state. */
export type OwnComment = Comment & {
  status: 'pending' | 'approved' | 'spam' | 'trash'
}

export type Person = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
  role: string | null
  organization: OrganizationCard | null
  image: Image | null
  /** Opaque. */
  id: string
  locale: Locale
  bio: string | null
}

export type PersonCard = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
  role: string | null
  organization: OrganizationCard | null
  image: Image | null
}

export type PersonPage = {
  items: PersonCard[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type Post = {
  type: 'posts'
  /** Opaque. */
  id: string
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  /** The language really served. */
  locale: Locale
  title: string
  lead: string | null
  /** The absolute address on the site, where readers see it. */
  url: string
  /** ISO 8601 in UTC with milliseconds. */
  publishedAt: string
  /** ISO 8601 in UTC with milliseconds. */
  updatedAt: string
  authors: PersonCard[]
  tags: Tag[]
  image: Image | null
  commentCount: number
  commentsOpen: boolean
  body: Body
  /** The quotes placed in the body, in order, each once. */
  quotes: Quote[]
  event: EventCard | null
  /** The languages this article is written in, with addresses. */
  alternates: Alternate[]
  readingMinutes: number
  seo: {
    title: string
    description: string | null
    image: Image | null
  }
  /** The article published just before. */
  previous: Neighbour | null
  /** The article published just after. */
  next: Neighbour | null
  jsonLd: JsonLd
}

export type PostCard = {
  type: 'posts'
  /** Opaque. */
  id: string
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  /** The language really served. */
  locale: Locale
  title: string
  lead: string | null
  /** The absolute address on the site, where readers see it. */
  url: string
  /** ISO 8601 in UTC with milliseconds. */
  publishedAt: string
  /** ISO 8601 in UTC with milliseconds. */
  updatedAt: string
  authors: PersonCard[]
  tags: Tag[]
  image: Image | null
  commentCount: number
  commentsOpen: boolean
}

export type PostPage = {
  items: PostCard[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type PrivacyReceipt = {
  /** A sentence for readers. It is the same for every address. */
  message: string
}

export type PrivacyRequest = {
  /** The address that it is about. At most 254 characters. */
  email: string
  /** `copy`: everything that is kept about the address. `erase`: it is to be forgotten. */
  kind: 'copy' | 'erase'
  /** The language of the mail and of its pages. */
  locale?: Locale | null | undefined
}

export type PrivacyText = {
  locale: Locale
  /** Everything that is kept about readers. */
  items: KeptItem[]
}

export type Problem = {
  /** A URI reference that names the kind of problem. */
  type: string
  title: string
  status: number
  code: 'invalid' | 'malformed' | 'not-found' | 'gone' | 'closed' | 'conflict' | 'forbidden' | 'unauthorized' | 'too-large' | 'unsupported-type' | 'method-not-allowed' | 'throttled' | 'unavailable' | 'internal'
  /** What went wrong and how to mend it, in the language asked for. */
  detail: string
  /** Names this request in the log of the server. */
  traceId: string
  errors?: FieldError[] | undefined
}

/** Words of a named person who has consented to their use. */
export type Quote = {
  /** Opaque. */
  id: string
  locale: Locale
  text: string
  speaker: PersonCard
  /** The speaker's role when it was said. */
  role: string | null
  /** The speaker's organization when it was said. */
  organization: OrganizationCard | null
  source: {
    type: 'posts' | 'events'
    /** A stable address: lower-case Latin letters, digits and dashes. */
    slug: string
    title: string
  } | null
  saidOn: string | null
  spokenLanguage: string | null
  tags: Tag[]
}

export type QuotePage = {
  items: Quote[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type Receipt = {
  id: string
  status: 'pending' | 'approved'
  message: string
  /** Send it as `Authorization: Bearer …` to read, edit or withdraw this comment. Keep it private. */
  manageToken: string
}

export type Report = {
  /** Required. `private`: it shows what is nobody else’s business, such as an address; `threat`: it threatens somebody. */
  reason?: 'spam' | 'abuse' | 'private' | 'threat' | 'other' | null | undefined
  /** A word to those who moderate, at most 500 characters. Never published. */
  note?: string | null | undefined
  locale?: Locale | null | undefined
  /** Forms only: where to send the browser afterwards; an address of the site or of an allowed origin. */
  redirect?: string | null | undefined
}

export type ReportReceipt = {
  message: string
}

export type SearchHit = {
  type: 'posts' | 'events' | 'quotes'
  /** The address; of a quote, its id. */
  slug: string
  /** The language shown: the one asked for where the words stand in it, else one where they do. */
  locale: Locale
  /** Of a quote, the speaker's name. */
  title: string
  /** Plain text round the first of the words, 200 characters at most. Not HTML: escape it. */
  excerpt: string
  /** The absolute address on the site, where readers see it. */
  url: string
  /** ISO 8601 in UTC with milliseconds. */
  publishedAt: string
}

export type SearchPage = {
  items: SearchHit[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

/** A public comment with the answers below it. */
export type SingleComment = Comment & {
  jsonLd: JsonLd
}

export type SingleQuote = {
  /** Opaque. */
  id: string
  locale: Locale
  text: string
  speaker: PersonCard
  /** The speaker's role when it was said. */
  role: string | null
  /** The speaker's organization when it was said. */
  organization: OrganizationCard | null
  source: {
    type: 'posts' | 'events'
    /** A stable address: lower-case Latin letters, digits and dashes. */
    slug: string
    title: string
  } | null
  saidOn: string | null
  spokenLanguage: string | null
  tags: Tag[]
  jsonLd: JsonLd
}

export type SingleTag = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
  /** The language really served. */
  locale: Locale
}

export type Site = {
  name: string
  description: string | null
  url: string
  locales: {
    code: Locale
    name: string
  }[]
  defaultLocale: Locale
  comments: {
    state: 'open' | 'held' | 'closed'
    message?: string | undefined
  }
}

export type Sitemap = {
  items: SitemapItem[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type SitemapItem = {
  type: 'posts' | 'events' | 'quotes' | 'people' | 'organizations' | 'tags'
  /** The last part of the address; of quotes, the id. */
  slug: string
  /** ISO 8601 in UTC with milliseconds. */
  updatedAt: string
  /** Its address in each language it is written in. */
  alternates: Alternate[]
}

export type Submission = {
  /** What is commented on: `posts/{slug}` or `events/{slug}`. */
  on: string
  /** The id of the comment this answers. */
  parent?: string | null | undefined
  /** Published. At most 80 characters. */
  name?: string | null | undefined
  /** Never published. At most 254 characters. */
  email?: string | null | undefined
  /** Published. An http or https address. */
  url?: string | null | undefined
  /** Plain text, at most 5000 characters. */
  body?: string | null | undefined
  locale?: Locale | null | undefined
  /** What to tell the writer of by mail. Never published; `none` where there is no e-mail address. */
  notify?: 'none' | 'replies' | null | undefined
  /** From `GET /comments/form-token` for the same page, at least 3 seconds and at most 24 hours old; good for five comments. */
  formToken?: string | null | undefined
  /** The work that `GET /comments/form-token` asked for, done: base64 of JSON `{challenge, solution}`, as ALTCHA has it. Each challenge counts once, for an hour. */
  altcha?: string | null | undefined
  /** A field that readers do not see. Leave it empty: what fills it in is taken for a program. */
  website?: string | null | undefined
  /** Forms only: where to send the browser afterwards; an address of the site or of an allowed origin. */
  redirect?: string | null | undefined
}

export type Tag = {
  /** A stable address: lower-case Latin letters, digits and dashes. */
  slug: string
  name: string
}

export type TagPage = {
  items: Tag[]
  /** Pass it as `cursor` for the next page; null at the end. */
  nextCursor: string | null
  /** How many there are in all pages. */
  total: number
}

export type Thread = {
  on: string
  /** All public comments, answers included. */
  total: number
  open: boolean
  /** A sentence for readers, in the language asked for. */
  closedReason: string | null
  /** What the newsroom says to readers while every comment of the site waits for a moderator, in the language asked for. Plain text. */
  notice: string | null
  requires: {
    name: boolean
    email: boolean
  }
  /** The most characters of each field. */
  limits: {
    name: 80
    email: 254
    url: 2000
    body: 5000
  }
  /** Top-level comments, answers nested in each. */
  items: Comment[]
  nextCursor: string | null
}

export type WebhookArticle = {
  type: 'posts' | 'events'
  id: string
  /** As the public knows it; of what was taken down, as it was known. */
  slug: string
  /** The address before this change, where it is another one. */
  formerSlug: string | null
  /** Its page on the site. */
  url: string
  /** The languages it is written in. */
  locales: Locale[]
  /** Its page in each of them. */
  alternates: {
    locale: Locale
    url: string
  }[]
  publishedAt: string | null
  /** ISO 8601 in UTC with milliseconds. */
  updatedAt: string
}

export type WebhookComment = {
  type: 'comments'
  id: string
  /** `posts/<slug>` or `events/<slug>`. */
  on: string
  /** The id of the comment it answers. */
  parent: string | null
}

export type WebhookMessage = {
  type: 'post.published' | 'post.updated' | 'post.unpublished' | 'event.published' | 'event.updated' | 'event.unpublished' | 'quote.published' | 'quote.updated' | 'quote.unpublished' | 'comment.approved' | 'comment.removed' | 'webhook.test'
  /** When it happened; the same over all attempts. */
  timestamp: string
  data: WebhookArticle | WebhookQuote | WebhookComment | {
    type: 'webhooks'
    id: string
  }
}

export type WebhookQuote = {
  type: 'quotes'
  id: string
  /** `posts/<slug>` or `events/<slug>` while that is public. */
  on: string | null
  locales: Locale[]
  /** ISO 8601 in UTC with milliseconds. */
  updatedAt: string
}

/** One page of a list. */
export type Page<T> = { items: T[]; nextCursor: string | null; total: number }

/** Every address that can be read: what it takes, and what it answers. */
export type Gets = {
  /** A page of the thread of an article or event */
  '/comments': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** What is commented on: `posts/{slug}` or `events/{slug}`. */
      on: string
      /** Which top-level comments come first. Answers stand the oldest first. */
      order?: 'oldest' | 'newest' | undefined
    }
    answer: Thread
  }
  /** How many public comments stand on each of several pages */
  '/comments/counts': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Up to 100 of `posts/{slug}` or `events/{slug}`, separated by commas. Of slugs they had before, ten at most are followed. */
      on: string
    }
    answer: Counts
  }
  /** What a comment form sends along, so that its writer need not wait for a moderator */
  '/comments/form-token': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** What is commented on: `posts/{slug}` or `events/{slug}`. */
      on: string
    }
    answer: FormToken
  }
  /** A public comment, or with its token the writer's own in any state */
  '/comments/{id}': {
    asked: {
      /** The id of the comment. */
      id: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: OwnComment | SingleComment
  }
  /** The document as a page to read */
  '/docs': {
    asked: Record<string, never>
    answer: string
  }
  /** A script or style of that page */
  '/docs/{file}': {
    asked: {
      /** A file the page names. */
      file: string
    }
    answer: string
  }
  /** Events */
  '/events': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** An event is upcoming until it ends. Upcoming ones come soonest first, all others latest first. */
      when?: 'upcoming' | 'past' | undefined
      /** Only what is of this day or moment, or later. */
      from?: string | undefined
      /** Only what is of this day or moment, or earlier. */
      to?: string | undefined
      /** Only what has the tag of this slug. */
      tag?: string | undefined
      /** Only events in this city, as it is written in one of the languages. */
      city?: string | undefined
    }
    answer: EventPage
  }
  /** The calendar of all events */
  '/events.ics': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Only what has the tag of this slug. */
      tag?: string | undefined
      /** Only events in this city, as it is written in one of the languages. */
      city?: string | undefined
    }
    answer: string
  }
  /** An event, with everything its page needs */
  '/events/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: Event
  }
  /** An event as a calendar, to add to one’s own */
  '/events/{slug}.ics': {
    asked: {
      /** A stable address: lower-case Latin letters, digits and dashes. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: string
  }
  /** The latest comments, as Atom */
  '/feeds/comments.atom': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** What is commented on: `posts/{slug}` or `events/{slug}`. */
      on?: string | undefined
    }
    answer: string
  }
  /** The latest comments, as JSON Feed 1.1 */
  '/feeds/comments.json': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** What is commented on: `posts/{slug}` or `events/{slug}`. */
      on?: string | undefined
    }
    answer: string
  }
  /** The latest comments, as RSS 2.0 */
  '/feeds/comments.rss': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** What is commented on: `posts/{slug}` or `events/{slug}`. */
      on?: string | undefined
    }
    answer: string
  }
  /** The latest articles, as Atom */
  '/feeds/posts.atom': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Only articles with this tag, by its slug. */
      tag?: string | undefined
    }
    answer: string
  }
  /** The latest articles, as JSON Feed 1.1 */
  '/feeds/posts.json': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Only articles with this tag, by its slug. */
      tag?: string | undefined
    }
    answer: string
  }
  /** The latest articles, as RSS 2.0 */
  '/feeds/posts.rss': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Only articles with this tag, by its slug. */
      tag?: string | undefined
    }
    answer: string
  }
  /** A picture and its copies */
  '/media/{id}': {
    asked: {
      /** The id. */
      id: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: Image
  }
  /** This document, OpenAPI 3.1 */
  '/openapi.json': {
    asked: Record<string, never>
    answer: Record<string, unknown>
  }
  /** Organizations */
  '/organizations': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
    }
    answer: OrganizationPage
  }
  /** An organization */
  '/organizations/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: Organization
  }
  /** People */
  '/people': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
    }
    answer: PersonPage
  }
  /** A person */
  '/people/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: Person
  }
  /** Articles, the latest first */
  '/posts': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** Only those that `/search` finds by these words: the 2000 best of them. */
      q?: string | undefined
      /** Only what has the tag of this slug. */
      tag?: string | undefined
      /** Only articles by the person of this slug. */
      author?: string | undefined
      /** Only articles about the event of this slug. */
      event?: string | undefined
      /** Only articles that are written in this language. */
      language?: 'en' | 'ru' | 'tg' | undefined
      /** Only what is of this day or moment, or later. */
      from?: string | undefined
      /** Only what is of this day or moment, or earlier. */
      to?: string | undefined
    }
    answer: PostPage
  }
  /** An article, with everything its page needs */
  '/posts/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: Post
  }
  /** A draft, in the very shape of the public answer */
  '/preview': {
    asked: {
      /** Another language than the one the token names. */
      locale?: 'en' | 'ru' | 'tg' | undefined
      /** From the address the panel opened. Good for ten minutes. */
      token: string
      /** What the token is taken to be for, `posts/{slug}` or `posts/{id}`; another one is refused. */
      on?: string | undefined
    }
    answer: Post | Event
  }
  /** What is kept about readers or sent to others, why and how long */
  '/privacy': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: PrivacyText
  }
  /** Quotes with consent, the latest first */
  '/quotes': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** Only quotes of the person of this slug. */
      person?: string | undefined
      /** Only quotes of people who spoke for the organization of this slug. */
      organization?: string | undefined
      /** Only what has the tag of this slug. */
      tag?: string | undefined
      /** Where it was said: `posts/{slug}` or `events/{slug}`. */
      on?: string | undefined
    }
    answer: QuotePage
  }
  /** A quote */
  '/quotes/{id}': {
    asked: {
      /** The id. */
      id: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: SingleQuote
  }
  /** Articles, events and quotes by their words, the best first */
  '/search': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** Words, all of which are to be found, in any of their forms and in any language. Tajik letters are found when typed as г к х ч и у, and ё as е. On the embedded database the last word may be the beginning of one. */
      q: string
    }
    answer: SearchPage
  }
  /** The site: its name, languages and the state of its discussion */
  '/site': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: Site
  }
  /** Every public address with its languages and last change, to make sitemaps with hreflang */
  '/sitemap.json': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 1000. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
    }
    answer: Sitemap
  }
  /** Tags */
  '/tags': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
    }
    answer: TagPage
  }
  /** A tag */
  '/tags/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Ask for less: names from the answer, or from the entries of a list, separated by commas. */
      fields?: string | undefined
    }
    answer: SingleTag
  }
}

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

/** A language, ISO 639-1. */
export type Locale = 'en' | 'ru' | 'tg'

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

/** One page of a list. */
export type Page<T> = { items: T[]; nextCursor: string | null; total: number }

/** Every address that can be read: what it takes, and what it answers. */
export type Gets = {
  /** A page of the thread of an article or event */
  '/comments': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
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
      /** Up to 100 of `posts/{slug}` or `events/{slug}`, separated by commas. */
      on: string
    }
    answer: Counts
  }
  /** A public comment, or with its token the writer's own in any state */
  '/comments/{id}': {
    asked: {
      /** The id of the comment. */
      id: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: OwnComment | Comment
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
  /** An event, with everything its page needs */
  '/events/{slug}': {
    asked: {
      /** The slug. */
      slug: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: Event
  }
  /** A picture and its copies */
  '/media/{id}': {
    asked: {
      /** The id. */
      id: string
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
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
    }
    answer: Organization
  }
  /** People */
  '/people': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
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
    }
    answer: Person
  }
  /** Articles, the latest first */
  '/posts': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
      /** Entries in a page, 1 to 100. */
      limit?: number | undefined
      /** The `nextCursor` of the page before. It means nothing by itself. */
      cursor?: string | undefined
      /** Only what has the tag of this slug. */
      tag?: string | undefined
      /** Only articles by the person of this slug. */
      author?: string | undefined
      /** Only articles about the event of this slug. */
      event?: string | undefined
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
    }
    answer: Post
  }
  /** Quotes with consent, the latest first */
  '/quotes': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
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
    }
    answer: Quote
  }
  /** The site: its name, languages and the state of its discussion */
  '/site': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
    }
    answer: Site
  }
  /** Tags */
  '/tags': {
    asked: {
      /** A language, ISO 639-1. */
      locale?: Locale | undefined
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
    }
    answer: Tag
  }
}

import type { BodyNode } from '../../content/body.ts'
import type { Drawing } from '../drawings.ts'
import type { Translated } from '../languages.ts'
import type { EventKey } from './events.ts'
import type { PersonKey } from './people.ts'
import { INTERVIEW } from './post-interview.ts'
import { LEAFLET } from './post-leaflet.ts'
import { RADIO } from './post-radio.ts'
import { SCHOOL_NEWS } from './post-school.ts'
import { WATER_EN } from './post-water-en.ts'
import { WATER_RU } from './post-water-ru.ts'
import { WATER_TG } from './post-water-tg.ts'
import type { QuoteKey } from './quotes.ts'
import type { TagKey } from './tags.ts'

/** What an article places by its name in the demonstration; the ids are known only once it is kept. */
export type Place = { quote: (name: QuoteKey) => BodyNode; picture: (name: Drawing) => BodyNode }

export type PostText = { title: string; lead: string; body: (place: Place) => BodyNode[] }

export type PostEntry = {
  /** Days from now to its publication; null leaves it a draft. */
  inDays: number | null
  picture?: Drawing
  authors: PersonKey[]
  tags: TagKey[]
  event?: EventKey
  comments: 'open' | 'closed'
  texts: Translated<PostText>
}

export type PostKey = 'water' | 'interview' | 'radio' | 'leaflet' | 'school'

export const POSTS: Record<PostKey, PostEntry> = {
  water: {
    inDays: -4,
    picture: 'river',
    authors: ['nigina', 'madina'],
    // Its tags are the hashtags that end the English text.
    tags: [],
    event: 'table',
    comments: 'open',
    texts: { en: WATER_EN, ru: WATER_RU, tg: WATER_TG },
  },
  interview: INTERVIEW,
  radio: RADIO,
  leaflet: LEAFLET,
  school: SCHOOL_NEWS,
}

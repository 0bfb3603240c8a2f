import type { Drawing } from '../drawings.ts'
import type { Translated } from '../languages.ts'
import { ADVICE } from './event-advice.ts'
import { SCHOOL } from './event-school.ts'
import { TABLE } from './event-table.ts'
import type { OrganizationKey } from './organizations.ts'
import type { PersonKey } from './people.ts'
import type { TagKey } from './tags.ts'

/** Roles and agenda titles stand in the order of the entry's speakers and agenda. */
export type EventText = {
  title: string
  venue: string
  city: string
  country: string
  attendance?: string
  paragraphs: string[]
  roles: string[]
  agenda: string[]
}

export type EventEntry = {
  inDays: number
  announcedInDays: number
  from: string
  to: string
  status: 'planned' | 'cancelled'
  picture: Drawing
  organizers: OrganizationKey[]
  partners: OrganizationKey[]
  speakers: PersonKey[]
  agenda: { at: string; speakers: PersonKey[] }[]
  registrationUrl?: string
  tags: TagKey[]
  texts: Translated<EventText>
}

export const EVENTS = { table: TABLE, school: SCHOOL, advice: ADVICE }

export type EventKey = keyof typeof EVENTS

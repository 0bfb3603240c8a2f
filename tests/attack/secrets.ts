import { ADMIN } from '../support/server.ts'
import type { Secret } from './forms.ts'

/** Addresses, passwords and words that are put in, and have to stay in. */
export const READERS = {
  pending: 'zarrina.pending@survivor.example',
  approved: 'mahina.approved@survivor.example',
  spam: 'parviz.spam@survivor.example',
  trash: 'shahlo.trash@survivor.example',
  threat: 'rustam.threat@survivor.example',
  withdrawn: 'firuza.withdrawn@survivor.example',
  answering: 'gulnora.answering@survivor.example',
} as const
export type Reader = keyof typeof READERS

export const EDITORS_PASSWORD = 'a long summer in Khorog 1994'

/** What nobody but its owner may ever meet, in whatever form. What is made while the house is furnished comes to it there. */
export const NEVER: Secret[] = [
  ...Object.entries(READERS).map(([name, value]) => ({ name: `address of the writer (${name})`, value })),
  { name: 'password of an editor', value: EDITORS_PASSWORD },
  { name: 'password of the first administrator', value: ADMIN.password },
]

/** What those who moderate may meet, and nobody else. */
const MODERATED = {
  pendingText: 'A text that nobody has approved yet, about the neighbours',
  spamText: 'A text that was called spam, with the name of a street',
  trashText: 'A text in the trash, with the name of a school',
  threatText: 'A text that says what will happen to her at the bus stop',
  withdrawnText: 'A text that its writer took back the same evening',
  why: 'Her brother reads here, so we took it away',
  reportNote: 'He is my former husband and knows where I live',
} as const

/** What strangers may not meet, nor keys of front ends; those who work here may. */
export const INSIDE = {
  ...MODERATED,
  draftTitle: 'Unpublished headline about the governor',
  draftEvent: 'Unannounced meeting at the old mill',
  quote: 'I withdraw every word of what I said about him',
  editor: 'editor-in-chief@newsroom.example',
  author: 'author-at-home@newsroom.example',
} as const

const named = (words: Record<string, string>): Secret[] =>
  Object.entries(words).map(([name, value]) => ({ name, value }))
export const SECRETS_OF_THE_DESK = named(MODERATED)
export const SECRETS_OF_THE_HOUSE = named(INSIDE)

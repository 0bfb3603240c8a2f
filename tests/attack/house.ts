import { expect } from 'vitest'

import { bodyOf, paragraph, text } from '../support/article.ts'
import { ADMIN } from '../support/server.ts'
import type { Secret } from './forms.ts'
import type { Attempt, Reply, Target } from './target.ts'

/** Addresses, passwords and words that are put in, and have to stay in. */
const READERS = {
  pending: 'zarrina.pending@survivor.example',
  approved: 'mahina.approved@survivor.example',
  spam: 'parviz.spam@survivor.example',
  trash: 'shahlo.trash@survivor.example',
  withdrawn: 'firuza.withdrawn@survivor.example',
  answering: 'gulnora.answering@survivor.example',
} as const
export type Reader = keyof typeof READERS

/** What nobody but its owner may ever meet, in whatever form. */
export const NEVER: Secret[] = [
  ...Object.entries(READERS).map(([name, value]) => ({ name: `address of the writer (${name})`, value })),
  { name: 'password of an editor', value: 'a long summer in Khorog 1994' },
  { name: 'password of the first administrator', value: ADMIN.password },
]

/** What strangers may not meet; those who work here may. */
export const INSIDE = {
  draftTitle: 'Unpublished headline about the governor',
  draftEvent: 'Unannounced meeting at the old mill',
  quote: 'I withdraw every word of what I said about him',
  pendingText: 'A text that nobody has approved yet, about the neighbours',
  spamText: 'A text that was called spam, with the name of a street',
  trashText: 'A text in the trash, with the name of a school',
  withdrawnText: 'A text that its writer took back the same evening',
  why: 'Her brother reads here, so we took it away',
  editor: 'editor-in-chief@newsroom.example',
  author: 'author-at-home@newsroom.example',
} as const
export const SECRETS_OF_THE_HOUSE: Secret[] = Object.entries(INSIDE).map(([name, value]) => ({ name, value }))

export type Person = { token: string; id: string }

/** A newsroom with something to hide, and the ways in that its people have. */
export type House = {
  target: Target
  ids: Record<Reader, string>
  tokens: Record<Reader, string>
  post: string
  draft: string
  quote: string
  admin: Person
  editor: Person
  author: Person
  moderator: Person
  apiKey: string
  as: (who: Person | string, path: string, attempt?: Attempt) => Promise<Reply>
  json: (reply: Reply) => any
}

export const read = (reply: Reply): any => JSON.parse(reply.text)

export async function furnish(target: Target): Promise<House> {
  const own = async (path: string, attempt: Attempt, token?: string) => {
    const headers = { ...attempt.headers, ...(token && { authorization: `JWT ${token}` }) }
    const reply = await target.ask(path, { ...attempt, headers, who: 'staff' })
    if (reply.status >= 400) throw new Error(`${path}: ${reply.status} ${reply.text}`)
    return read(reply)
  }
  const signIn = async (email: string, password: string): Promise<Person> => {
    const { token, user } = await own('/api/users/login', { body: { email, password } })
    return { token, id: user.id }
  }
  const admin = await signIn(ADMIN.email, ADMIN.password)
  const make = async (path: string, body: object) => (await own(path, { body }, admin.token)).doc
  const hire = async (name: string, email: string, role: string) => {
    const password =
      role === 'editor' ? NEVER.find(({ name }) => /editor/.test(name))!.value : 'a field of wild rhubarb'
    await make('/api/users', { name, email, role, password })
    return signIn(email, password)
  }
  const editor = await hire('Editor', INSIDE.editor, 'editor')
  const author = await hire('Author', INSIDE.author, 'author')
  const moderator = await hire('Moderator', 'moderator@newsroom.example', 'moderator')
  const apiKey = 'b9d1c7c0-4c8f-4f43-9c55-0a4f6a7f7a10'
  await make('/api/users', {
    name: 'Front end',
    email: 'front-end@newsroom.example',
    role: 'frontend',
    password: 'a key needs none of this',
    enableAPIKey: true,
    apiKey,
  })

  const body = bodyOf(paragraph(text('The water came back on Tuesday.')))
  const article = { body, sourceLanguage: 'en' }
  const person = await make('/api/people', { name: 'Oisha Rajabova' })
  const post = await make('/api/posts', {
    ...article,
    title: 'Water by day',
    slug: 'water-by-day',
    authors: [person.id],
    _status: 'published',
  })
  const draft = await make('/api/posts', {
    ...article,
    title: INSIDE.draftTitle,
    slug: 'not-yet',
    _status: 'draft',
  })
  await make('/api/events', {
    title: INSIDE.draftEvent,
    slug: 'old-mill',
    start: '2030-01-01T04:00:00.000Z',
    timeZone: 'Asia/Dushanbe',
    status: 'planned',
    _status: 'draft',
  })
  const quote = await make('/api/quotes', {
    text: INSIDE.quote,
    speaker: person.id,
    source: { relationTo: 'posts', value: post.id },
    spokenLanguage: 'en',
    consent: 'withdrawn',
  })

  const ids = {} as House['ids']
  const tokens = {} as House['tokens']
  const words: Record<Reader, string> = {
    pending: INSIDE.pendingText,
    approved: 'Thank you for writing about the canal.',
    spam: INSIDE.spamText,
    trash: INSIDE.trashText,
    withdrawn: INSIDE.withdrawnText,
    answering: 'We had water at noon.',
  }
  const write = async (reader: Reader, more: object = {}) => {
    const told = await own('/api/v1/comments', {
      body: {
        on: 'posts/water-by-day',
        name: `Reader ${reader}`,
        email: READERS[reader],
        body: words[reader],
        notify: 'replies',
        ...more,
      },
    })
    ids[reader] = told.id
    tokens[reader] = told.manageToken
  }
  const move = (id: string, status: string, why?: string) =>
    own(`/api/comments/${id}`, { method: 'PATCH', body: { status, why } }, admin.token)
  for (const reader of ['approved', 'pending', 'spam', 'trash', 'withdrawn'] as const) await write(reader)
  await move(ids.approved, 'approved')
  await write('answering', { parent: ids.approved })
  await move(ids.answering, 'approved')
  await move(ids.spam, 'spam')
  await move(ids.trash, 'approved')
  await move(ids.trash, 'trash', INSIDE.why)
  await own(`/api/v1/comments/${ids.withdrawn}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${tokens.withdrawn}` },
  }).catch((error: unknown) => {
    // It answers without a body.
    if (!(error instanceof SyntaxError)) throw error
  })

  const keyed = `users API-Key ${apiKey}`
  const as = (who: Person | string, path: string, attempt: Attempt = {}) =>
    target.ask(path, {
      ...attempt,
      who: who === author || who === keyed ? 'insider' : 'staff',
      headers: {
        ...attempt.headers,
        authorization: typeof who === 'string' ? who : `JWT ${who.token}`,
      },
    })
  return {
    target,
    ids,
    tokens,
    post: post.id,
    draft: draft.id,
    quote: quote.id,
    admin,
    editor,
    author,
    moderator,
    apiKey: keyed,
    as,
    json: read,
  }
}

/** One way of trying, and what has to come of it. */
export type Probe = { name: string; run: (house: House) => Promise<void> }

/** A probe that is one request: who asks, what, and which answers are right. */
export const tries = (
  name: string,
  path: string | ((house: House) => string),
  wanted: number | number[],
  attempt: Attempt | ((house: House) => Attempt) = {},
  check?: (reply: Reply, house: House) => void,
): Probe => ({
  name,
  run: async (house) => {
    const address = typeof path === 'string' ? path : path(house)
    const reply = await house.target.ask(address, typeof attempt === 'function' ? attempt(house) : attempt)
    const right = [wanted].flat()
    expect(right, `${address} answered ${reply.status} ${reply.text.slice(0, 300)}`).toContain(reply.status)
    check?.(reply, house)
  },
})

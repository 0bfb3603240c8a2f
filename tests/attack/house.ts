import { codeAt } from '../../src/staff/totp.ts'
import { bodyOf, paragraph, text } from '../support/article.ts'
import { ADMIN, until } from '../support/server.ts'
import type { Secret } from './forms.ts'
import { EDITORS_PASSWORD, INSIDE, NEVER, type Reader, READERS } from './secrets.ts'
import { type Asker, type Attempt, read, type Reply, type Target } from './target.ts'

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
  /** Who signs in with a one-time code besides the password. */
  guarded: Person & { email: string; password: string }
  /** The user of a front end, and what it sends along. */
  frontEnd: string
  apiKey: string
  /** The entry of the comment that was sealed. */
  threat: string
  /** A mail in the outbox. */
  mail: string
  /** What nobody but its owner may meet, with what was made here. */
  never: Secret[]
  as: (who: Person | string, path: string, attempt?: Attempt) => Promise<Reply>
  move: (reader: Reader, status: string, why?: string) => Promise<unknown>
  /** Several processes hear of a move within a second; until then they may answer differently. */
  untilShown: (reader: Reader) => Promise<void>
}

/** How long processes take at most to hear of what another wrote, in milliseconds (src/platform/drops.ts). */
const ALL_HEAR = 1000

const RHUBARB = 'a field of wild rhubarb'

export async function furnish(target: Target): Promise<House> {
  const own = async (path: string, attempt: Attempt, token?: string) => {
    const headers = { ...attempt.headers, ...(token && { authorization: `JWT ${token}` }) }
    const reply = await target.ask(path, { ...attempt, headers, who: 'owner' })
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
    const password = role === 'editor' ? EDITORS_PASSWORD : RHUBARB
    await make('/api/users', { name, email, role, password, notices: 'at-once' })
    return signIn(email, password)
  }
  const editor = await hire('Editor', INSIDE.editor, 'editor')
  const author = await hire('Author', INSIDE.author, 'author')
  const moderator = await hire('Moderator', 'moderator@newsroom.example', 'moderator')
  const translator = { email: 'translator@newsroom.example', password: RHUBARB }
  const guarded = { ...translator, ...(await hire('Translator', translator.email, 'translator')) }
  const factors = await setUpFactor((path, body) =>
    own(`/api/users/second-factor/${path}`, { body }, guarded.token),
  )
  const apiKey = 'b9d1c7c0-4c8f-4f43-9c55-0a4f6a7f7a10'
  const frontEnd = await make('/api/users', {
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
    threat: INSIDE.threatText,
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
  const move: House['move'] = (reader, status, why) =>
    own(`/api/comments/${ids[reader]}`, { method: 'PATCH', body: { status, why } }, admin.token)
  for (const reader of ['approved', 'pending', 'spam', 'trash', 'threat', 'withdrawn'] as const)
    await write(reader)
  await move('spam', 'spam')
  await move('trash', 'approved')
  await move('trash', 'trash', INSIDE.why)
  // The last to change the thread: by it is known who has heard of all moves.
  await move('approved', 'approved')
  // Waits until a test lets it through.
  await write('answering', { parent: ids.approved })
  await own(
    '/api/threats/seal',
    { body: { id: ids.threat, revision: 0, tell: [editor.id], withText: false } },
    moderator.token,
  )
  const firstOf = async (slug: string) =>
    (await own(`/api/${slug}?limit=1`, {}, admin.token)).docs[0].id as string
  await own(`/api/v1/comments/${ids.approved}/reports`, {
    body: { reason: 'threat', note: INSIDE.reportNote },
  })
  await own('/api/v1/privacy/requests', { body: { email: READERS.trash, kind: 'copy' } })
  await own(`/api/v1/comments/${ids.withdrawn}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${tokens.withdrawn}` },
  }).catch((error: unknown) => {
    // It answers without a body.
    if (!(error instanceof SyntaxError)) throw error
  })

  const keyed = `users API-Key ${apiKey}`
  const askerOf = (who: Person | string): Asker =>
    who === keyed ? 'key' : who === author ? 'author' : who === admin ? 'administrator' : 'desk'
  const as: House['as'] = (who, path, attempt = {}) =>
    target.ask(path, {
      who: askerOf(who),
      ...attempt,
      headers: {
        ...attempt.headers,
        authorization: typeof who === 'string' ? who : `JWT ${who.token}`,
      },
    })
  const untilShown: House['untilShown'] = (reader) => {
    let since = Infinity
    return until(
      async () => {
        const thread = () => target.ask('/api/v1/comments?on=posts/water-by-day')
        const answers = await Promise.all(Array.from({ length: 16 }, thread))
        // The one that made the move is right at once; the count of another may still be that of before.
        const agree = answers.every(({ text }) => text === answers[0]!.text && text.includes(ids[reader]))
        since = agree ? Math.min(since, Date.now()) : Infinity
        // All sixteen may have come to one process while another was busy.
        return Date.now() - since >= ALL_HEAR
      },
      { milliseconds: 10_000, what: `every process shows the comment “${reader}”` },
    )
  }
  await untilShown('approved')
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
    guarded,
    frontEnd: frontEnd.id,
    apiKey: keyed,
    threat: await firstOf('threats'),
    mail: await firstOf('mails'),
    never: [...NEVER, ...factors],
    as,
    move,
    untilShown,
  }
}

/** A second factor as somebody with an app sets it up: what nobody else may ever learn of it. */
async function setUpFactor(ask: (path: string, body: object) => Promise<any>): Promise<Secret[]> {
  const { secret, uri } = await ask('start', { password: RHUBARB })
  const { recoveryCodes } = await ask('confirm', { code: codeAt({ secret, now: new Date() }) })
  const [code] = recoveryCodes as string[]
  return [
    { name: 'secret of one-time codes', value: secret },
    { name: 'address by which an app is set up', value: uri },
    { name: 'recovery code', value: code! },
    { name: 'recovery code, run together', value: code!.replaceAll('-', '') },
  ]
}

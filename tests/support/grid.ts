import { randomUUID } from 'node:crypto'

import sharp from 'sharp'

import { POST } from '../../src/app/(payload)/api/graphql/route.ts'
import { ROLES } from '../../src/platform/access.ts'
import { bodyOf, paragraph, text } from './article.ts'
import { type Ovoz, PASSWORD } from './ovoz.ts'

export const ACTORS = ['stranger', ...ROLES] as const
export type Actor = (typeof ACTORS)[number]
/** The `as` of a request. */
export const as = (actor: Actor) => (actor === 'stranger' ? undefined : actor)

let made = 0
const next = () => `row ${++made}`
const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#3a7' } })
  .png()
  .toBuffer()

type Owner = string | null
type Kit = {
  /** A row; one that the public sees, or one that it does not, where there is a difference. */
  data: (row: {
    isPublic: boolean
    owner: Owner
  }) => Record<string, unknown> | Promise<Record<string, unknown>>
  /** A change, and what it leaves in the row. */
  change: Record<string, unknown>
}

/** How a row of each collection is made and changed. `ids` are of rows that others lead to. */
export function kitsOf(ids: { admin: string; person: string; post: string }): Record<string, Kit> {
  const article = (isPublic: boolean, owner: Owner) => ({
    title: next(),
    body: bodyOf(paragraph(text('A few words.'))),
    _status: isPublic ? 'published' : 'draft',
    owner,
  })
  const named: Kit = { data: () => ({ name: next() }), change: { name: 'Changed' } }
  const user = () => ({
    name: next(),
    email: `${next().replace(' ', '-')}@newsroom.example`,
    password: PASSWORD,
    role: 'author',
  })
  return {
    posts: { data: ({ isPublic, owner }) => article(isPublic, owner), change: { lead: 'Changed' } },
    events: {
      data: ({ isPublic, owner }) => ({
        ...article(isPublic, owner),
        start: '2030-01-01T04:00:00.000Z',
        timeZone: 'Asia/Dushanbe',
        status: 'planned',
      }),
      change: { onlineUrl: 'https://changed.example' },
    },
    quotes: {
      data: ({ isPublic, owner }) => ({
        text: next(),
        speaker: ids.person,
        consent: isPublic ? 'given' : 'asked',
        owner,
      }),
      change: { spokenLanguage: 'changed' },
    },
    comments: {
      data: ({ isPublic }) => ({
        id: randomUUID(),
        body: next(),
        name: 'Nigora',
        on: { relationTo: 'posts', value: ids.post },
        status: isPublic ? 'approved' : 'pending',
      }),
      change: { status: 'trash' },
    },
    people: named,
    organizations: named,
    tags: named,
    media: { data: () => ({ alt: next() }), change: { credit: 'Changed' } },
    users: { data: user, change: { name: 'Changed' } },
    'comment-private': { data: () => ({ comment: next(), email: 'sealed' }), change: { email: 'changed' } },
    consents: {
      data: () => ({ key: next(), writer: 'mark', scope: 'all' }),
      change: { stoppedAt: '2099-01-01T00:00:00.000Z' },
    },
    notices: {
      data: () => ({ key: next(), kind: 'answer', writer: 'mark', thread: 'posts/1', comment: '1' }),
      change: { why: 'changed' },
    },
    'reader-links': {
      data: () => ({
        digest: next(),
        allows: 'stop',
        writer: 'mark',
        thread: 'posts/1',
        locale: 'en',
        expiresAt: '2099-01-01T00:00:00.000Z',
      }),
      change: { writer: 'changed' },
    },
    'former-slugs': {
      data: () => ({ key: next(), document: 'posts/1' }),
      change: { document: 'posts/2' },
    },
    ledger: {
      data: () => ({ key: next(), value: '1', expiresAt: '2099-01-01T00:00:00.000Z' }),
      change: { value: 'changed' },
    },
    webhooks: {
      data: () => ({ name: next(), url: 'https://93.184.216.34/', events: ['post.published'] }),
      change: { name: 'Changed' },
    },
    deliveries: {
      data: () => ({
        event: 'webhook.test',
        status: 'sent',
        attempts: 1,
        messageId: `msg_${next()}`,
        message: { type: 'webhook.test' },
      }),
      change: { status: 'waiting' },
    },
    audit: { data: () => ({ act: 'move', by: next() }), change: { why: 'changed' } },
    upcoming: {
      data: () => ({ key: `posts/${next()}`, at: '2099-01-01T00:00:00.000Z' }),
      change: { at: '2099-01-02T00:00:00.000Z' },
    },
    mails: {
      data: () => ({ kind: 'test', once: next(), status: 'sent', attempts: 1 }),
      change: { status: 'waiting' },
    },
    awaiting: {
      data: () => ({ comment: next(), at: '2099-01-01T00:00:00.000Z' }),
      change: { comment: 'changed' },
    },
    'moderator-mail': { data: () => ({ user: next(), comments: [] }), change: { user: 'changed' } },
    'spam-model': {
      data: () => ({ key: next(), model: {}, upTo: '2099-01-01T00:00:00.000Z 1' }),
      change: { key: 'changed' },
    },
    'spam-lessons': {
      data: () => ({ comment: next(), kind: 'spam', mark: 'mark' }),
      change: { mark: 'changed' },
    },
    'payload-jobs': {
      data: () => ({ taskSlug: 'schedulePublish', input: { type: 'publish' }, queue: 'default' }),
      change: { queue: 'changed' },
    },
    'payload-kv': { data: () => ({ key: next(), data: { a: 1 } }), change: { key: 'changed' } },
    'payload-locked-documents': {
      data: ({ owner }) => ({
        document: { relationTo: 'posts', value: ids.post },
        user: { relationTo: 'users', value: owner ?? ids.admin },
      }),
      change: { globalSlug: 'changed' },
    },
    'payload-migrations': { data: () => ({ name: next(), batch: 1 }), change: { name: 'changed' } },
    'payload-preferences': { data: () => ({ key: next(), value: { a: 1 } }), change: { key: 'changed' } },
  }
}

/** Makes a row as the system does. A preference is made as its owner, since Payload writes down who asks. */
export async function makeRow(ovoz: Ovoz, slug: string, kit: Kit, row: { isPublic: boolean; owner: Owner }) {
  const data = await kit.data(row)
  const file = { data: await picture, mimetype: 'image/png', name: `${randomUUID()}.png`, size: 1 }
  const made = await ovoz.payload.create({
    collection: slug as 'tags',
    data: data as never,
    depth: 0,
    overrideAccess: true,
    ...(slug === 'media' && { file }),
    ...(slug === 'payload-preferences' && { user: { id: row.owner, collection: 'users' } as never }),
  })
  return String(made.id)
}

/** The body of a request that would make such a row. */
export async function bodyFor(slug: string, kit: Kit, owner: Owner) {
  const data = await kit.data({ isPublic: false, owner })
  if (slug !== 'media') return data
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await picture)], `${randomUUID()}.png`, { type: 'image/png' }))
  form.set('_payload', JSON.stringify(data))
  return form
}

/** What is really kept of a row: the document and the newest draft of it. */
export async function stored(ovoz: Ovoz, slug: string, id: string) {
  const read = (draft: boolean) =>
    ovoz.payload.findByID({
      collection: slug as 'tags',
      id,
      depth: 0,
      draft,
      disableErrors: true,
      overrideAccess: true,
      showHiddenFields: true,
    })
  return { kept: await read(false), draft: await read(true) } as Record<'kept' | 'draft', any>
}

export const countOf = async (ovoz: Ovoz, slug: string) =>
  (await ovoz.payload.count({ collection: slug as 'tags', overrideAccess: true })).totalDocs

/** Signs in a user that `signUp` made, and gives the header that says so. */
export async function authorizationOf(ovoz: Ovoz, actor: Actor): Promise<Record<string, string>> {
  if (actor === 'stranger') return {}
  if (actor === 'frontend') return { authorization: 'users API-Key key-of-frontend' }
  const body = { email: `${actor}@newsroom.example`, password: PASSWORD }
  return { authorization: `JWT ${(await ovoz.rest('/users/login', { body })).body.token}` }
}

type GraphQLAnswer = { data?: any; errors?: { message: string }[] }

/** GraphQL by the route handler itself: any body, as who. */
export async function postGraphQL(
  ovoz: Ovoz,
  body: string,
  { actor, headers }: { actor: Actor; headers?: Record<string, string> },
): Promise<{ status: number; body: GraphQLAnswer }> {
  const request = new Request('http://localhost:3000/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await authorizationOf(ovoz, actor)), ...headers },
    body,
  })
  const response = await POST(request)
  return { status: response.status, body: (await response.json()) as GraphQLAnswer }
}

export const graphql = async (ovoz: Ovoz, query: string, actor: Actor = 'stranger') =>
  (await postGraphQL(ovoz, JSON.stringify({ query }), { actor })).body

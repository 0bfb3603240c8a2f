// Fills the empty database that the settings name with the benchmark's content, and ends. A process of its own: it
// loads the product's configuration, and the settings are read while that is loaded.
import { randomBytes } from 'node:crypto'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { v7 as uuid } from 'uuid'

import config from '../payload.config.ts'
import { visibilityOf, queueOf } from '../src/comments/moderation.ts'
import { threadKey } from '../src/content/subject-store.ts'
import { type Locale, LOCALES } from '../src/contract/index.ts'
import { bodyOf } from '../src/demo/body.ts'
import { keepNames } from '../src/demo/names.ts'
import { keepPictures } from '../src/demo/pictures.ts'
import { vault } from '../src/platform/crypto.ts'
import { openPayload } from '../src/platform/open.ts'
import { rebuildIndex } from '../src/search/rebuild.ts'
import { HOT, type Sizes } from './sizes.ts'
import { articleParts, type Draw, drawFrom, pick, prose, sentence } from './words.ts'

const sizes = JSON.parse(process.argv[2]!) as Sizes
const MINUTE = 60_000
/** Fewer than a turn of the embedded database may last. */
const ROWS_A_TURN = 250

const inEach = <T>(make: (locale: Locale) => T) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>

/** Keeps many rows, a few hundred in each transaction: one by one, the disk would be waited for each time. */
async function keepAll<T>(
  payload: Payload,
  rows: T[],
  keep: (row: T, req: PayloadRequest) => Promise<unknown>,
) {
  for (let at = 0; at < rows.length; at += ROWS_A_TURN) {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    for (const row of rows.slice(at, at + ROWS_A_TURN)) await keep(row, req)
    await commitTransaction(req)
  }
}

/** Articles straight through the adapter, in all languages at once, each with the version the panel opens. */
async function keepArticles(payload: Payload, draw: Draw, now: number): Promise<string[]> {
  const pictures = Object.values(await keepPictures({ payload }))
  const names = await keepNames({ payload })
  const [people, tags] = [Object.values(names.people), Object.values(names.tags)]
  const ids: string[] = []
  const all = Array.from({ length: sizes.articles }, (_, n) => n)
  await keepAll(payload, all, async (n, req) => {
    const at = new Date(now - (n + 1) * 7 * MINUTE).toISOString()
    const image = pick(draw, pictures)
    const data = {
      title: inEach((locale) => sentence(draw, locale, 7).replace('.', ` ${n + 1}`)),
      lead: inEach((locale) => prose(draw, locale, 30)),
      body: inEach((locale) => bodyOf(articleParts(draw, locale, image))),
      slug: n === 0 ? HOT : `article-${n + 1}`,
      publishedAt: at,
      image,
      authors: [pick(draw, people)],
      tags: [...new Set([pick(draw, tags), pick(draw, tags)])],
      sourceLanguage: 'en',
      comments: { state: 'open' },
      _status: 'published',
      createdAt: at,
      updatedAt: at,
    }
    // The adapter may change what it is given.
    const doc = await payload.db.create({ collection: 'posts', data: structuredClone(data), req })
    ids.push(String(doc.id))
    await payload.db.createVersion({
      collectionSlug: 'posts',
      parent: doc.id,
      versionData: data,
      autosave: false,
      createdAt: at,
      updatedAt: at,
      returning: false,
      req,
    })
  })
  return ids
}

type Placed = { id: string; root: string; parent: string | null; depth: number; post: string; at: number }

/** People answer what is new: one of so many that came last. */
const LATEST = 40

/** Where comments stand: one half on top, three tenths one step below, the rest two. In the order of time. */
function placeComments(posts: string[], draw: Draw, now: number): Placed[] {
  const placed: Placed[] = []
  const levels = new Map<string, [Placed[], Placed[], Placed[]]>()
  for (let n = 0; n < sizes.comments; n++) {
    // The hot thread grows among the others: neighbours in time are not neighbours in a thread.
    const isHot = (n * sizes.hotComments) % sizes.comments < sizes.hotComments
    const post = isHot ? posts[0]! : posts[1 + Math.floor(draw() ** 2 * (posts.length - 1))]!
    const [top, second, third] = levels.get(post) ?? levels.set(post, [[], [], []]).get(post)!
    const lot = draw()
    const parent =
      lot < 0.5 ? null : lot < 0.8 ? pick(draw, top.slice(-LATEST)) : pick(draw, second.slice(-LATEST))
    const at = now - (sizes.comments - n) * 300
    const id = uuid({ msecs: at })
    const depth = parent ? parent.depth + 1 : 0
    const comment = { id, root: parent?.root ?? id, parent: parent?.id ?? null, depth, post, at }
    ;[top, second, third][depth]!.push(comment)
    placed.push(comment)
  }
  return placed
}

async function keepComments(payload: Payload, posts: string[], draw: Draw, now: number) {
  await keepAll(payload, placeComments(posts, draw, now), async (one, req) => {
    const at = new Date(one.at).toISOString()
    const writer = Math.floor(draw() * 4000)
    const locale = pick(draw, LOCALES)
    await payload.db.create({
      collection: 'comments',
      data: {
        id: one.id,
        on: { relationTo: 'posts', value: one.post },
        parent: one.parent,
        name: `Reader ${writer}`,
        url: writer % 10 === 0 ? `https://reader${writer}.example` : null,
        body: prose(draw, locale, 12 + Math.floor(draw() * 40)),
        locale,
        isStaff: false,
        status: 'approved',
        visibility: visibilityOf({ status: 'approved', wasShown: true }),
        queue: queueOf('approved'),
        thread: threadKey({ type: 'posts', id: one.post }),
        root: one.root,
        depth: one.depth,
        revision: 1,
        moves: [{ id: randomBytes(12).toString('hex'), at, from: 'pending', to: 'approved', by: 'system' }],
        createdAt: at,
        updatedAt: at,
      },
      returning: false,
      req,
    })
    const address = `reader${writer}@bench.example`
    await payload.db.create({
      collection: 'comment-private',
      data: {
        comment: one.id,
        email: vault.seal({ value: address, place: `comment ${one.id}` }),
        writer: vault.index('writer', address),
      },
      returning: false,
      req,
    })
  })
}

const payload = await openPayload(config)
const draw = drawFrom(1)
const now = Date.now()
const posts = await keepArticles(payload, draw, now)
await keepComments(payload, posts, draw, now)
// Else the server would make it in the background of what is measured.
await rebuildIndex({ payload })
await payload.destroy()
process.exit(0)

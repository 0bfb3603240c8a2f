import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

import { type Engine, TITLE_WEIGHT, type Transaction } from './full-text-engine.ts'
import type { Query } from './words.ts'

type Row = {
  _id: string
  kind: string
  document: string
  publicFrom: string
  title: string
  body: string
  kept: string
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`

/** A word in a row of words; both sides have spaces round every word. Words hold letters and digits only. */
const asWord = (stem: string) => new RegExp(` ${stem.replace(/[^\p{L}\p{N}]/gu, '')} `)

/** The text index finds whoever has one of the words; these let through who has them all. */
const allOf = ({ stems }: Query) =>
  stems.map((stem) => ({ $or: [{ title: asWord(stem) }, { body: asWord(stem) }] }))

const inTitle = ({ stems }: Query) => ({
  $and: stems.map((stem) => ({ $regexMatch: { input: '$title', regex: asWord(stem) } })),
})

/** MongoDB's text index looks for whole words, in any of their forms; it knows no beginnings of words. */
export function mongoEngine(payload: Payload): Engine {
  const adapter = payload.db as unknown as MongooseAdapter
  const rows = () => adapter.connection.db!.collection<Row>('search-index')
  const within = (transaction: Transaction) => {
    const session = transaction === undefined ? undefined : adapter.sessions[transaction]
    return session ? { session } : {}
  }

  return {
    prepare: async () => {
      // Without a language of its own: the words come folded and stemmed.
      await rows().createIndex(
        { title: 'text', body: 'text' },
        {
          name: 'words',
          weights: { title: TITLE_WEIGHT, body: 1 },
          default_language: 'none',
          language_override: 'textLanguage',
        },
      )
      await rows().createIndex({ kind: 1, document: 1 }, { name: 'documents' })
    },

    put: async ({ kind, id, publicFrom, title, body, kept }, transaction) => {
      await rows().replaceOne(
        { _id: keyOf({ kind, id }) },
        { kind, document: id, publicFrom, title: ` ${title} `, body: ` ${body} `, kept },
        { upsert: true, ...within(transaction) },
      )
    },

    drop: async (key, transaction) => {
      await rows().deleteOne({ _id: keyOf(key) }, within(transaction))
    },

    find: async ({ query, now, kind, offset, limit }) => {
      const [answer] = await rows()
        .aggregate<{ page: Row[]; total: { n: number }[] }>([
          {
            $match: {
              $text: { $search: query.stems.join(' ') },
              publicFrom: { $lte: now.toISOString() },
              ...(kind !== undefined && { kind }),
              $and: allOf(query),
            },
          },
          {
            $project: {
              kind: 1,
              document: 1,
              publicFrom: 1,
              isTitle: { $cond: [inTitle(query), 1, 0] },
              score: { $meta: 'textScore' },
            },
          },
          { $sort: { isTitle: -1, score: -1, publicFrom: -1, _id: 1 } },
          { $facet: { page: [{ $skip: offset }, { $limit: limit }], total: [{ $count: 'n' }] } },
        ])
        .toArray()
      const page = answer?.page ?? []
      return {
        found: page.map(({ kind, document, publicFrom }) => ({ kind, id: document, publicFrom })),
        total: answer?.total[0]?.n ?? 0,
      }
    },

    read: async (keys) => {
      const found = await rows()
        .find({ _id: { $in: keys.map(keyOf) } }, { projection: { kept: 1 } })
        .toArray()
      const byKey = new Map(found.map((row) => [row._id, row.kept]))
      return keys.map((key) => byKey.get(keyOf(key)) ?? '')
    },

    list: async ({ kind, after, limit }) => {
      const found = await rows()
        .find(
          { kind, document: { $gt: after } },
          { projection: { document: 1 }, sort: { document: 1 }, limit },
        )
        .toArray()
      return found.map(({ document }) => document)
    },
  }
}

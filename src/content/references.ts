import type { Payload } from 'payload'

import type { Uses } from '../platform/tags.ts'
import { idOf, isBody, referencesIn } from './body.ts'
import type { Doc, Kind } from './kinds.ts'
import { findByIds } from './store.ts'

/** The documents that others refer to, by kind and id. */
export type References = { [K in Kind]: Map<string, Doc<K>> }

type Wanted = Partial<Record<Kind, unknown[]>>

const bodiesOf = (body: unknown): unknown[] => (isBody(body) ? [body] : Object.values((body ?? {}) as object))

/** What a document's rich text refers to, in all its languages. */
function wantedByBody(body: unknown): Wanted {
  const states = bodiesOf(body).filter(isBody)
  return {
    quotes: states.flatMap((state) => referencesIn({ body: state, collection: 'quotes' })),
    media: states.flatMap((state) => referencesIn({ body: state, collection: 'media' })),
  }
}

/** What a document refers to and its public answer shows. */
const WANTED: { [K in Kind]?: (doc: Doc<K>) => Wanted[] } = {
  posts: ({ authors, tags, image, seo, event, body }) => [
    { people: authors ?? [], tags: tags ?? [], media: [image, seo?.image], events: [event] },
    wantedByBody(body),
  ],
  events: ({ organizers, partners, speakers, agenda, tags, image, body }) => [
    {
      organizations: [
        ...(organizers ?? []),
        ...(partners ?? []),
        ...(speakers ?? []).map((one) => one.organization),
      ],
      people: [
        ...(speakers ?? []).map((one) => one.person),
        ...(agenda ?? []).flatMap((one) => one.speakers ?? []),
      ],
      tags: tags ?? [],
      media: [image],
    },
    wantedByBody(body),
  ],
  quotes: ({ speaker, organization, tags, source }) => [
    { people: [speaker], organizations: [organization], tags: tags ?? [] },
    source ? { [source.relationTo]: [source.value] } : {},
  ],
  people: ({ organization, image }) => [{ organizations: [organization], media: [image] }],
  organizations: ({ logo }) => [{ media: [logo] }],
}

/**
 * Loads what the given documents refer to, and what that refers to, in one query for each kind and step: three
 * steps at most, whatever the number of documents.
 */
export async function findReferences({
  payload,
  docs,
  now,
  uses,
}: {
  payload: Payload
  docs: { [K in Kind]?: Doc<K>[] }
  now: Date
  uses: Uses
}): Promise<References> {
  const found: References = {
    posts: new Map(),
    events: new Map(),
    quotes: new Map(),
    people: new Map(),
    organizations: new Map(),
    tags: new Map(),
    media: new Map(),
  }
  const asked = new Set<string>()
  let frontier = docs as Partial<Record<Kind, unknown[]>>
  for (let step = 0; step < 3 && Object.keys(frontier).length; step++) {
    const wanted = new Map<Kind, Set<string>>()
    for (const [kind, list] of Object.entries(frontier) as [Kind, never[]][]) {
      for (const wish of list.flatMap((doc) => WANTED[kind]?.(doc) ?? [])) {
        for (const [target, values] of Object.entries(wish) as [Kind, unknown[]][]) {
          for (const id of values.map(idOf)) {
            if (!id || asked.has(`${target}/${id}`)) continue
            asked.add(`${target}/${id}`)
            wanted.set(target, (wanted.get(target) ?? new Set()).add(id))
          }
        }
      }
    }
    const loaded = await Promise.all(
      [...wanted].map(
        async ([kind, ids]) => [kind, await findByIds({ payload, kind, ids: [...ids], now, uses })] as const,
      ),
    )
    for (const [kind, list] of loaded) for (const doc of list) found[kind].set(String(doc.id), doc as never)
    frontier = Object.fromEntries(loaded)
  }
  return found
}

import type { Payload } from 'payload'

import { tag, type Uses } from '../platform/tags.ts'
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
  quotes: ({ speaker, organization, tags }) => [
    { people: [speaker], organizations: [organization], tags: tags ?? [] },
  ],
  people: ({ organization, image }) => [{ organizations: [organization], media: [image] }],
  organizations: ({ logo }) => [{ media: [logo] }],
}

/** What a document names only, and shows nothing else of. */
const NAMED: { [K in Kind]?: (doc: Doc<K>) => Wanted[] } = {
  quotes: ({ source }) => (source ? [{ [source.relationTo]: [source.value] }] : []),
}

/** Public documents by their ids, of which the answer shows the title and the address. */
export function findNamed<K extends Kind>({
  uses,
  ...asked
}: {
  payload: Payload
  kind: K
  ids: string[]
  now: Date
  uses: Uses
}) {
  for (const id of asked.ids) uses.add(tag.name(asked.kind, id))
  return findByIds({ ...asked, uses: new Set() })
}

/**
 * Loads what the given documents refer to, and what that refers to, in one query for each kind and step: three
 * steps at most, whatever the number of documents. The given ones are among what is found.
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
  // What is given is there; it is not asked for again.
  for (const [kind, list] of Object.entries(docs) as [Kind, Doc<Kind>[]][]) {
    for (const doc of list) {
      found[kind].set(String(doc.id), doc as never)
      asked.add(`${kind}/${doc.id}`)
    }
  }
  let frontier = docs as Partial<Record<Kind, unknown[]>>
  for (let step = 0; step < 3 && Object.keys(frontier).length; step++) {
    const wantedBy = (wishes: typeof WANTED) => {
      const wanted = new Map<Kind, Set<string>>()
      for (const [kind, list] of Object.entries(frontier) as [Kind, never[]][]) {
        for (const wish of list.flatMap((doc) => wishes[kind]?.(doc) ?? [])) {
          for (const [target, values] of Object.entries(wish) as [Kind, unknown[]][]) {
            for (const id of values.map(idOf)) {
              if (!id || asked.has(`${target}/${id}`)) continue
              asked.add(`${target}/${id}`)
              wanted.set(target, (wanted.get(target) ?? new Set()).add(id))
            }
          }
        }
      }
      return [...wanted].map(([kind, ids]) => ({ payload, kind, ids: [...ids], now, uses }))
    }
    // What is shown as well as named is shown.
    const [wanted, named] = [wantedBy(WANTED), wantedBy(NAMED)]
    const load = (asking: typeof wanted, find: typeof findByIds) =>
      Promise.all(asking.map(async (one) => [one.kind, await find(one)] as const))
    const [loaded, names] = await Promise.all([load(wanted, findByIds), load(named, findNamed)])
    for (const [kind, list] of [...loaded, ...names])
      for (const doc of list) found[kind].set(String(doc.id), doc as never)
    frontier = Object.fromEntries(loaded)
  }
  return found
}

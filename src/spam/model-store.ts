import type { Payload, PayloadRequest } from 'payload'

import { part } from '../platform/parts.ts'
import { tag } from '../platform/tags.ts'
import { emptyModel, FEWEST_TRAINED, type Model } from './model.ts'

const system = { depth: 0, overrideAccess: true } as const
const KEY = 'model'

/** Dropped when something was learned. */
export const MODEL_TAG = tag.global('spam-model')

/** What was learned, and up to which move: its time and id; empty at the beginning. */
export type Learned = { id: string | null; model: Model; upTo: string }

export async function readLearned({
  payload,
  req,
}: {
  payload: Payload
  req?: PayloadRequest
}): Promise<Learned> {
  const { docs } = await payload.find({
    collection: 'spam-model',
    where: { key: { equals: KEY } },
    limit: 1,
    pagination: false,
    ...(req && { req }),
    ...system,
  })
  const [doc] = docs
  return doc
    ? { id: String(doc.id), model: doc.model as unknown as Model, upTo: doc.upTo }
    : { id: null, model: emptyModel(), upTo: '' }
}

export async function keepLearned({
  learned: { id, model, upTo },
  req,
}: {
  learned: Learned
  req: PayloadRequest
}) {
  const data = { key: KEY, model: model as unknown as Record<string, unknown>, upTo }
  if (id === null) await req.payload.create({ collection: 'spam-model', data, req, ...system })
  else await req.payload.update({ collection: 'spam-model', id, data, req, ...system })
}

/** The model, held in memory; null while it was taught too little to speak. */
export const readModel = async ({ payload }: { payload: Payload }): Promise<Model | null> =>
  part({ payload, key: 'spam model' }, async (own) => {
    own.add(MODEL_TAG)
    const { model } = await readLearned({ payload })
    return model.spam < FEWEST_TRAINED || model.honest < FEWEST_TRAINED ? null : model
  })

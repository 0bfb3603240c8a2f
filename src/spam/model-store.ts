import type { Payload } from 'payload'

import type { Model } from './model.ts'

export const readModel = (_: { payload: Payload }): Promise<Model | null> => Promise.resolve(null)

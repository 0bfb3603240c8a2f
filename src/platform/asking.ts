import type { Context } from 'hono'
import type { Payload } from 'payload'

import type { Locale } from '../contract/index.ts'
import { type Corridor, localeOf } from './api.ts'
import type { Uses } from './tags.ts'

/** What every question of the public door carries; `uses` gathers what its answer is made of. */
export type Asking = { payload: Payload; locale: Locale; now: Date; uses: Uses }

export const askingOf = (c: Context<Corridor>): Asking => ({
  payload: c.get('payload'),
  locale: localeOf(c),
  now: new Date(),
  uses: c.get('uses'),
})

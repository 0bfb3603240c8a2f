import type { PayloadRequest } from 'payload'

import type { Actor } from './moderation.ts'

/** By which way a move came. */
export type Way = 'panel' | 'mail' | 'rule' | 'api'

declare module 'payload' {
  interface RequestContext {
    /** By which way a move comes, where the request itself does not tell. */
    via?: Way
  }
}

/** The way a move comes by: what is said of it, else what the request shows. Nobody's move is that of a rule. */
export function wayOf({ req, actor }: { req: PayloadRequest; actor: Actor }): Way {
  if (req.context.via) return req.context.via
  if (actor === 'writer') return 'api'
  if (!req.user) return 'rule'
  return req.headers?.get('authorization') ? 'api' : 'panel'
}

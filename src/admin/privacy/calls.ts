import type { ErasureChoice } from '../../contract/index.ts'
import { ask, send } from '../ask.ts'

/** Who is meant: an address goes in the body of a request and nowhere else. */
export type Whom = { email: string } | { comment: string }
export type Found = { address: string; isKnown: boolean; summary: { comments: number } }
export type Erased = { comments: number; sealed: number }

/** What administrators do in the name of a reader. */
export function privacyCalls(api: string) {
  const at = `${api}/privacy`
  return {
    look: (whom: Whom) => ask<Found>(`${at}/look`, { body: whom }),
    copy: async (asked: Whom & { format: 'html' | 'json'; note: string }) => {
      const response = await send(`${at}/copy`, { body: asked })
      const disposition = response.headers.get('Content-Disposition') ?? ''
      return {
        blob: await response.blob(),
        name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'copy',
      }
    },
    erase: (asked: Whom & { choice: ErasureChoice; note: string }) =>
      ask<Erased>(`${at}/erase`, { body: { ...asked, sure: true } }),
  }
}

import type { ErasureChoice } from '../contract/index.ts'

/** Who is meant: an address goes in the body of a request and nowhere else. */
export type Whom = { email: string } | { comment: string }
export type Found = { address: string; isKnown: boolean; summary: { comments: number } }
export type Erased = { comments: number; sealed: number }
export type Answer<T> = { value: T } | { fault: string }

async function faultOf(response: Response, away: string): Promise<string> {
  const told = (await response.json().catch(() => null)) as { errors?: { message: string }[] } | null
  return told?.errors?.[0]?.message ?? away
}

/** What administrators do in the name of a reader. Nothing is thrown; `away` is said where nobody answers. */
export function privacyCalls({ api, away }: { api: string; away: string }) {
  async function ask<T>(
    path: string,
    body: object,
    read: (response: Response) => Promise<T>,
  ): Promise<Answer<T>> {
    try {
      const response = await fetch(`${api}/privacy/${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      return response.ok ? { value: await read(response) } : { fault: await faultOf(response, away) }
    } catch {
      return { fault: away }
    }
  }
  const json = <T>(response: Response) => response.json() as Promise<T>
  return {
    look: (whom: Whom) => ask('look', whom, json<Found>),
    copy: (asked: Whom & { format: 'html' | 'json'; note: string }) =>
      ask('copy', asked, async (response) => ({
        blob: await response.blob(),
        name: /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'copy',
      })),
    erase: (asked: Whom & { choice: ErasureChoice; note: string }) =>
      ask('erase', { ...asked, sure: true }, json<Erased>),
  }
}

import { expect } from 'vitest'

import type { House } from './house.ts'
import type { Attempt, Reply } from './target.ts'

/** One way of trying, and what has to come of it. */
export type Probe = { name: string; run: (house: House) => Promise<void> }

type Path = string | ((house: House) => string)
type Trying = Attempt | ((house: House) => Attempt)

const from = <T>(given: T | ((house: House) => T), house: House): T =>
  typeof given === 'function' ? (given as (house: House) => T)(house) : given

/** A probe that is one request: who asks, what, and which answers are right. */
export const tries = (
  name: string,
  path: Path,
  wanted: number | number[],
  attempt: Trying = {},
  check?: (reply: Reply, house: House) => void,
): Probe => ({
  name,
  run: async (house) => {
    const address = from(path, house)
    const reply = await house.target.ask(address, from(attempt, house))
    const right = [wanted].flat()
    expect(right, `${address} answered ${reply.status} ${reply.text.slice(0, 300)}`).toContain(reply.status)
    check?.(reply, house)
  },
})

/** What says no. 404 is among them, so that a path of ours is also asked for by one who may: see `closed`. */
export const CLOSED = [401, 403, 404, 405, 501]

const ASKING = {
  stranger: (house: House, path: string, attempt: Attempt) => house.target.ask(path, attempt),
  key: (house: House, path: string, attempt: Attempt) => house.as(house.apiKey, path, attempt),
  author: (house: House, path: string, attempt: Attempt) => house.as(house.author, path, attempt),
  moderator: (house: House, path: string, attempt: Attempt) => house.as(house.moderator, path, attempt),
  editor: (house: House, path: string, attempt: Attempt) => house.as(house.editor, path, attempt),
}
export type Outsider = keyof typeof ASKING
/** Who is nobody, and who is least. */
export const OUTSIDERS = ['stranger', 'key', 'author'] as const

type Way = {
  path: Path
  attempt?: Trying
  /** Who is refused. */
  to?: readonly Outsider[]
  /**
   * What an administrator asks, to show that the path is one: the same with an empty body, unless that would do something. `shut`:
   * nobody gets in there.
   */
  admin?: { path?: Path; attempt?: Attempt } | 'shut'
}

/** A way in that is closed to some, each of whom is a probe; and one more that it is there at all. */
export function closed(name: string, { path, attempt = {}, to = OUTSIDERS, admin = {} }: Way): Probe[] {
  const refusals = to.map((who): Probe => ({
    name: `${who}: ${name}`,
    run: async (house) => {
      const { status, text } = await ASKING[who](house, from(path, house), from(attempt, house))
      expect(CLOSED, `${from(path, house)} answered ${status} ${text.slice(0, 300)}`).toContain(status)
    },
  }))
  if (admin === 'shut') return refusals
  const isThere: Probe = {
    name: `administrator: ${name}, and the way is there`,
    run: async (house) => {
      const { method, body } = from(attempt, house)
      const own = admin.attempt ?? { ...(method && { method }), ...(body !== undefined && { body: {} }) }
      const address = from(admin.path ?? path, house)
      const { status, text } = await house.as(house.admin, address, own)
      expect([404, 405], `${address} answered ${status} ${text.slice(0, 300)}`).not.toContain(status)
      expect(status, text.slice(0, 300)).toBeLessThan(502)
      expect(status, text.slice(0, 300)).not.toBe(500)
    },
  }
  return [...refusals, isThere]
}

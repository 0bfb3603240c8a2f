import { createApi } from '../../src/api.ts'
import type { Ovoz } from './ovoz.ts'

/** Addresses below the public door, each by the name a test calls it. */
export type Addresses = Record<string, string>
type Seen = { isHit: boolean; status: number; body: string }

const inEnglish = { headers: { 'accept-language': 'en' } }
/** What names the one answer among all. */
const withoutTrace = (body: string) => body.replace(/"traceId":"[^"]*"/, '')

/** A set of public answers as the memory gives them, held against what is computed anew. */
export function rememberedBy(ovoz: Ovoz, addresses: Addresses) {
  // Another object, so that what is remembered for the database by its own is not known to it.
  const fresh = createApi(Object.create(ovoz.payload))

  async function see(path: string): Promise<Seen> {
    const answer = await ovoz.door.fetch(`/api/v1${path}`, inEnglish)
    return {
      isHit: answer.headers.get('cache-status') === 'ovoz; hit',
      status: answer.status,
      body: withoutTrace(await answer.text()),
    }
  }

  /** The same with no memory at all. */
  async function compute(path: string): Promise<Omit<Seen, 'isHit'>> {
    const answer = await fresh.request(`/api/v1${path}`, inEnglish)
    return { status: answer.status, body: withoutTrace(await answer.text()) }
  }

  /** Asks for everything, one after the other. */
  async function seeAll(): Promise<Map<string, Seen>> {
    const seen = new Map<string, Seen>()
    for (const [name, path] of Object.entries(addresses)) seen.set(name, await see(path))
    return seen
  }

  return {
    /** Fills the memory. What is an answer is kept from now on; the names of what is none are left out. */
    async warm() {
      await seeAll()
      const seen = await seeAll()
      const kept = [...seen].filter(([, { status }]) => status === 200)
      const missing = kept.filter(([, { isHit }]) => !isHit).map(([name]) => name)
      if (missing.length) throw new Error(`Not kept: ${missing.join(', ')}`)
      return new Map(kept)
    },

    /**
     * What has happened to the answers since they were warm: which are computed anew, which of these for nothing, since they
     * say what they said, and which are shown although they are no longer true.
     */
    async compare(before: Map<string, Seen>) {
      const dropped: string[] = []
      const forNothing: string[] = []
      const untrue: string[] = []
      for (const [name, was] of before) {
        const { isHit, status, body } = await see(addresses[name]!)
        const computed = await compute(addresses[name]!)
        if (!isHit) dropped.push(name)
        if (!isHit && computed.body === was.body && computed.status === was.status) forNothing.push(name)
        if (computed.body !== body || computed.status !== status) untrue.push(name)
      }
      return { dropped, forNothing, untrue }
    },
  }
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { stop, track } from './processes.ts'

/** One load: who is asked, by how many at once, for how long. */
export type Job = {
  url: string
  connections: number
  seconds: number
  headers?: Record<string, string>
  /** Addresses that are asked one after the other, in place of the one in `url`. */
  paths?: string[]
  /** Comments that are sent to `path`, on these articles in turn. */
  submit?: { path: string; on: string[] }
}

/** What came back. Times in milliseconds. */
export type Load = {
  requestsPerSecond: number
  p50: number
  p99: number
  requests: number
  bytesEach: number
  errors: number
  statuses: Record<string, number>
  seconds: number
  /** How many of `paths` were asked. */
  used: number
  /** The ids of the comments that were taken. */
  ids: string[]
}

/** The process that asks. */
export function startClient() {
  const child = track(fork(join(import.meta.dirname, 'client.mjs')))
  return {
    load: async (job: Job): Promise<Load> => {
      child.send(job)
      const [{ result, error }] = (await once(child, 'message')) as [{ result?: Load; error?: string }]
      if (!result) throw new Error(`A load failed: ${error}`)
      return result
    },
    stop: () => stop(child),
  }
}
export type Client = ReturnType<typeof startClient>

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (!sorted.length) return NaN
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The median of each figure over several loads. */
export const middle = (loads: Load[]) => ({
  requestsPerSecond: median(loads.map((one) => one.requestsPerSecond)),
  p50: median(loads.map((one) => one.p50)),
  p99: median(loads.map((one) => one.p99)),
})

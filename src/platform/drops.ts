import { randomUUID } from 'node:crypto'

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'

import { afterCommit, watchCommits } from './commits.ts'

/** How often other processes are listened to, in milliseconds; within twice that all agree. */
const EVERY = 400

/** How long an announcement is looked for, in milliseconds: longer than the longest transaction, which may commit late. */
const WINDOW = 90_000

/** How long an announcement stays in the ledger, in milliseconds. */
const KEPT = 5 * 60_000

const collection = 'ledger'
/** `drop:<time-ordered id>:<process>`; what sorts after all of them is `drop;`. */
const keyFor = (msecs: number) => `drop:${uuid({ msecs })}`

type Listener = {
  /** The tags a write has touched, here or in another process. */
  drop: (tags: readonly string[]) => void
  /** Announcements may have been missed: nothing made before now can be relied on. */
  clear: () => void
}

type Station = { process: string; listeners: Set<Listener> }
const stations = new WeakMap<Payload, Station>()

function stationOf(payload: Payload): Station {
  let station = stations.get(payload)
  if (!station) {
    watchCommits(payload)
    station = { process: randomUUID().slice(0, 8), listeners: new Set() }
    stations.set(payload, station)
  }
  return station
}

/**
 * Announces the tags a write touches. It is written down in the write's own transaction, so that other processes
 * learn of it exactly when the write stands; listeners of this process are told right after the commit.
 */
export async function announceDrop({ req, tags }: { req: PayloadRequest; tags: Iterable<string> }) {
  const list = [...new Set(tags)]
  if (!list.length) return
  const { payload } = req
  const station = stationOf(payload)
  const now = Date.now()
  await payload.create({
    collection,
    data: {
      key: `${keyFor(now)}:${station.process}`,
      value: JSON.stringify(list),
      expiresAt: new Date(now + KEPT).toISOString(),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await afterCommit(req, () => {
    for (const { drop } of station.listeners) drop(list)
  })
}

/** The same for what no request changes. */
export async function announceDropNow({ payload, tags }: { payload: Payload; tags: Iterable<string> }) {
  await announceDrop({ req: await createLocalReq({}, payload), tags })
}

/**
 * Tells a listener of every drop, from this process at once and from others within a second.
 * @returns what ends it.
 */
export function listenForDrops({ payload, listener }: { payload: Payload; listener: Listener }) {
  const station = stationOf(payload)
  station.listeners.add(listener)
  const seen = new Map<string, number>()
  let lastHeard = Date.now()
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function listen() {
    try {
      const now = Date.now()
      const { docs } = await payload.find({
        collection,
        where: { and: [{ key: { greater_than: keyFor(now - WINDOW) } }, { key: { less_than: 'drop;' } }] },
        select: { key: true, value: true },
        limit: 0,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      if (now - lastHeard > WINDOW / 2) listener.clear()
      lastHeard = now
      for (const { key, value } of docs) {
        if (seen.has(key)) continue
        seen.set(key, now)
        if (!key.endsWith(`:${station.process}`)) listener.drop(JSON.parse(value ?? '[]') as string[])
      }
      for (const [key, at] of seen) if (now - at > WINDOW * 2) seen.delete(key)
    } catch (err) {
      payload.logger.warn({ err, msg: 'Other processes cannot be listened to at the moment.' })
    }
    if (!stopped) timer = setTimeout(() => void listen(), EVERY)
  }
  void listen()

  return () => {
    stopped = true
    clearTimeout(timer)
    station.listeners.delete(listener)
  }
}

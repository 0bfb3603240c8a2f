import cluster, { type Worker } from 'node:cluster'

import { greet, NEEDS_MENDING } from './greeting.ts'
import { decideRestart, type End } from './platform/restarts.ts'
import { settings } from './platform/settings.ts'
import { type Site, startSite } from './site-process.ts'
import type { FirstAdmin } from './staff/first-admin.ts'

/** What the primary tells a process to do: prepare the database and open, only open, do the jobs besides. */
export type Order = 'prepare' | 'open' | 'do-jobs'

/**
 * What a process tells: that it hears orders (those sent before are lost), then that it is open, with the first
 * administrator where it made one.
 */
export type Report = { is: 'here' } | { is: 'open'; admin: FirstAdmin | null }

type Member = { worker: Worker; isHere: boolean; hasOrder: boolean; isListening: boolean }

/** How long all of them together may take to stop, in milliseconds. */
const GRACE = 9800

/** How many ends are kept in mind. */
const MOST_ENDS = 50

const say = (text: string) => process.stderr.write(`${text}\n`)

/**
 * Starts WEB_PROCESSES processes that share one port, and starts again what ends unasked. It opens nothing itself. The
 * first process prepares the database while the others load; then all open. One of those that answer does the jobs.
 */
export async function runPrimary({ entry }: { entry: string }) {
  // Made once, before several processes want them; missing, they are missed once.
  await import('./platform/secrets.ts')
  const members = new Set<Member>()
  const ends: End[] = []
  let admin: FirstAdmin | null = null
  let site: Site | null = null
  let siteEnds: Promise<void> | undefined
  let isPrepared = false
  let hasGreeted = false
  let stopping = false
  let exitCode = 0
  let worksOn: Member | undefined

  const order = (member: Member, what: Order) => {
    if (member.worker.isConnected()) member.worker.send(what, () => undefined)
  }

  /** Each is told to open once: one of them first, the others when the database is prepared. */
  function giveOrders() {
    for (const member of members) {
      if (!member.isHere || member.hasOrder) continue
      const isFirst = !isPrepared && ![...members].some(({ hasOrder }) => hasOrder)
      if (!isPrepared && !isFirst) return
      member.hasOrder = true
      order(member, isFirst ? 'prepare' : 'open')
    }
  }

  function giveJobs() {
    if (settings.JOBS !== 'on' || worksOn) return
    worksOn = [...members].find(({ isListening }) => isListening)
    if (worksOn) order(worksOn, 'do-jobs')
  }

  function add() {
    const member: Member = { worker: cluster.fork(), isHere: false, hasOrder: false, isListening: false }
    members.add(member)
    member.worker.on('message', (report: Report) => {
      if (report.is === 'here') member.isHere = true
      else {
        isPrepared = true
        admin ??= report.admin
      }
      giveOrders()
    })
    member.worker.on('listening', ({ port }) => {
      member.isListening = true
      giveJobs()
      if (hasGreeted || [...members].filter(({ isListening }) => isListening).length < settings.WEB_PROCESSES)
        return
      hasGreeted = true
      void openSite(port)
    })
    member.worker.on('exit', (code, signal) => lose(member, code, signal))
  }

  /** The site is started once the server answers; what there is to say is said when both do. */
  async function openSite(port: number) {
    if (settings.SITE === 'on' && !stopping) site = startSite({ apiPort: port })
    greet({ admin, port, site: site && (await site.settled) })
    admin = null
  }

  function lose(member: Member, code: number | null, signal: string | null) {
    members.delete(member)
    if (worksOn === member) worksOn = undefined
    if (stopping) {
      if (!members.size) leave()
      return
    }
    // It has said why.
    if (code === NEEDS_MENDING) return stop(1)
    ends.push({ at: Date.now(), hasListened: member.isListening })
    if (ends.length > MOST_ENDS) ends.shift()
    const pause = decideRestart({ ends, now: Date.now() })
    if (pause === null) {
      say('\nThe processes end before they can answer. Ovoz gives up; the lines above say why.\n')
      return stop(1)
    }
    say(`A process ended unasked (${signal ?? code}); another one takes its place in ${pause} ms.`)
    setTimeout(() => {
      if (!stopping) add()
    }, pause)
    giveOrders()
    giveJobs()
  }

  /** When no member is left, and the site has ended too. */
  const leave = () => void Promise.resolve(siteEnds).then(() => process.exit(exitCode))

  function stop(code: number) {
    if (stopping) return
    stopping = true
    exitCode = code
    siteEnds = site?.stop()
    if (!members.size) return leave()
    for (const { worker } of members) worker.process.kill('SIGTERM')
    setTimeout(() => {
      for (const { worker } of members) worker.process.kill('SIGKILL')
    }, GRACE)
  }

  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  // Each accepts for itself. Handed out in turn, a connection that goes to a process which has just died hangs for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec: entry })
  for (let i = 0; i < settings.WEB_PROCESSES; i++) add()
}

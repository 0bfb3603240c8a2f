import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { ADMIN, freePort } from '../tests/support/server.ts'
import { askRaw } from './ask.ts'
import type { Data } from './stage.ts'

const ROOT = join(import.meta.dirname, '..')
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

export function track(child: ChildProcess): ChildProcess {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

export async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** Asks until the answer is 200; the milliseconds since `since`. */
export async function firstAnswer({
  url,
  child,
  since,
}: {
  url: string
  child: ChildProcess
  since: number
}) {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Ovoz ended while it was to start. Its words are above.')
    const isThere = await askRaw(url).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isThere) return performance.now() - since
    await pause(4)
  }
}

/** The built product as its users run it: `npm start` without npm, on loopback. */
export class Ovoz {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly began: number,
  ) {}

  static async spawn(data: Data, settings: Record<string, string> = {}) {
    const inherited = { ...process.env }
    for (const name of ['DATABASE_URI', 'NODE_ENV', 'NODE_OPTIONS']) delete inherited[name]
    const port = await freePort()
    const env = {
      ...inherited,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      DATA_DIR: data.dir,
      ...(data.mongo && { DATABASE_URI: data.mongo }),
      DEMO: '0',
      HOST: '127.0.0.1',
      LIMITS: 'off',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      SITE: 'off',
      SPAM_POW: 'off',
      ...settings,
    }
    const began = performance.now()
    const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit']
    // BENCH_NODE_FLAGS: for looking into the server, such as --cpu-prof.
    const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean)
    const args = [...flags, '--conditions=production', 'scripts/start.mjs']
    const child = track(spawn(process.execPath, args, { cwd: ROOT, env, stdio }))
    return new Ovoz(child, `http://127.0.0.1:${port}`, began)
  }

  static async start(data: Data, settings: Record<string, string> = {}) {
    const ovoz = await Ovoz.spawn(data, settings)
    await firstAnswer({ url: `${ovoz.url}/readyz`, child: ovoz.child, since: ovoz.began })
    return ovoz
  }

  stop = () => stop(this.child)
}

/** A bare server of limits.mjs; see there. */
export async function startLimit(kind: 'replay' | 'query' | 'insert', given: object = {}) {
  const child = track(fork(join(import.meta.dirname, 'limits.mjs'), [kind, JSON.stringify(given)]))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    url: `http://127.0.0.1:${port}`,
    tell: async (message: object) => {
      child.send(message)
      await once(child, 'message')
    },
    stop: () => stop(child),
  }
}

const descendants = (pid: number): number[] => {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/stat`)) return []
    // The name of the command may hold spaces and brackets; what follows it does not.
    const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return [{ pid: Number(name), parent: Number(parent) }]
  })
  const below = parents.filter(({ parent }) => parent === pid).map((one) => one.pid)
  return [...below, ...below.flatMap(descendants)]
}

/** The memory of a process and all it started, in megabytes, each shared page once; null where the system cannot tell. */
export function memoryOf(pid: number): { rss: number; pss: number } | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null
  const sum = { rss: 0, pss: 0 }
  for (const one of [pid, ...descendants(pid)]) {
    const text = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    sum.rss += kilobytes('Rss') / 1024
    sum.pss += kilobytes('Pss') / 1024
  }
  return sum
}

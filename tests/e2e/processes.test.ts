import { readdirSync, readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { Server, until } from '../support/server.ts'

/** The processes a process has started. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        // The name of the program stands in brackets and may hold anything; the parent is the second word behind it.
        return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]) === pid
      } catch {
        // It has ended since.
        return false
      }
    })
    .map(Number)
}

const times = (text: string, words: string) => text.split(words).length - 1

// What runs is read from /proc.
describe.runIf(process.platform === 'linux')('two processes on one embedded database', () => {
  const server = new Server({ WEB_PROCESSES: '2', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })
  const isGreeted = async () => server.output.includes('Ovoz is running.')
  const members = () => childrenOf(server.pid)

  beforeAll(async () => {
    await server.start()
    await until(isGreeted, { milliseconds: 60_000, what: `the greeting.\n${server.output}` })
  })
  afterAll(() => server.stop('SIGKILL'))

  /** Asks so many times, at once and each on a connection of its own, so that no process answers them all. */
  async function answer(requests: number) {
    const ask = async () => {
      const response = await server.api('/posts?limit=1', {
        headers: { connection: 'close' },
        signal: AbortSignal.timeout(10_000),
      })
      expect(response.status).toBe(200)
      await response.arrayBuffer()
    }
    await Promise.all(Array.from({ length: requests }, ask))
  }

  /** The time each has worked so far, in ticks. */
  const workOf = (pid: number) => {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return Number(words[11]) + Number(words[12])
  }

  it('greets once, and tells the one password once', () => {
    expect(times(server.output, 'Ovoz is running.')).toBe(1)
    expect(times(server.output, 'Sign in for the first time')).toBe(1)
    expect(server.output.match(/password {3}\S{16}\n/g)).toHaveLength(1)
  })

  it('lets both answer', async () => {
    const both = members()
    expect(both).toHaveLength(2)
    const before = both.map(workOf)
    const haveWorked = async () => {
      await answer(20)
      return both.every((pid, i) => workOf(pid) > before[i]! + 3)
    }
    await until(haveWorked, { milliseconds: 60_000, what: 'both processes to answer.' })
  })

  it('keeps in one process what another one reads', async () => {
    const password = /password {3}(\S{16})\n/.exec(server.output)![1]!
    const staff = await server.signIn({ email: 'admin@localhost.localdomain', password })
    const { status, body } = await staff.rest('/tags', { body: { name: 'Shared' } })
    expect(status, JSON.stringify(body)).toBe(201)
    for (let i = 0; i < 4; i++) {
      const found = await staff.rest(`/tags/${body.doc.id}`)
      expect(found.status).toBe(200)
    }
  })

  it('goes on when one is killed, and replaces it', async () => {
    const before = members()
    process.kill(before[0]!, 'SIGKILL')
    await until(async () => !members().includes(before[0]!), {
      milliseconds: 10_000,
      what: 'the end of one.',
    })
    await answer(10)
    const isReplaced = async () => members().filter((pid) => !before.includes(pid)).length === 1
    await until(isReplaced, { milliseconds: 30_000, what: `another in its place.\n${server.output}` })
    const [fresh] = members().filter((pid) => !before.includes(pid))
    process.kill(before[1]!, 'SIGKILL')
    const answersAlone = async () =>
      (await server.api('/posts?limit=1', { signal: AbortSignal.timeout(5000) })).ok
    await until(answersAlone, { milliseconds: 60_000, what: 'the new one to answer.' })
    expect(members()).toContain(fresh)
    expect(times(server.output, 'ended unasked (SIGKILL)')).toBe(2)
    expect(times(server.output, 'Ovoz is running.')).toBe(1)
    expect(times(server.output, 'Sign in for the first time')).toBe(1)
  })

  it('ends all of them when it is told to', async () => {
    const all = members()
    expect(await server.stop('SIGTERM')).toBe(0)
    for (const pid of all) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

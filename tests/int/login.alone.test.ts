import crypto from 'node:crypto'

import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

vi.hoisted(() => void (process.env.LIMITS = 'on'))

import { limitStore } from '../../src/platform/limit-store.ts'
import { take } from '../../src/platform/limiter.ts'
import { LIMITS } from '../../src/platform/limits.ts'
import { NETWORK_HEADER } from '../../src/platform/network.ts'
import { engine, PASSWORD, useOvoz } from '../support/ovoz.ts'
import { until } from '../support/server.ts'

const KNOWN = 'editor@newsroom.example'
const UNKNOWN = 'nobody@newsroom.example'
const FREE = LIMITS.login[0].count

describe(`signing in (${engine})`, () => {
  const ovoz = useOvoz()
  let network = 0
  /** The mark of a network that nobody has asked from, as the staff door would tell it. */
  const elsewhere = () => `network ${++network}`
  const login = (email: string, password: string, from: string) =>
    ovoz.rest('/users/login', { body: { email, password }, headers: { [NETWORK_HEADER]: from } })
  const guess = async (times: number, email: string, from: string) => {
    const answers = []
    for (let i = 0; i < times; i++) answers.push(await login(email, `wrong ${i}`, from))
    return answers
  }
  /** What an answer tells, but for who waits how long to the second. */
  const told = ({ status, body }: { status: number; body: unknown }) => JSON.stringify({ status, body })

  beforeAll(async () => {
    for (const role of ['admin', 'editor'] as const) await ovoz.signUp(role)
  })
  beforeEach(async () => {
    await limitStore(ovoz.payload).purge(Date.now() + 10 * 86_400_000)
  })

  it('with wrong passwords makes nobody wait but who guesses: the owner gets in from elsewhere', async () => {
    const guesser = elsewhere()
    const answers = await guess(FREE + 3, KNOWN, guesser)
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(FREE).fill(401), 429, 429, 429])
    expect((await login(KNOWN, PASSWORD, guesser)).status).toBe(429)
    expect((await login(KNOWN, PASSWORD, elsewhere())).status).toBe(200)
  })

  it('has to wait longer each time, and keeps nobody out elsewhere', async () => {
    const network = elsewhere()
    const who = { account: `an account:${network}`, network }
    const start = Date.now()
    const waits: number[] = []
    let now = start
    for (let i = 0; waits.length < 3; i++) {
      expect(i).toBeLessThan(100)
      const { wait } = await take({ payload: ovoz.payload, name: 'login', who, now })
      if (wait === null) continue
      waits.push(wait)
      now += wait * 1000
    }
    const [short, middle, long] = LIMITS.login.map(({ seconds }) => seconds)
    expect(waits).toEqual([short, middle! - short!, long! - middle!])
    const other = elsewhere()
    const owner = { account: `an account:${other}`, network: other }
    expect((await take({ payload: ovoz.payload, name: 'login', who: owner, now })).wait).toBeNull()
  })

  it('is refused alike, known or not, waiting or not', async () => {
    const [one, two] = [elsewhere(), elsewhere()]
    const known = await guess(FREE + 1, KNOWN, one)
    const unknown = await guess(FREE + 1, UNKNOWN, two)
    expect(unknown.map(told)).toEqual(known.map(told))
    expect([...unknown[0]!.headers.keys()]).toEqual([...known[0]!.headers.keys()])
    expect(known[0]!.status).toBe(401)
    expect(known.at(-1)!.status).toBe(429)
    // Also with the right password, while one has to wait.
    expect(told(await login(KNOWN, PASSWORD, one))).toBe(told(await login(UNKNOWN, PASSWORD, two)))
  })

  it('costs the same work, known or not', async () => {
    const hash = vi.spyOn(crypto, 'pbkdf2')
    const asks = vi.spyOn(ovoz.payload.db, 'findOne')
    const writes = vi.spyOn(ovoz.payload.db, 'updateOne')
    const work = async (email: string, password: string) => {
      for (const spy of [hash, asks, writes]) spy.mockClear()
      const { status } = await login(email, password, elsewhere())
      expect(status).toBe(401)
      const hashes = hash.mock.calls.map(([, , iterations, bytes, digest]) => [iterations, bytes, digest])
      return { hashes, asks: asks.mock.calls.length, writes: writes.mock.calls.length }
    }
    const known = await work(KNOWN, 'wrong')
    expect(known.hashes).toHaveLength(1)
    expect(known.writes).toBe(0)
    expect(await work(UNKNOWN, 'wrong')).toEqual(known)
    for (const spy of [hash, asks, writes]) spy.mockRestore()
  })

  it('with the right password counts as nothing', async () => {
    const from = elsewhere()
    await guess(FREE - 1, KNOWN, from)
    expect((await login(KNOWN, PASSWORD, from)).status).toBe(200)
    // It is forgotten once the login stands.
    const isRefusedAsWrong = async () => (await login(KNOWN, 'wrong', from)).status === 401
    await until(isRefusedAsWrong, { milliseconds: 15_000, what: 'the wrong passwords to be forgotten' })
    expect(await isRefusedAsWrong()).toBe(true)
  })

  it('is bounded for a network, whoever it asks for', async () => {
    const network = elsewhere()
    for (let i = 0; i < LIMITS.login[3].count; i++) {
      const who = { account: `account ${i}:${network}`, network }
      expect((await take({ payload: ovoz.payload, name: 'login', who })).wait).toBeNull()
    }
    expect((await login(KNOWN, PASSWORD, network)).status).toBe(429)
  })

  it('is opened again by administrators alone', async () => {
    const from = elsewhere()
    await guess(FREE + 1, KNOWN, from)
    const unlock = (as?: string) => ovoz.rest('/users/unlock', { ...(as && { as }), body: { email: KNOWN } })
    for (const as of [undefined, 'editor']) {
      expect((await unlock(as)).status).toBe(404)
      expect((await login(KNOWN, PASSWORD, from)).status).toBe(429)
    }
    expect((await unlock('admin')).status).toBe(200)
    expect((await login(KNOWN, PASSWORD, from)).status).toBe(200)
  })

  it('leaves no lock at the account', async () => {
    await guess(FREE + 1, KNOWN, elsewhere())
    const fields = ovoz.payload.collections.users.config.flattenedFields.map(({ name }) => name)
    expect(fields).not.toContain('lockUntil')
    expect(fields).not.toContain('loginAttempts')
  })

  it('with a new password is asked for alike, and told alike', async () => {
    const ask = (email: string) => ovoz.rest('/users/forgot-password', { body: { email } })
    expect(told(await ask(UNKNOWN))).toBe(told(await ask(KNOWN)))
    const reset = (token: string) =>
      ovoz.rest('/users/reset-password', { body: { token, password: 'a-new-long-password' } })
    const [one, two] = [await reset('guess'), await reset('another guess')]
    expect(told(one)).toBe(told(two))
    expect(one.status).toBe(403)
  })
})

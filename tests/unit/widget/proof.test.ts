import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { doWork, Prover } from '../../../widget/src/proof.ts'

const hmacSignatureSecret = 'a secret of tests'
const challengeOf = (counter: number) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter,
    deriveKey,
    data: { on: 'posts/a' },
    hmacSignatureSecret,
  })

describe('doWork', () => {
  it.each([0, 1, 7, 300])('solves what ALTCHA asks, in %d tries, as ALTCHA verifies it', async (counter) => {
    const done = await doWork(await challengeOf(counter))
    const { challenge, solution } = JSON.parse(atob(done!))
    expect(solution.counter).toBe(counter)
    expect(await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret })).toMatchObject({
      verified: true,
    })
  })
})

describe('a prover', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] }))
  afterEach(() => void vi.useRealTimers())
  const proverOf = (formToken: () => Promise<unknown>) => {
    const ask = vi.fn(formToken)
    return { ask, prover: new Prover({ formToken: ask } as never, () => 'posts/a') }
  }

  it('asks once while somebody writes, and gives nothing away within three seconds', async () => {
    const altcha = await challengeOf(1)
    const { ask, prover } = proverOf(() => Promise.resolve({ formToken: 'token', altcha }))
    prover.begin()
    prover.begin()
    let taken: object | undefined
    const taking = prover.take().then((proof) => (taken = proof))
    await vi.advanceTimersByTimeAsync(2999)
    expect(taken).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(await taking).toEqual({ formToken: 'token', altcha: expect.any(String) })
    expect(ask.mock.calls).toEqual([['posts/a']])
  })

  it('begins anew for the next comment, and for what was begun long ago', async () => {
    const { ask, prover } = proverOf(() => Promise.resolve({ formToken: 'token' }))
    expect(await prover.take()).toEqual({})
    prover.begin()
    expect(ask).toHaveBeenCalledTimes(2)
    vi.setSystemTime(Date.now() + 51 * 60_000)
    await prover.take()
    expect(ask).toHaveBeenCalledTimes(3)
  })

  it('lets a comment go without, where nobody answers', async () => {
    const { prover } = proverOf(() => Promise.reject(new Error('offline')))
    expect(await prover.take()).toEqual({})
  })
})

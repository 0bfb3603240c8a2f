import { describe, expect, it } from 'vitest'

import { claim, purgeExpired, release } from '../../src/platform/ledger.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const MINUTE = 60_000

describe(`the ledger (${engine})`, () => {
  const ovoz = useOvoz()
  const take = (key: string, more: object = {}) =>
    claim({ payload: ovoz.payload, key, milliseconds: MINUTE, ...more })

  it('gives a key to exactly one of twenty who ask at once, and the winner’s value to all', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => take('race', { value: String(i) })),
    )
    const winners = answers.filter(({ isMine }) => isMine)
    expect(winners).toHaveLength(1)
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([winners[0]!.value]))
  })

  it('gives it again once it is released or has expired', async () => {
    const now = new Date('2030-01-01T00:00:00.000Z')
    expect((await take('again', { now })).isMine).toBe(true)
    expect((await take('again', { now })).isMine).toBe(false)
    expect((await take('again', { now: new Date(now.getTime() + MINUTE) })).isMine).toBe(true)
    await release({ payload: ovoz.payload, key: 'again' })
    expect((await take('again', { now })).isMine).toBe(true)
  })

  it('forgets what has expired, and nothing else', async () => {
    const now = new Date('2040-01-01T00:00:00.000Z')
    await take('old', { now: new Date(now.getTime() - 2 * MINUTE) })
    await take('young', { now })
    await purgeExpired({ payload: ovoz.payload, now })
    const { docs } = await ovoz.payload.find({ collection: 'ledger', overrideAccess: true, limit: 0 })
    expect(docs.map(({ key }) => key)).toContain('young')
    expect(docs.map(({ key }) => key)).not.toContain('old')
  })
})

import { describe, expect, it } from 'vitest'

import { claim, heldBy, note, noteOf, release } from '../../src/platform/ledger.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const TOGETHER = 12
const all = <T>(act: (nth: number) => Promise<T>) =>
  Promise.all(Array.from({ length: TOGETHER }, (_, nth) => act(nth)))

describe(`those who write at once (${engine})`, () => {
  const ovoz = useOvoz()

  it('get a claim once, and the others are told who has it', async () => {
    const { payload } = ovoz
    for (const key of ['test:one', 'test:two', 'test:three']) {
      const claims = await all((nth) => claim({ payload, key, value: String(nth), milliseconds: 60_000 }))
      const mine = claims.flatMap(({ isMine }, nth) => (isMine ? [nth] : []))
      expect(mine).toHaveLength(1)
      expect(new Set(claims.map(({ value }) => value))).toEqual(new Set([String(mine[0])]))
      await release({ payload, key })
      expect(await heldBy({ payload, key, now: new Date() })).toBeNull()
    }
  })

  it('lose nothing that another transaction has crossed', async () => {
    const { payload } = ovoz
    const key = 'test:sum'
    await inTransaction(payload, (req) => note({ req, key, value: '0' }))
    await all(() =>
      inTransaction(payload, async (req) => {
        const sum = Number(await noteOf({ req, key }))
        await note({ req, key, value: String(sum + 1) })
      }),
    )
    expect(await inTransaction(payload, (req) => noteOf({ req, key }))).toBe(String(TOGETHER))
  })
})

import { describe, expect, it } from 'vitest'

import { createTurns } from '../../../src/platform/turns.ts'

/** Dates at which something changes, a clock that is moved by hand, and what has been dropped. */
function scene(dates: number[] = []) {
  const dropped: string[] = []
  const asked: [number, number][] = []
  let now = 1000
  let isAway = false
  const turns = createTurns({
    clock: () => now,
    findNext: async (after) => {
      if (isAway) throw new Error('away')
      return Math.min(Infinity, ...dates.filter((date) => date > after.getTime()))
    },
    findTurned: async (after, until) => {
      if (isAway) throw new Error('away')
      asked.push([after.getTime(), until.getTime()])
      return dates.filter((date) => date > after.getTime() && date <= until.getTime()).map(String)
    },
    drop: (tags) => void dropped.push(...tags),
    onError: () => undefined,
  })
  return {
    turns,
    dates,
    dropped,
    at: (time: number) => void (now = time),
    goAway: (away: boolean) => void (isAway = away),
    /** What has to be waited for at a moment, and whether anything had to be. */
    ask: async (time: number) => {
      now = time
      const fresh = turns.freshness()
      await fresh
      return fresh !== null
    },
  }
}

describe('what time changes', () => {
  it('is dropped at its moment, and nothing is waited for before and after it', async () => {
    const { turns, dropped, ask } = scene([2000, 3000])
    expect(await ask(1000)).toBe(true)
    expect([await ask(1001), await ask(1999)]).toEqual([false, false])
    expect(dropped).toEqual([])
    expect(await ask(2000)).toBe(true)
    expect(dropped).toEqual(['2000'])
    expect(await ask(2001)).toBe(false)
    expect(await ask(9000)).toBe(true)
    expect(dropped).toEqual(['2000', '3000'])
    expect(await ask(99_000)).toBe(false)
    turns.stop()
  })

  it('is dropped at once where several moments have passed unseen', async () => {
    const { turns, dropped, ask } = scene([2000, 3000, 4000])
    await ask(1000)
    await ask(3500)
    expect(dropped).toEqual(['2000', '3000'])
    turns.stop()
  })

  it('is seen where its date is set anew to before the next one', async () => {
    const { turns, dates, dropped, ask } = scene([9000])
    await ask(1000)
    dates.push(1500)
    turns.reschedule(1100)
    await ask(1200)
    expect(dropped).toEqual([])
    expect(await ask(1500)).toBe(true)
    expect(dropped).toEqual(['1500'])
    turns.stop()
  })

  it('is seen also where its date passes before one hears that it was set', async () => {
    const { turns, dates, dropped, at, ask } = scene([9000])
    await ask(1000)
    await ask(1400)
    dates.push(1500)
    at(1900)
    turns.reschedule(1450)
    expect(await ask(1900)).toBe(true)
    expect(dropped).toEqual(['1500'])
    turns.stop()
  })

  it('is not looked for further back than a date was set, where nothing was due', async () => {
    const { turns, dates, dropped, ask, at } = scene([9000])
    await ask(1000)
    // Published by a write, which has dropped it itself.
    dates.push(1500)
    at(2000)
    turns.reschedule(1990)
    await turns.freshness()
    expect(dropped).toEqual([])
    dates.push(2500)
    turns.reschedule(2000)
    await turns.freshness()
    expect(await ask(2500)).toBe(true)
    expect(dropped).toEqual(['2500'])
    turns.stop()
  })

  it('is looked for again where a date is set while one looks', async () => {
    const { turns, dates, dropped, ask, at } = scene([2000])
    await ask(1000)
    at(2500)
    const looking = turns.freshness()
    dates.push(2400)
    turns.reschedule(2300)
    await looking
    expect(new Set(dropped)).toEqual(new Set(['2000', '2400']))
    turns.stop()
  })

  it('waits for a database that is away, without holding up what is kept', async () => {
    const { turns, dropped, ask, goAway } = scene([2000])
    await ask(1000)
    goAway(true)
    expect(await ask(2000)).toBe(true)
    expect(await ask(2500)).toBe(false)
    goAway(false)
    expect(await ask(3000)).toBe(true)
    expect(dropped).toEqual(['2000'])
    turns.stop()
  })

  it('is dropped without anybody asking', async () => {
    const soon = Date.now() + 20
    const dropped = new Promise<readonly string[]>((resolve) => {
      const turns = createTurns({
        findNext: async (after) => (soon > after.getTime() ? soon : Infinity),
        findTurned: async (after, until) =>
          soon > after.getTime() && soon <= until.getTime() ? ['soon'] : [],
        drop: (tags) => {
          if (!tags.length) return
          turns.stop()
          resolve(tags)
        },
        onError: () => undefined,
      })
      void turns.freshness()
    })
    expect(await dropped).toEqual(['soon'])
  })
})

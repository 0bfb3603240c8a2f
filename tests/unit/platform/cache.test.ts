import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createCache } from '../../../src/platform/cache.ts'

type Value = { name: string; bytes: number }
const make = (bytes = 100_000, milliseconds = 0) =>
  createCache<Value>({ bytes, milliseconds, sizeOf: (value) => value.bytes })
type Cache = ReturnType<typeof make>

const put = (cache: Cache, key: string, { bytes = 100, tags = ['t'], isKept = true } = {}) =>
  cache.take(key, async (uses) => {
    for (const tag of tags) uses.add(tag)
    return { value: { name: key, bytes }, isKept }
  })
/** A computation that ends when it is told to. */
function slow(cache: Cache, key: string, name: string, tags = ['t']) {
  let end!: () => void
  const gate = new Promise<void>((resolve) => (end = resolve))
  const taken = cache.take(key, async (uses) => {
    for (const tag of tags) uses.add(tag)
    await gate
    return { value: { name, bytes: 1 }, isKept: true }
  })
  return { taken, end }
}
/** Entries, each a size with key and one tag of 221 + 2 bytes a letter of the key. */
const keysIn = (cache: Cache, keys: string[]) => keys.filter((key) => cache.get(key) !== undefined)

describe('what is kept', () => {
  it('is computed once and then handed out, until one of its tags is dropped', async () => {
    const cache = make()
    expect((await put(cache, 'a', { tags: ['x', 'y'] })).isHit).toBe(false)
    expect((await put(cache, 'a')).isHit).toBe(true)
    cache.drop(['z'])
    expect((await put(cache, 'a')).isHit).toBe(true)
    cache.drop(['z', 'y'])
    expect(cache.get('a')).toBeUndefined()
  })

  it('goes with everything that carries a tag, and nothing else goes', async () => {
    const cache = make()
    await put(cache, 'a', { tags: ['1', '2'] })
    await put(cache, 'b', { tags: ['2', '3'] })
    await put(cache, 'c', { tags: ['3'] })
    cache.drop(['2'])
    expect(keysIn(cache, ['a', 'b', 'c'])).toEqual(['c'])
    cache.clear()
    expect(cache.size()).toEqual({ entries: 0, bytes: 0 })
  })

  it('is not what may not be, and not what failed', async () => {
    const cache = make()
    await put(cache, 'a', { isKept: false })
    await expect(cache.take('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(cache.size().entries).toBe(0)
    expect((await put(cache, 'b')).isHit).toBe(false)
    expect(cache.get('b')).toBeDefined()
  })

  it('never takes more than its bytes; the least recently asked for goes first', async () => {
    const cache = make(1000)
    for (const key of ['a', 'b', 'c', 'd']) await put(cache, key)
    expect(cache.get('a')).toBeDefined()
    await put(cache, 'e')
    expect(keysIn(cache, ['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'c', 'd', 'e'])
    expect(cache.size().bytes).toBeLessThanOrEqual(1000)
  })

  it('is nothing where there is no memory, and not what is larger than all of it', async () => {
    const none = make(0)
    expect((await put(none, 'a')).value.name).toBe('a')
    expect(none.size()).toEqual({ entries: 0, bytes: 0 })
    const small = make(1000)
    await put(small, 'a', { bytes: 2000 })
    expect(small.size()).toEqual({ entries: 0, bytes: 0 })
  })

  it('counts what a value grows to, and goes where that is too much, with its tags', async () => {
    const cache = make(1000)
    const { value } = await put(cache, 'a')
    const before = cache.size().bytes
    value.bytes += 50
    cache.resize('a')
    expect(cache.size()).toEqual({ entries: 1, bytes: before + 50 })
    cache.drop(['t'])
    expect(cache.size().entries).toBe(0)

    const grown = (await put(cache, 'b')).value
    grown.bytes = 5000
    cache.resize('b')
    expect(cache.size()).toEqual({ entries: 0, bytes: 0 })
    cache.resize('never there')
    expect(cache.size().entries).toBe(0)
  })

  it('has its tags told while it is there', async () => {
    const cache = make()
    await put(cache, 'a', { tags: ['1', '2'] })
    expect([...cache.usesOf('a')!]).toEqual(['1', '2'])
    cache.drop(['1'])
    expect(cache.usesOf('a')).toBeUndefined()
  })

  it('stays as one last dropped it, through any sequence of acts', async () => {
    const tags = fc.subarray(['1', '2', '3', '4'], { minLength: 1 })
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const act = fc.oneof(
      fc.record({ put: key, tags, bytes: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ drop: tags }),
      fc.record({ grow: key, by: fc.integer({ min: 1, max: 900 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const cache = make(1500)
        const uses = new Map<string, string[]>()
        for (const one of acts) {
          if ('put' in one) {
            const { isHit } = await put(cache, one.put, one)
            if (!isHit) uses.set(one.put, one.tags)
          } else if ('drop' in one) {
            cache.drop(one.drop)
            for (const [name, its] of uses)
              if (its.some((tag) => one.drop.includes(tag))) expect(cache.get(name)).toBeUndefined()
          } else {
            const value = cache.get(one.grow)
            if (value) value.bytes += one.by
            cache.resize(one.grow)
          }
          expect(cache.size().bytes).toBeLessThanOrEqual(1500)
        }
        cache.drop(['1', '2', '3', '4'])
        expect(cache.size()).toEqual({ entries: 0, bytes: 0 })
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})

describe('what is being computed', () => {
  it('is computed once for all who wait', async () => {
    const cache = make()
    const first = slow(cache, 'a', 'first')
    const others = Array.from({ length: 50 }, () => put(cache, 'a'))
    first.end()
    const names = (await Promise.all(others)).map(({ value }) => value.name)
    expect(new Set(names)).toEqual(new Set(['first']))
  })

  it('is not kept where a write touched it meanwhile, and is given to those alone who asked before', async () => {
    const cache = make()
    const before = slow(cache, 'a', 'before')
    cache.drop(['t'])
    const after = slow(cache, 'a', 'after')
    after.end()
    expect((await after.taken).value.name).toBe('after')
    before.end()
    expect((await before.taken).value.name).toBe('before')
    expect(cache.get('a')?.name).toBe('after')
  })

  it('is kept where only other writes came meanwhile', async () => {
    const cache = make()
    const computed = slow(cache, 'a', 'a')
    cache.drop(['other'])
    computed.end()
    await computed.taken
    expect(cache.get('a')).toBeDefined()
  })

  it('is not kept where everything was forgotten meanwhile', async () => {
    const cache = make()
    const computed = slow(cache, 'a', 'a')
    cache.clear()
    computed.end()
    await computed.taken
    expect(cache.get('a')).toBeUndefined()
  })

  it('remembers a write for as long as anything that began before it, whatever ends in between', async () => {
    const cache = make()
    const old = slow(cache, 'old', 'old', ['x'])
    cache.drop(['x'])
    const young = slow(cache, 'young', 'young', ['x'])
    cache.drop(['y'])
    young.end()
    await young.taken
    old.end()
    await old.taken
    expect(keysIn(cache, ['old', 'young'])).toEqual(['young'])
    const last = slow(cache, 'last', 'last', ['x'])
    last.end()
    await last.taken
    expect(cache.get('last')).toBeDefined()
  })

  it('fails for all who wait, and is tried again by the next', async () => {
    const cache = make()
    const failing = cache.take('a', () => Promise.reject(new Error('away')))
    const waiting = put(cache, 'a')
    await expect(failing).rejects.toThrow('away')
    await expect(waiting).rejects.toThrow('away')
    expect((await put(cache, 'a')).value.name).toBe('a')
  })
})

describe('what is kept for a while', () => {
  it('goes when its time is over, also where it has grown in between', async () => {
    const cache = make(100_000, 30)
    await put(cache, 'a')
    while (cache.get('a')) {
      cache.resize('a')
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(cache.size()).toEqual({ entries: 0, bytes: 0 })
  })
})

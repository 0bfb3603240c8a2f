import { LRUCache } from 'lru-cache'

import type { Uses } from './tags.ts'

type Kept<V> = { value: V; uses: Uses }
type UnderWay<V> = { promise: Promise<V>; drops: number }
type Running = { since: number }

/** What keeping one tag costs beside the value, in bytes: a share of two sets and of the text. */
const TAG_BYTES = 120

/**
 * Values by key, each with the tags it is made of, the least recently used forgotten first. `bytes` bounds what is
 * kept, tags included; 0 keeps nothing. `milliseconds` is how long a value may stay at most.
 */
export function createCache<V extends object>({
  bytes,
  milliseconds = 0,
  sizeOf,
}: {
  bytes: number
  milliseconds?: number
  sizeOf: (value: V) => number
}) {
  const keysOf = new Map<string, Set<string>>()
  const underWay = new Map<string, UnderWay<V>>()
  /** The drops since the oldest computation under way began; `first` is the number of the first of them. */
  const recent: { tags: readonly string[] | null }[] = []
  let first = 0
  /** The computations under way, in the order they began. */
  const running = new Set<Running>()

  const lru = new LRUCache<string, Kept<V>>({
    maxSize: Math.max(1, bytes),
    ttl: milliseconds,
    sizeCalculation: ({ value, uses }, key) => sizeOf(value) + key.length * 2 + uses.size * TAG_BYTES + 1,
    dispose: ({ uses }, key) => {
      for (const tag of uses) {
        const keys = keysOf.get(tag)
        keys?.delete(key)
        if (keys?.size === 0) keysOf.delete(tag)
      }
    },
  })

  const count = () => first + recent.length
  const isTouched = (uses: Uses, since: number) =>
    recent.slice(since - first).some(({ tags }) => tags === null || tags.some((tag) => uses.has(tag)))

  function keep(key: string, kept: Kept<V>, { isOld = false } = {}) {
    if (bytes <= 0) return
    lru.set(key, kept, { noUpdateTTL: isOld })
    if (!lru.has(key)) return
    for (const tag of kept.uses) {
      const keys = keysOf.get(tag)
      if (keys) keys.add(key)
      else keysOf.set(tag, new Set([key]))
    }
  }

  async function compute(key: string, work: (uses: Uses) => Promise<{ value: V; isKept: boolean }>) {
    const since = count()
    const uses: Uses = new Set()
    const mine: Running = { since }
    running.add(mine)
    try {
      const { value, isKept } = await work(uses)
      // What a write touched while it was made may show what was before, and is nobody's but those who wait for it.
      if (isKept && !isTouched(uses, since)) keep(key, { value, uses })
      return value
    } finally {
      running.delete(mine)
      // What came before the oldest of those still under way is asked for by nobody.
      const [oldest] = running
      const needed = oldest ? oldest.since : count()
      recent.splice(0, needed - first)
      first = needed
    }
  }

  function note(tags: readonly string[] | null) {
    if (running.size > 0) recent.push({ tags })
    else first += 1
  }

  return {
    /** What is kept under a key; nothing is computed. */
    get: (key: string): V | undefined => lru.get(key)?.value,

    /** The tags of what is kept under a key. */
    usesOf: (key: string): Uses | undefined => lru.peek(key)?.uses,

    /**
     * What is kept under a key, else what `work` makes of it: once for all who wait, as long as no write has been
     * announced since the work began.
     */
    async take(
      key: string,
      work: (uses: Uses) => Promise<{ value: V; isKept: boolean }>,
    ): Promise<{ value: V; isHit: boolean }> {
      const kept = lru.get(key)
      if (kept) return { value: kept.value, isHit: true }
      const joined = underWay.get(key)
      if (joined && joined.drops === count()) return { value: await joined.promise, isHit: false }
      const begun: UnderWay<V> = { promise: compute(key, work), drops: count() }
      underWay.set(key, begun)
      try {
        return { value: await begun.promise, isHit: false }
      } finally {
        if (underWay.get(key) === begun) underWay.delete(key)
      }
    },

    /** Forgets everything that carries one of the tags. */
    drop(tags: readonly string[]) {
      note(tags)
      for (const tag of tags) for (const key of [...(keysOf.get(tag) ?? [])]) lru.delete(key)
    },

    /** Forgets everything. */
    clear() {
      note(null)
      lru.clear()
    },

    /** Tells the size of what a value has grown to, where it grew after it was kept. */
    resize(key: string) {
      const kept = lru.peek(key)
      // Another object, since the store measures anew only what it does not hold yet.
      if (kept) keep(key, { ...kept }, { isOld: true })
    },

    /** How much is kept: values, and bytes with their tags. */
    size: () => ({ entries: lru.size, bytes: lru.calculatedSize }),
  }
}

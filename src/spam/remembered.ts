import { LRUCache } from 'lru-cache'

/** Enough for the texts of one comment: name, text, and both together. */
const FEW = 12

/** Remembers what was made of the last few texts: one check after the other reads the same comment. */
export function remembered<T extends object | string>(
  read: (text: string) => T,
  most = FEW,
): (text: string) => T {
  const last = new LRUCache<string, T>({ max: most })
  return (text) => {
    const before = last.get(text)
    if (before !== undefined) return before
    const made = read(text)
    last.set(text, made)
    return made
  }
}

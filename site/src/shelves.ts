import { LRUCache } from 'lru-cache'

/** One answer, as it was last seen. */
export type Kept = {
  status: number
  headers: Headers
  /** What JSON said, or the text or the bytes of what is not JSON. */
  body: unknown
  bytes: number
  /** Another number for every answer that is another one than before. */
  version: number
  /** When it was last asked for and found to be so, in milliseconds. */
  seenAt: number
  /** How often everything had been expired when it was last asked for. */
  epoch: number
}

/** What is worth having while the API is away. The rest, above all what strangers type into addresses, is legion. */
const isWorthy = (path: string, { status }: Kept) =>
  (status === 200 || status === 301 || status === 410) && !path.startsWith('/api/v1/search')

/**
 * Answers by address, in bounded memory: what is worth keeping, and on a smaller shelf what passes, such as that there
 * is no such thing. So many wrong addresses push out one another, and no article.
 */
export function createShelves(bytes: number) {
  const shelf = (size: number) =>
    new LRUCache<string, Kept>({
      maxSize: Math.max(1, Math.floor(size)),
      maxEntrySize: Math.max(1, Math.floor(size / 8)),
      sizeCalculation: ({ bytes: own }, key) => own + key.length + 500,
    })
  const worthy = shelf(bytes)
  const passing = shelf(bytes / 8)

  return {
    get: (path: string): Kept | undefined => worthy.get(path) ?? passing.get(path),

    set(path: string, entry: Kept) {
      const [own, other] = isWorthy(path, entry) ? [worthy, passing] : [passing, worthy]
      other.delete(path)
      own.set(path, entry)
    },

    /** How much is kept, in bytes. */
    size: () => worthy.calculatedSize + passing.calculatedSize,
  }
}

/** Lets a number of acts run at once; the others wait in the order in which they came. */
export function createSlots(many: number) {
  let free = many
  const waiting: (() => void)[] = []

  return {
    async use<T>(act: () => Promise<T>): Promise<T> {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await act()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else free++
      }
    },
  }
}

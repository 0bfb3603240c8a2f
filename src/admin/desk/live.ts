/** How many comments wait, as the last answer said: the desk and the badge in the navigation share it. */
let waiting: number | null = null
let heardAt = 0
const listeners = new Set<() => void>()

export function tellWaiting(count: number, now = Date.now()) {
  heardAt = now
  if (count === waiting) return
  waiting = count
  for (const listener of listeners) listener()
}

export const waitingNow = () => waiting

/** Whether somebody asked so lately that the badge need not. */
export const isFresh = (milliseconds: number, now = Date.now()) => now - heardAt < milliseconds

export function onWaiting(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

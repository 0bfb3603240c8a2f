const HEX = 12

/** The least id of a comment (UUID of version 7) that was made at a time or later. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(HEX, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, HEX)}`
}

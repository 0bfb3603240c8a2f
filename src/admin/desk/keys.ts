import type { State } from '../moves/moves.ts'

export type Act =
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'move'; to: State }
  | { kind: 'reply' | 'keep' | 'select' | 'range' | 'undo' | 'help' | 'unfold' | 'search' | 'leave' }

/** The keyboard of the desk, in the order in which its help names it. `shift` is part of the key. */
export const KEYS: readonly { key: string; shift?: boolean; act: Act }[] = [
  { key: 'j', act: { kind: 'step', by: 1 } },
  { key: 'k', act: { kind: 'step', by: -1 } },
  { key: 'a', act: { kind: 'move', to: 'approved' } },
  { key: 's', act: { kind: 'move', to: 'spam' } },
  { key: 't', act: { kind: 'move', to: 'trash' } },
  { key: 'r', act: { kind: 'reply' } },
  { key: 'd', act: { kind: 'keep' } },
  { key: 'u', act: { kind: 'undo' } },
  { key: 'x', act: { kind: 'select' } },
  { key: 'x', shift: true, act: { kind: 'range' } },
  { key: 'o', act: { kind: 'unfold' } },
  { key: '/', act: { kind: 'search' } },
  { key: 'Escape', act: { kind: 'leave' } },
  { key: '?', act: { kind: 'help' } },
]

type Press = {
  /** What the layout makes of the key. */
  key: string
  /** Where it is on the keyboard: `KeyA`. */
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/**
 * The letter of a press. On a layout without Latin letters (Tajik, Russian) it is the one that has this place on the
 * usual one, so that nobody needs to change the layout in order to moderate.
 */
function letterOf({ key, code, shiftKey }: Press): string {
  if (key.length > 1 || /^[\x20-\x7e]$/.test(key)) return key.length > 1 ? key : key.toLowerCase()
  if (code.startsWith('Key')) return code.slice(3).toLowerCase()
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return key
}

/**
 * What a press means at the desk; null when nothing. Whoever is typing types: only Escape is heard there. Presses
 * with Ctrl, Alt or Meta are the browser's.
 */
export function actOf(press: Press, { isTyping }: { isTyping: boolean }): Act | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const letter = letterOf(press)
  if (isTyping && letter !== 'Escape') return null
  const isLetter = /^[a-z]$/.test(letter)
  const found = KEYS.find(
    ({ key, shift = false }) => key === letter && (!isLetter || shift === press.shiftKey),
  )
  return found?.act ?? null
}

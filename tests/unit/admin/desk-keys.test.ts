import { describe, expect, it } from 'vitest'

import { actOf, KEYS } from '../../../src/admin/desk/keys.ts'

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})
const free = { isTyping: false }

describe('a key at the desk', () => {
  it.each([
    ['j', {}, { kind: 'step', by: 1 }],
    ['k', {}, { kind: 'step', by: -1 }],
    ['a', {}, { kind: 'move', to: 'approved' }],
    ['s', {}, { kind: 'move', to: 'spam' }],
    ['t', {}, { kind: 'move', to: 'trash' }],
    ['r', {}, { kind: 'reply' }],
    ['x', {}, { kind: 'select' }],
    ['X', { shiftKey: true }, { kind: 'range' }],
    ['u', {}, { kind: 'undo' }],
    ['o', {}, { kind: 'unfold' }],
    ['?', { shiftKey: true }, { kind: 'help' }],
    ['Escape', {}, { kind: 'leave' }],
  ])('%s %o means %o', (key, more, act) => {
    expect(actOf(press(key, more), free)).toEqual(act)
  })

  it.each([
    ['о', 'KeyJ', { kind: 'step', by: 1 }],
    ['ф', 'KeyA', { kind: 'move', to: 'approved' }],
    ['ы', 'KeyS', { kind: 'move', to: 'spam' }],
    ['ҷ', 'KeyX', { kind: 'select' }],
  ])('%s of a Cyrillic layout means what stands at its place', (key, code, act) => {
    expect(actOf(press(key, { code }), free)).toEqual(act)
  })

  it('is a Latin letter wherever its layout has it', () => {
    expect(actOf(press('a', { code: 'KeyQ' }), free)).toEqual({ kind: 'move', to: 'approved' })
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'])('with %s is the browser’s', (held) => {
    expect(actOf(press('a', { [held]: true }), free)).toBeNull()
  })

  it('moves nothing with Shift', () => {
    expect(actOf(press('A', { shiftKey: true }), free)).toBeNull()
    expect(actOf(press('T', { shiftKey: true }), free)).toBeNull()
  })

  it('is text to whoever types, but for Escape', () => {
    for (const { key, shift } of KEYS.filter(({ key }) => key !== 'Escape'))
      expect(actOf(press(key, { shiftKey: shift ?? false }), { isTyping: true })).toBeNull()
    expect(actOf(press('Escape'), { isTyping: true })).toEqual({ kind: 'leave' })
  })

  it('that is nothing does nothing', () => {
    for (const key of ['z', 'Enter', 'Tab', ' ', 'ArrowDown', 'Dead'])
      expect(actOf(press(key), free)).toBeNull()
  })
})

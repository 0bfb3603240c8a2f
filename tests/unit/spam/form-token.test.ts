import { createHmac } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { FASTEST, LONGEST, makeFormToken, readFormToken } from '../../../src/spam/form-token.ts'

const sign = (...parts: string[]) =>
  createHmac('sha256', 'a key').update(JSON.stringify(parts)).digest('base64url')
const made = new Date('2026-11-24T12:00:00Z')
const nonce = 'abcdefghijklmnop'
const on = 'posts/hello'
const token = makeFormToken({ on, now: made, nonce, sign })
const read = (more: Partial<Parameters<typeof readFormToken>[0]> = {}) =>
  readFormToken({
    token,
    on,
    now: new Date(made.getTime() + FASTEST),
    sign,
    isSame: (a, b) => a === b,
    ...more,
  }).token
const after = (milliseconds: number) => ({ now: new Date(made.getTime() + milliseconds) })

describe('the token of a form', () => {
  it.each([
    ['good, three seconds later', {}, 'good'],
    ['good, a day later', after(LONGEST), 'good'],
    ['too fast', after(FASTEST - 1), 'too-fast'],
    ['from the future', after(-1), 'too-fast'],
    ['expired', after(LONGEST + 1), 'expired'],
    ['of another page', { on: 'posts/other' }, 'bad'],
    ['made with another key', { sign: () => 'x'.repeat(43) }, 'bad'],
    ['none', { token: null }, 'missing'],
    ['empty', { token: '' }, 'missing'],
    ['no token', { token: 'hello' }, 'bad'],
    ['cut off', { token: token.slice(0, -1) }, 'bad'],
    ['made older', { token: token.replace(/^\d+/, String(made.getTime() - 1000)) }, 'bad'],
    ['with another nonce', { token: token.replace(nonce, 'ponmlkjihgfedcba') }, 'bad'],
  ] as const)('that is %s', (_, more, is) => expect(read(more)).toBe(is))

  it('names its nonce where it is good, and nowhere else', () => {
    const more = { token, on, sign, isSame: (a: string, b: string) => a === b }
    expect(readFormToken({ ...more, now: new Date(made.getTime() + FASTEST) }).nonce).toBe(nonce)
    expect(readFormToken({ ...more, now: made }).nonce).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  makePaneToken,
  makePreviewToken,
  PREVIEW_LIFETIME,
  readPreviewToken,
  type Sight,
} from '../../../src/preview/token.ts'
import { vault } from '../../../src/platform/crypto.ts'
import { anyText } from '../any.ts'

const MINUTE = 60_000
const now = new Date('2026-11-27T09:02:03.456Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const sight: Sight = { type: 'posts', id: '0199a3c4-7d1e-7abc-8def-0123456789ab', locale: 'tg' }
const token = makePreviewToken(sight, now)

describe('a preview token', () => {
  it('says what it shows, until ten minutes are over', () => {
    expect(readPreviewToken(token, now)).toEqual(sight)
    expect(readPreviewToken(token, after(10 * MINUTE - 1))).toEqual(sight)
    expect(readPreviewToken(token, after(10 * MINUTE))).toBeNull()
  })

  it('says nothing before it was made', () => {
    expect(readPreviewToken(token, after(-1))).toBeNull()
  })

  it('needs no escaping in an address', () => {
    expect(encodeURIComponent(token)).toBe(token)
  })

  it('is refused once any letter of it is another', () => {
    for (let at = 0; at < token.length; at++) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      // The last letter of 32 bytes has two bits that say nothing, and is compared as a letter all the same.
      expect(readPreviewToken(changed, now), changed).toBeNull()
    }
  })

  it.each([
    ['another document', { id: '0199a3c4-7d1e-7abc-8def-0123456789ac' }],
    ['another collection', { type: 'events' }],
    ['another language', { locale: 'ru' }],
  ] as const)('does not open %s with a signature of its own', (_, other) => {
    const signature = token.split('.').at(-1)!
    const forged = [
      ...makePreviewToken({ ...sight, ...other }, now)
        .split('.')
        .slice(0, -1),
      signature,
    ]
    expect(readPreviewToken(forged.join('.'), now)).toBeNull()
  })

  it('is no other token of ours', () => {
    const expires = String(now.getTime() + PREVIEW_LIFETIME)
    const signed = (...parts: string[]) =>
      [sight.type, sight.id, sight.locale, expires, vault.token(...parts)].join('.')
    expect(readPreviewToken(signed('manage', sight.type, sight.id, sight.locale, expires), now)).toBeNull()
    expect(readPreviewToken(signed('preview', sight.type, sight.id, sight.locale, expires), now)).toEqual(
      sight,
    )
  })

  it('is not anything that anybody makes up', () => {
    fc.assert(fc.property(anyText(), (text) => readPreviewToken(text, now) === null))
    for (const text of ['', '....', 'posts.1.en.9.', `${token}x`, `${token}.`, ` ${token}`, `${token}\n`])
      expect(readPreviewToken(text, now), JSON.stringify(text)).toBeNull()
  })
})

describe('the token of a pane', () => {
  it('is the same for saves that follow each other, and never good for less than five minutes or more than ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 * MINUTE }), (passed) => {
        const then = after(passed)
        const made = makePaneToken(sight, then)
        expect(readPreviewToken(made, then)).toEqual(sight)
        expect(readPreviewToken(made, after(passed + 5 * MINUTE - 1))).toEqual(sight)
        expect(readPreviewToken(made, after(passed + 10 * MINUTE))).toBeNull()
      }),
    )
    expect(makePaneToken(sight, after(1500))).toBe(makePaneToken(sight, now))
    expect(makePaneToken(sight, after(5 * MINUTE))).not.toBe(makePaneToken(sight, now))
  })
})

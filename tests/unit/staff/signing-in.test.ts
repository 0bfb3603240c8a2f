import { describe, expect, it } from 'vitest'

import { browserFamily } from '../../../src/staff/browser.ts'
import { COMMON_PASSWORDS } from '../../../src/staff/common-passwords.ts'
import { contentSecurityPolicy, newNonce, staffHeaders } from '../../../src/staff/panel-headers.ts'
import { faultOf } from '../../../src/staff/password.ts'
import { newRecoveryCodes, readRecoveryCode, recoveryDigest } from '../../../src/staff/recovery.ts'
import { codeAt, newSecret, readCode, stepOf, toSetUp } from '../../../src/staff/totp.ts'

describe('one-time codes', () => {
  // RFC 6238, appendix B, for SHA-1; the last six of its eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('are those of the standard at second %i', (second, code) => {
    const now = new Date(second * 1000)
    expect(codeAt({ secret, now })).toBe(code)
    expect(stepOf({ code, secret, now })).toBe(Math.floor(second / 30))
  })

  it('are right for a step to either side, and no further', () => {
    const code = codeAt({ secret, now: new Date(300_000) })
    const at = (second: number) => stepOf({ code, secret, now: new Date(second * 1000) })
    expect([240, 270, 300, 330, 359, 360].map(at)).toEqual([null, 10, 10, 10, 10, null])
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12 456'])('are six digits, not %j', (code) => {
    expect(stepOf({ code, secret, now: new Date(59_000) })).toBeNull()
  })

  it('are typed as apps show them', () => expect(readCode(' 287 082 ')).toBe('287082'))

  it('come of 160 random bits, and of an address that apps read', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newSecret()).not.toBe(newSecret())
    const { uri, picture } = toSetUp({ secret, label: 'a@newsroom.example' })
    expect(Object.fromEntries(new URL(uri).searchParams)).toEqual({
      issuer: 'Ovoz',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
    expect(picture).toMatch(/^<svg [^>]*>.*<\/svg>$/s)
    expect(picture).not.toContain(secret)
  })
})

describe('recovery codes', () => {
  it('are ten, all different, and read however they are typed', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(code).toMatch(/^[2-9a-km-np-z]{4}(-[2-9a-km-np-z]{4}){3}$/)
      expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''))
    }
  })
  it.each(['', '123456', 'a'.repeat(15), 'a'.repeat(17), 'л'.repeat(16)])('are not %j', (typed) =>
    expect(readRecoveryCode(typed)).toBeNull(),
  )
  it('have another digest for each user', () => {
    const code = 'abcdefghjkmnpqrs'
    expect(recoveryDigest({ user: '1', code })).not.toBe(recoveryDigest({ user: '2', code }))
  })
})

describe('a password', () => {
  const person = { name: 'Нигора Каримова', email: 'nigora.karimova@newsroom.example' }
  const fault = (password: string) => faultOf({ password, person })

  it.each([
    'correct-horse-battery',
    'seven-quiet-mulberries',
    'семь тихих тутовников',
    'ҳафт дарахти тути ором',
    '🐎🐎🔋🔋🧷🧷🚲🚲🌲🌲🍎🍐',
    'x7Kp2vQ9tL4m',
    'a-long-test-password',
    'ab'.repeat(3) + 'Kq7'.repeat(2),
  ])('may be %s', (password) => expect(fault(password)).toBeNull())

  it('is counted by what people see, not by bytes', () => {
    expect(fault('🐎🔋🧷🚲🌲🍎🍐🍇🍓🫐🍒')).toBe('password-short')
    expect(fault('ҳафт дарахт')).toBe('password-short')
    expect(fault('x7Kp2vQ9tL4m'.repeat(10) + 'x7Kp2vQ9')).toBeNull()
    expect(fault('x7Kp2vQ9tL4m'.repeat(10) + 'x7Kp2vQ9t')).toBe('password-long')
  })

  it.each([
    'password1234',
    'P@ssw0rd2026!',
    'passwordpassword',
    'Password-Password',
    'qwertyuiop123',
    'Йцукенгшщзхъ',
    'пароль123456',
    'gfhjkm123456',
    'ғафс'.replace('ғафс', 'Тоҷикистон2026'),
    'Точикистон2026',
    'душанбе12345',
    '111111111111',
    'abcabcabcabc',
    '123456789012',
    '1q2w3e4r5t6y',
    'iloveyouforever',
    'ｐａｓｓｗｏｒｄ１２３４',
  ])('is too common: %s', (password) => expect(fault(password)).toBe('password-common'))

  it.each([
    'nigora.karimova',
    'Нигора Каримова 1987',
    'karimova12345',
    'newsroom.example',
    'nigora@newsroom',
  ])('is a name or an address: %s', (password) => expect(fault(password)).toBe('password-personal'))

  it('is looked up among more than a thousand, each of them once', () => {
    expect(COMMON_PASSWORDS.length).toBeGreaterThan(1_000)
    expect(new Set(COMMON_PASSWORDS).size).toBe(COMMON_PASSWORDS.length)
  })
})

describe('browserFamily', () => {
  const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/140.0 Safari/537.36`, 'Chrome'],
    [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge'],
    [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/140.0 YaBrowser/25.1 Safari/537.36`, 'Yandex'],
    ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
    [
      'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari',
    ],
    ['curl/8.0', null],
    [undefined, null],
  ])('knows %s', (said, family) => expect(browserFamily(said)).toBe(family))
})

describe('what browsers are told', () => {
  const panel = { isProduction: true, isSecure: true, previews: ['https://site.example'] }

  it('lets no script run that is not ours', () => {
    const policy = contentSecurityPolicy({ ...panel, nonce: 'abc' })
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src'))
    expect(scripts).toBe("script-src 'self' 'nonce-abc'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("frame-src 'self' https://site.example")
    expect(policy).not.toContain('unsafe-eval')
  })

  it('has a nonce of 128 bits that Next reads, never twice', () => {
    expect(newNonce()).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(newNonce()).not.toBe(newNonce())
  })

  it('asks for TLS from now on where there is TLS, and only there', () => {
    const names = (isSecure: boolean) => staffHeaders({ ...panel, isSecure }).map(([name]) => name)
    expect(names(true)).toContain('Strict-Transport-Security')
    expect(names(false)).not.toContain('Strict-Transport-Security')
  })
})

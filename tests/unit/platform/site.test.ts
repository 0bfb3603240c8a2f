import { afterEach, describe, expect, it } from 'vitest'

import { createVault } from '../../../src/platform/crypto.ts'
import { isHookSecret } from '../../../src/platform/hook-secret.ts'
import { settings } from '../../../src/platform/settings.ts'
import { nearHost, siteHook } from '../../../src/platform/site.ts'

const GIVEN = `whsec_${Buffer.alloc(24, 1).toString('base64')}`
const unset = { SITE: 'off', SITE_WEBHOOK_SECRET: undefined, SITE_WEBHOOK_URL: undefined } as const
const set = (values: object) => Object.assign(settings, unset, values)
afterEach(() => void set({}))

describe('where the site is told of changes', () => {
  it.each([
    [{ SITE: 'on', SITE_PORT: 3001 }, 'http://127.0.0.1:3001/webhooks/ovoz'],
    [{ SITE: 'on', SITE_PORT: 0 }, null],
    [{ SITE: 'off', SITE_PORT: 3001 }, null],
    [{ SITE_WEBHOOK_URL: 'http://site:3001/webhooks/ovoz' }, null],
    [{ SITE_WEBHOOK_SECRET: GIVEN }, null],
    [
      { SITE_WEBHOOK_URL: 'http://site:3001/webhooks/ovoz', SITE_WEBHOOK_SECRET: GIVEN },
      'http://site:3001/webhooks/ovoz',
    ],
  ])('with %o: %s', (values, url) => {
    set(values)
    expect(siteHook()?.url ?? null).toBe(url)
  })

  it('is signed with the secret that is given, else with one made from the key of the seal', () => {
    set({ SITE: 'on' })
    const made = siteHook()!.secret
    expect(isHookSecret(made)).toBe(true)
    expect(siteHook()!.secret).toBe(made)
    set({ SITE: 'on', SITE_WEBHOOK_SECRET: GIVEN })
    expect(siteHook()!.secret).toBe(GIVEN)
  })
})

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::', '[::1]'],
  ['::1', '[::1]'],
  ['fd00::7', '[fd00::7]'],
  ['192.168.1.5', '192.168.1.5'],
])('what listens on %s is reached at %s', (host, near) => expect(nearHost(host)).toBe(near))

it('what is shared with another program is of one purpose and one key', () => {
  const [one, other] = ['a', 'b'].map((letter) => createVault(Buffer.alloc(32, letter).toString('base64')))
  const all = [one!.share('x'), one!.share('y'), other!.share('x')].map((bytes) => bytes.toString('hex'))
  expect(new Set(all).size).toBe(3)
  expect(one!.share('x')).toHaveLength(32)
})

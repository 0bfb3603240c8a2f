import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import { claim } from '../platform/ledger.ts'
import { settings } from '../platform/settings.ts'

const DEFAULT_EMAIL = 'admin@localhost.localdomain'
const MINUTE = 60_000

/** How to sign in; `password` is null where it is the one in the settings. */
export type FirstAdmin = { email: string; password: string | null }

/**
 * Makes the first administrator where there is no user at all: the one of ADMIN_EMAIL and ADMIN_PASSWORD, else one
 * with a random password.
 * @returns how to sign in, once; null where users are there already or another process is making one.
 */
export async function makeFirstAdmin(payload: Payload): Promise<FirstAdmin | null> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs) return null
  const { isMine } = await claim({ payload, key: 'first-admin', milliseconds: MINUTE })
  if (!isMine) return null
  const email = settings.ADMIN_EMAIL ?? DEFAULT_EMAIL
  const password = settings.ADMIN_PASSWORD ?? randomBytes(12).toString('base64url')
  await payload.create({
    collection: 'users',
    context: { isFromSettings: true },
    // At an address that we made up nobody gets mail.
    data: {
      name: 'Administrator',
      email,
      password,
      role: 'admin',
      ...(settings.ADMIN_EMAIL ? {} : { notices: 'off' }),
    },
    depth: 0,
    overrideAccess: true,
  })
  return { email, password: settings.ADMIN_PASSWORD ? null : password }
}

import { randomBytes } from 'node:crypto'

import type { FieldHook, PayloadRequest } from 'payload'
import { Webhook as Signer } from 'standardwebhooks'

import { type Sealed, vault } from '../platform/crypto.ts'
import { FEWEST, isHookSecret, MOST, PREFIX } from '../platform/hook-secret.ts'
import { staffWord } from '../platform/staff-words.ts'

const BYTES = 32

export const newSecret = () => `${PREFIX}${randomBytes(BYTES).toString('base64')}`

/** Whether a text can sign: nothing, for a new one, or the prefix and 24 to 64 bytes in base64. */
export const isSecretOrEmpty = (value: string | null | undefined): boolean => !value || isHookSecret(value)

const PLACE = 'webhook secret'

const open = (value: string) => vault.open({ value: value as Sealed, place: PLACE })

function isSealed(value: string): boolean {
  try {
    return Boolean(open(value))
  } catch {
    return false
  }
}

/** Secrets are kept sealed; where none is given, a new one is made. What cannot sign is left for the check after. */
export const sealSecret: FieldHook = ({ value }) => {
  if (value && !isSecretOrEmpty(String(value))) return value
  return vault.seal({ value: value ? String(value) : newSecret(), place: PLACE })
}

/** Whether a text can sign, or why not. */
export const mayBeKey = (value: string | null | undefined, req: PayloadRequest): true | string =>
  isSecretOrEmpty(value) || staffWord(req, 'odd-secret', { prefix: PREFIX, fewest: FEWEST, most: MOST })

/** Payload checks a field after its hooks, so what was typed is sealed by then. */
export const mayBeSecret = (
  value: string | null | undefined,
  { req }: { req: PayloadRequest },
): true | string => (value && isSealed(value) ? true : mayBeKey(value, req))

/** Opened for whoever may read webhooks. One that another key sealed is missing, and saving makes a new one. */
export const openSecret: FieldHook = ({ req, value }) => {
  if (typeof value !== 'string') return null
  try {
    return open(value)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'The secret of a webhook cannot be opened. Save a new one.' })
    return null
  }
}

/** The headers of one attempt, https://www.standardwebhooks.com. The time is that of the attempt, in seconds. */
export function signedHeaders({
  secret,
  messageId,
  body,
  now,
}: {
  secret: string
  messageId: string
  body: string
  now: Date
}): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Ovoz-Webhooks/1',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Signer(secret).sign(messageId, now, body),
  }
}

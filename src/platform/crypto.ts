import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

import { secrets } from './secrets.ts'

declare const sealed: unique symbol
/** A value only its own key opens; safe to keep, never to show. */
export type Sealed = string & { readonly [sealed]: true }

const derive = (key: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `ovoz ${purpose}`, 32))
const mac = (key: Buffer, ...parts: string[]) =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')

/**
 * Sealing (AES-256-GCM, a random nonce each time) and blind marks (HMAC-SHA256), each with a key of its own
 * derived by HKDF from the one SEAL_KEY.
 */
export function createVault(sealKey: string) {
  const root = Buffer.from(sealKey, 'base64')
  const sealingKey = derive(root, 'seal')
  const indexKey = derive(root, 'index')
  const tokenKey = derive(root, 'token')
  const keyId = derive(root, 'key id').toString('hex').slice(0, 8)

  return {
    keyId,
    /** Seals a text for one place: it opens only with the same `place`, so a value moved elsewhere is refused. */
    seal({ value, place }: { value: string; place: string }): Sealed {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', keyId, nonce.toString('base64url'), body.toString('base64url')].join('.') as Sealed
    },
    /** @throws Error when the key is another one, or the value was changed or moved. */
    open({ value, place }: { value: Sealed; place: string }): string {
      const [version, id, nonce, body] = value.split('.')
      if (version !== 'v1' || !nonce || !body) throw new Error('A sealed value is damaged.')
      if (id !== keyId) throw new Error(`A value was sealed with key ${id}; SEAL_KEY is key ${keyId}.`)
      const bytes = Buffer.from(body, 'base64url')
      const opener = createDecipheriv('aes-256-gcm', sealingKey, Buffer.from(nonce, 'base64url'))
      opener.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
      return opener.update(bytes.subarray(0, -16), undefined, 'utf8') + opener.final('utf8')
    },
    /** A mark by which equal values are found again and nothing else is learnt. */
    index: (...parts: string[]) => mac(indexKey, ...parts),
    /** A bearer token for one purpose; kept nowhere, made again to be checked. */
    token: (...parts: string[]) => mac(tokenKey, ...parts),
    /** 32 bytes for one purpose, to share with another program: nothing of the key is to be learnt from them. */
    share: (purpose: string) => derive(root, `shared ${purpose}`),
  }
}

export const vault = createVault(secrets.SEAL_KEY)

/** Compares in constant time, whatever the lengths. */
export function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A bearer token that is kept by its digest alone: 32 random bytes, 43 signs. */
export const newToken = () => randomBytes(32).toString('base64url')

const TOKEN = /^[\w-]{43}$/
/** Whether a text can be such a token at all. */
export const isToken = (text: string) => TOKEN.test(text)

/** What is kept of a token: enough to know it again. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

import { keyring } from './secrets.ts'

declare const sealed: unique symbol
/** A value only its own key opens; safe to keep, never to show. */
export type Sealed = string & { readonly [sealed]: true }

const derive = (key: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `ovoz ${purpose}`, 32))
const mac = (key: Buffer, ...parts: string[]) =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')

/** What sealing and marks are made with: SEAL_KEY seals, all of them open, MARK_KEY makes marks and tokens. */
export type Keyring = { SEAL_KEY: string; SEAL_KEYS_OLD?: readonly string[]; MARK_KEY?: string }

const HALF = 32
const keyIdOf = (root: Buffer) => derive(root, 'key id').toString('hex').slice(0, 8)

function ringOf({ SEAL_KEY, SEAL_KEYS_OLD = [], MARK_KEY }: Keyring) {
  const roots = [SEAL_KEY, ...SEAL_KEYS_OLD].map((key) => Buffer.from(key, 'base64'))
  const [current] = roots as [Buffer, ...Buffer[]]
  const marks = MARK_KEY ? Buffer.from(MARK_KEY, 'base64') : null
  const tokenKey = marks ? marks.subarray(HALF) : derive(current, 'token')
  return {
    keyId: keyIdOf(current),
    sealingKeys: new Map(roots.map((root) => [keyIdOf(root), derive(root, 'seal')])),
    indexKey: marks ? marks.subarray(0, HALF) : derive(current, 'index'),
    tokenKey,
  }
}

/**
 * The key that marks and tokens are made with where no MARK_KEY is given: it follows from SEAL_KEY, and nothing sealed can
 * be opened with it. Written down when SEAL_KEY changes, so that marks and tokens stay what they are.
 */
export function markKeyOf(sealKey: string): string {
  const root = Buffer.from(sealKey, 'base64')
  return Buffer.concat([derive(root, 'index'), derive(root, 'token')]).toString('base64')
}

/** By which a key is named in sealed values: eight hexadecimal digits that tell nothing of it. */
export const nameOfKey = (sealKey: string) => keyIdOf(Buffer.from(sealKey, 'base64'))

const KEY_IN_VALUE = /^v1\.([0-9a-f]{8})\./
/** Which key sealed a value; null where it is none. */
export const keyOfValue = (value: unknown): string | null =>
  (typeof value === 'string' && KEY_IN_VALUE.exec(value)?.[1]) || null

/**
 * Sealing (AES-256-GCM, a random nonce each time) and blind marks (HMAC-SHA256), each with a key of its own
 * derived by HKDF.
 * @param given the key, or where the present keys are to be had; `isMissing` where one is wanted that is not among them
 */
export function createVault(given: string | ((isMissing: boolean) => Keyring)) {
  const read = typeof given === 'string' ? () => given : given
  let known: { of: string | Keyring; ring: ReturnType<typeof ringOf> } | undefined
  const ring = (isMissing = false) => {
    const of = read(isMissing)
    if (known?.of !== of) known = { of, ring: ringOf(typeof of === 'string' ? { SEAL_KEY: of } : of) }
    return known.ring
  }
  const sealingKeyOf = (id: string) => ring().sealingKeys.get(id) ?? ring(true).sealingKeys.get(id)

  return {
    /** The key that seals now. */
    get keyId() {
      return ring().keyId
    },
    /** Tells one MARK_KEY from another. */
    get marksId() {
      return derive(ring().indexKey, 'marks id').toString('hex').slice(0, 8)
    },
    /** Whether what a key has sealed can be opened. */
    knows: (id: string) => sealingKeyOf(id) !== undefined,
    /** Seals a text for one place: it opens only with the same `place`, so a value moved elsewhere is refused. */
    seal({ value, place }: { value: string; place: string }): Sealed {
      const { keyId, sealingKeys } = ring()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealingKeys.get(keyId)!, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', keyId, nonce.toString('base64url'), body.toString('base64url')].join('.') as Sealed
    },
    /** @throws Error when the key is another one, or the value was changed or moved. */
    open({ value, place }: { value: Sealed; place: string }): string {
      const [version, id, nonce, body] = value.split('.')
      if (version !== 'v1' || !id || !nonce || !body) throw new Error('A sealed value is damaged.')
      const sealingKey = sealingKeyOf(id)
      if (!sealingKey) throw new Error(`A value was sealed with key ${id}; SEAL_KEY is key ${ring().keyId}.`)
      const bytes = Buffer.from(body, 'base64url')
      const opener = createDecipheriv('aes-256-gcm', sealingKey, Buffer.from(nonce, 'base64url'))
      opener.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
      return opener.update(bytes.subarray(0, -16), undefined, 'utf8') + opener.final('utf8')
    },
    /** A mark by which equal values are found again and nothing else is learnt. */
    index: (...parts: string[]) => mac(ring().indexKey, ...parts),
    /** A bearer token for one purpose; kept nowhere, made again to be checked. */
    token: (...parts: string[]) => mac(ring().tokenKey, ...parts),
    /** 32 bytes for one purpose, to share with another program: nothing of the key is to be learnt from them. */
    share: (purpose: string) => derive(ring().tokenKey, `shared ${purpose}`),
  }
}

export const vault = createVault(keyring)

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

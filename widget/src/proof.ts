import type { CommentsClient } from 'ovoz/client'

type Form = Awaited<ReturnType<CommentsClient['formToken']>>
type Challenge = NonNullable<Form['altcha']>
type Proof = { formToken?: string; altcha?: string }

/** Sooner after its token came than this, nothing is sent, in milliseconds; the server would take it for a program. */
const SOONEST = 3000
/** The work holds for an hour; what is older than this is done anew. */
const OLDEST = 50 * 60_000
/** More tries than any challenge takes. */
const MOST_TRIES = 100_000

const toBytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16))
const toHex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Does the work that a form is asked for, as ALTCHA's second version has it: keys are derived until one begins as it
 * should. Browsers derive them beside the page, which stays quick meanwhile.
 * @returns base64 of JSON `{challenge, solution}`
 */
export async function doWork(challenge: Challenge): Promise<string | undefined> {
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters
  const start = toBytes(nonce)
  const password = new Uint8Array(start.length + 4)
  password.set(start)
  const { subtle } = crypto
  const how = {
    name: 'PBKDF2',
    hash: algorithm.slice('PBKDF2/'.length),
    iterations: cost,
    salt: toBytes(salt),
  }
  for (let counter = 0; counter < MOST_TRIES; counter++) {
    new DataView(password.buffer).setUint32(start.length, counter)
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = toHex(await subtle.deriveBits(how, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))
  }
  return undefined
}

/**
 * What shows that a person writes here, made while they write. Where it cannot be made (no answer, no TLS), the comment
 * goes without it, and waits for a moderator.
 */
export class Prover {
  #begun: { at: number; proof: Promise<Proof> } | null = null

  constructor(
    private readonly client: CommentsClient,
    private readonly on: () => string,
  ) {}

  /** Somebody has begun to write. */
  begin() {
    if (this.#begun && Date.now() - this.#begun.at < OLDEST) return this.#begun
    return (this.#begun = { at: Date.now(), proof: this.#make().catch(() => ({})) })
  }

  async #make(): Promise<Proof> {
    const { formToken, altcha } = await this.client.formToken(this.on())
    // Where no work is asked for, none of this is needed.
    if (!altcha) return {}
    const isOldEnough = new Promise((resolve) => setTimeout(resolve, SOONEST))
    const work = await doWork(altcha).catch(() => undefined)
    await isOldEnough
    return { formToken, ...(work && { altcha: work }) }
  }

  /** For one comment; the next one gets another. */
  async take(): Promise<Proof> {
    const { proof } = this.begin()
    this.#begun = null
    return proof
  }
}

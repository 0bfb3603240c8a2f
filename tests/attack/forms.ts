import { createHash } from 'node:crypto'

/** A secret that was put in, and where it may be seen all the same. */
export type Secret = { name: string; value: string }

type Form = { secret: string; how: string; sign: string; anyCase: boolean }

const HASHES = ['md5', 'sha1', 'sha256'] as const

/** In base64 a text looks different at each of three places; the parts that do not depend on what stands around it. */
function base64s(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The first and the last letters also hold bits of what stands beside.
    return text.slice(shift === 0 ? 0 : shift + 1, -2)
  })
}

const urlSafe = (text: string) => text.replace(/\+/g, '-').replace(/\//g, '_')

/** Every form in which a secret would be known: as it is, encoded, or as its digest. */
function formsOf({ name, value }: Secret): Form[] {
  const spellings = [...new Set([value, value.toLowerCase(), value.trim()])]
  const plain = (how: string, sign: string): Form => ({
    secret: name,
    how,
    sign: sign.toLowerCase(),
    anyCase: true,
  })
  const exact = (how: string, sign: string): Form => ({ secret: name, how, sign, anyCase: false })
  return spellings.flatMap((text) => [
    plain('as it is', Buffer.from(text).toString('latin1')),
    plain('in an address', encodeURIComponent(text)),
    plain('in hexadecimal', Buffer.from(text).toString('hex')),
    plain('backwards', Buffer.from([...text].reverse().join('')).toString('latin1')),
    ...base64s(text).flatMap((sign) => [exact('in base64', sign), exact('in base64url', urlSafe(sign))]),
    ...HASHES.flatMap((hash) => {
      const digest = createHash(hash).update(text).digest()
      const base64 = digest.toString('base64').replace(/=+$/, '')
      return [plain(hash, digest.toString('hex')), exact(hash, base64), exact(hash, urlSafe(base64))]
    }),
  ])
}

/** Looks for secrets in whatever it is handed. */
export function createSearch(secrets: readonly Secret[]) {
  const forms = secrets.flatMap(formsOf)
  return {
    forms: forms.length,
    /** Which secrets are in some bytes, and in which form. */
    find(bytes: Buffer | string): string[] {
      const text =
        typeof bytes === 'string' ? Buffer.from(bytes).toString('latin1') : bytes.toString('latin1')
      const lower = text.toLowerCase()
      const found = forms.filter(({ sign, anyCase }) => (anyCase ? lower : text).includes(sign))
      return [...new Set(found.map(({ secret, how }) => `${secret}, ${how}`))]
    },
  }
}

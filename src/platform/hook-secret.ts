/** What a secret of Standard Webhooks begins with; its bytes follow in base64. */
export const PREFIX = 'whsec_'

/** What Standard Webhooks asks of a key, in bytes. */
export const FEWEST = 24
export const MOST = 64

/** Whether a text can sign webhooks: the prefix and 24 to 64 bytes in base64. */
export function isHookSecret(value: string): boolean {
  const encoded = value.startsWith(PREFIX) ? value.slice(PREFIX.length) : ''
  const bytes = Buffer.from(encoded, 'base64')
  return bytes.toString('base64') === encoded && bytes.length >= FEWEST && bytes.length <= MOST
}

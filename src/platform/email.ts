import { domainToASCII } from 'node:url'

// One plain address (RFC 5321 without quoted parts): no comma, quote or bracket that could make it two.
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** An e-mail address in the form we keep it, or null when it is none. */
export function readEmail(text: string): string | null {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const typed = text.slice(at + 1)
  // Letters of any script, nothing that could end a host: what stands behind it would be dropped without a word.
  const domain = /^[\p{L}\p{M}\p{N}.-]+$/u.test(typed) ? domainToASCII(typed).toLowerCase() : ''
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null
  return `${local}@${domain}`
}

/** Enough of an e-mail address to tell people apart: `n•••@example.org`. */
export const maskEmail = (email: string) => email.replace(/^(.)[^@]*/u, '$1•••')

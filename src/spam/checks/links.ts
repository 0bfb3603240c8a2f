import type { Check } from '../check.ts'
import { contactsIn } from '../contacts.ts'

/** How many addresses an honest comment on an article needs, where the site does not say; and more than anybody needs. */
const ALLOWED = 1
const TOO_MANY = 5

/**
 * How many places a text sends its readers to, and how openly. One open address is honest, so is the field for the
 * writer's own page; an address in the name, a shortener, a channel or a number for a messenger waits.
 */
export const links: Check = ({ name, body }, { linksAllowed = ALLOWED }) => {
  const inBody = contactsIn(body)
  const inName = contactsIn(name)
  const count = inBody.addresses + inName.addresses
  if (inBody.markup + inName.markup) return { verdict: 'spam', reason: 'links', detail: '[url]' }
  if (count >= Math.max(TOO_MANY, linksAllowed + 1))
    return { verdict: 'spam', reason: 'links', detail: String(count) }
  const veiled = [...inBody.veiled, ...inName.veiled]
  const hidden = inBody.handles + inName.handles
  if (veiled.length || hidden)
    return { verdict: 'hold', reason: 'links', detail: (veiled.join(', ') || '@').slice(0, 100) }
  if (count > linksAllowed || inName.addresses)
    return { verdict: 'hold', reason: 'links', detail: String(count) }
  return null
}

import { type Locale, LOCALES, SUBJECT_TYPES, type SubjectType } from '../contract/index.ts'
import { isSame, vault } from '../platform/crypto.ts'

/** What a token shows: the newest draft of one document, in a language. */
export type Sight = { type: SubjectType; id: string; locale: Locale }

const MINUTE = 60_000
/** How long a token is good for, in milliseconds. */
export const PREVIEW_LIFETIME = 10 * MINUTE

const FORM = new RegExp(
  `^(${SUBJECT_TYPES.join('|')})\\.([\\w-]{1,64})\\.(${LOCALES.join('|')})\\.(\\d{1,15})\\.([\\w-]{43})$`,
)

const sign = (...parts: string[]) => vault.token('preview', ...parts)

/** A token that is good until `expires`; made of letters that need no escaping in an address. */
function write({ type, id, locale }: Sight, expires: number): string {
  const parts = [type, id, locale, String(expires)] as const
  return [...parts, sign(...parts)].join('.')
}

/** A token for ten minutes from now. */
export const makePreviewToken = (sight: Sight, now: Date) => write(sight, now.getTime() + PREVIEW_LIFETIME)

/**
 * A token for a pane that is made anew with every save: the same one for five minutes, so that the pane is not
 * loaded anew by each, and good for five to ten.
 */
export function makePaneToken(sight: Sight, now: Date): string {
  const step = PREVIEW_LIFETIME / 2
  return write(sight, Math.floor(now.getTime() / step) * step + PREVIEW_LIFETIME)
}

/** What a token shows, or null where it is forged, changed or has expired. */
export function readPreviewToken(token: string, now: Date): Sight | null {
  const [, type, id, locale, expires, signature] = FORM.exec(token) ?? []
  if (!type || !id || !locale || !expires || !signature) return null
  if (!isSame(signature, sign(type, id, locale, expires))) return null
  const left = Number(expires) - now.getTime()
  // Nobody but us signs, so a longer life would be a clock that was set back.
  if (left <= 0 || left > PREVIEW_LIFETIME) return null
  return { type: type as SubjectType, id, locale: locale as Locale }
}

import { type FieldHook, type PayloadRequest, ValidationError } from 'payload'

import { type Sealed, vault } from './crypto.ts'

/**
 * Hooks of a text field that is kept sealed and opened for whoever may read it. One that another key sealed is missing.
 * @param fill what is kept where the field is left empty
 * @param accepts whether a text can be kept, or why not
 */
export function sealedHooks({
  place,
  fill,
  accepts,
}: {
  place: string
  fill?: () => string
  accepts?: (text: string, req: PayloadRequest) => true | string
}): {
  beforeChange: FieldHook[]
  afterRead: FieldHook[]
} {
  const open = (value: unknown) => {
    try {
      return vault.open({ value: value as Sealed, place })
    } catch {
      return null
    }
  }
  return {
    beforeChange: [
      ({ path, req, value }) => {
        const text = value ? String(value) : (fill?.() ?? '')
        if (text === '' || open(text) !== null) return text || null
        const fault = accepts?.(text, req) ?? true
        if (fault !== true)
          throw new ValidationError({ errors: [{ path: path.join('.'), message: fault }] }, req.t)
        return vault.seal({ value: text, place })
      },
    ],
    afterRead: [({ value }) => (typeof value === 'string' ? open(value) : null)],
  }
}

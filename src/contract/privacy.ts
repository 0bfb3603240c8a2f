import { z } from 'zod'

import { Locale } from './basics.ts'

/** What a reader can ask for: a copy of all that is kept about an address, or that it is forgotten. */
export const PRIVACY_KINDS = ['copy', 'erase'] as const
export type PrivacyKind = (typeof PRIVACY_KINDS)[number]

/** What becomes of the texts of a reader who is forgotten. */
export const ERASURE_CHOICES = ['anonymous', 'removed'] as const
export type ErasureChoice = (typeof ERASURE_CHOICES)[number]

export const PrivacyRequest = z
  .object({
    email: z.string().meta({ description: 'The address that it is about. At most 254 characters.' }),
    kind: z.enum(PRIVACY_KINDS).meta({
      description: '`copy`: everything that is kept about the address. `erase`: it is to be forgotten.',
    }),
    locale: Locale.nullish().meta({ description: 'The language of the mail and of its pages.' }),
  })
  .meta({ id: 'PrivacyRequest' })
export type PrivacyRequest = z.input<typeof PrivacyRequest>

export const PrivacyReceipt = z
  .object({
    message: z.string().meta({ description: 'A sentence for readers. It is the same for every address.' }),
  })
  .meta({ id: 'PrivacyReceipt' })
export type PrivacyReceipt = z.infer<typeof PrivacyReceipt>

import { z } from 'zod'

import { Locale } from './basics.ts'

export const KeptItem = z
  .object({
    id: z.string().meta({ description: 'Which kind of data; it stays the same.', example: 'removed' }),
    what: z.string().meta({ description: 'What is kept, in words for readers.' }),
    why: z.string().meta({ description: 'What for.' }),
    kept: z.string().meta({ description: 'How long, in words.' }),
    days: z
      .int()
      .nullable()
      .meta({ description: 'The same in days; null where it lasts as long as something else does.' }),
  })
  .meta({ id: 'KeptItem' })

export const PrivacyText = z
  .object({
    locale: Locale,
    items: z.array(KeptItem).meta({ description: 'Everything that is kept about readers.' }),
  })
  .meta({ id: 'PrivacyText' })
export type PrivacyText = z.infer<typeof PrivacyText>

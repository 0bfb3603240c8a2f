import type { Payload } from 'payload'

import type { Locale, PrivacyText } from '../contract/index.ts'
import { readSpamRules } from '../spam/store.ts'
import { readDays } from './run.ts'
import { toPublicRules } from './view.ts'

/** The globals that the text is made of, beside the table. */
export const MADE_OF = ['privacy', 'spam'] as const

/** What is kept about readers and who is asked about their comments, as it is at this moment. */
export async function readPublicRules({
  payload,
  locale,
}: {
  payload: Payload
  locale: Locale
}): Promise<PrivacyText> {
  const [days, spam] = await Promise.all([readDays({ payload }), readSpamRules({ payload })])
  return toPublicRules({ locale, days, spam })
}

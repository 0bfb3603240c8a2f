import { randomUUID } from 'node:crypto'

import type { Letter } from '../../src/mail/service.ts'
import type { Ovoz } from './ovoz.ts'

/** A letter that says little, each a notice of its own. */
export const letterTo = (to: string, more: Partial<Letter> = {}): Letter => ({
  kind: 'test',
  once: randomUUID(),
  to,
  locale: 'en',
  subject: 'News',
  text: 'Some news.\n',
  html: '<p>Some news.</p>',
  ...more,
})

/** Everything that is or was to be sent, the oldest first. */
export async function mailsOf(ovoz: Ovoz): Promise<any[]> {
  const { docs } = await ovoz.payload.find({
    collection: 'mails',
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })
  return docs
}

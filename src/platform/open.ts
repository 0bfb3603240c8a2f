import { getPayload, type Payload, type SanitizedConfig } from 'payload'

import { migrate } from './database.ts'
import { fullText } from './full-text.ts'
import { checkKeys } from './keys.ts'
import { limitStore } from './limit-store.ts'
import { indexTranslations } from './locale-indexes.ts'

/** Opens the database the settings name, in the shape this version needs. */
export async function openPayload(config: Promise<SanitizedConfig>): Promise<Payload> {
  const payload = await getPayload({ config })
  await migrate(payload)
  await checkKeys({ payload })
  await indexTranslations(payload)
  await fullText(payload).prepare()
  await limitStore(payload).prepare()
  return payload
}

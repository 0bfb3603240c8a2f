import { getPayload, type Payload, type SanitizedConfig } from 'payload'

import { migrate } from './database.ts'

/** Opens the database the settings name, in the shape this version needs. */
export async function openPayload(
  load: () => Promise<{ default: Promise<SanitizedConfig> }>,
): Promise<Payload> {
  const { default: config } = await load()
  const payload = await getPayload({ config })
  await migrate(payload)
  return payload
}

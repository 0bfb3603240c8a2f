import { settings } from '../../src/platform/settings.ts'
import { createPostman } from '../../src/webhooks/postman.ts'
import type { Ovoz } from './ovoz.ts'

/** Receivers of tests are on this machine; what they are let in by is read at every use. */
export const letPrivateIn = (isOn: boolean) =>
  Object.assign(settings, { WEBHOOK_PRIVATE: isOn ? 'on' : 'off' })

/** Starts the site, as far as the settings say, on a port; without one, there is none. */
export const placeSite = (port: number | null, secret?: string) =>
  Object.assign(settings, {
    SITE: port === null ? 'off' : 'on',
    SITE_PORT: port ?? 3001,
    SITE_WEBHOOK_SECRET: secret,
  })

/** A webhook as an administrator makes it, with its secret open. */
export async function listen(
  ovoz: Ovoz,
  { url, events, name = 'Site' }: { url: string; events: string[]; name?: string },
) {
  return ovoz.payload.create({
    collection: 'webhooks',
    data: { name, url, events, isOn: true } as never,
    depth: 0,
    overrideAccess: true,
  })
}

/** Everything that was to be told, the oldest first. */
export async function deliveriesOf(ovoz: Ovoz, webhook?: { id: string }): Promise<any[]> {
  const { docs } = await ovoz.payload.find({
    collection: 'deliveries',
    where: webhook ? { webhook: { equals: webhook.id } } : {},
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

/** Begins as if nothing had ever been told: no webhooks, no deliveries. */
export async function forgetAll(ovoz: Ovoz) {
  for (const collection of ['webhooks', 'deliveries', 'upcoming'] as const)
    await ovoz.payload.delete({ collection, where: { id: { exists: true } }, overrideAccess: true })
}

/** A worker that takes no chances with its pauses. Its clock is ahead by some milliseconds. */
export function workerOf(ovoz: Ovoz, more: Partial<Parameters<typeof createPostman>[0]> = {}) {
  const postman = createPostman({ payload: ovoz.payload, random: () => 0, ...more })
  return {
    postman,
    async send(ahead = 0) {
      await postman.look(() => new Date(Date.now() + ahead))
      await postman.rest()
    },
  }
}

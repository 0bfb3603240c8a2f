import {
  APIError,
  type CollectionConfig,
  docAccessOperation,
  type Endpoint,
  getAccessResults,
  type GlobalConfig,
  type SanitizedConfig,
} from 'payload'

import { roleOf } from './access.ts'
import { guardCollection, guardGlobal } from './guard.ts'

const notHere = () => new APIError('Not Found', 404, undefined, true)

const shut = (method: Endpoint['method'], path: string): Endpoint => ({
  method,
  path,
  handler: () => {
    throw notHere()
  },
})

/** Ways of Payload's that we do not offer; an endpoint of our own at the same place comes before the built-in one. */
const SHUT = [shut('post', '/:id/duplicate'), shut('post', '/duplicate')]
const SHUT_FOR_USERS = [
  // The first administrator is made by the server itself, never by who comes first.
  shut('post', '/first-register'),
  shut('post', '/unlock'),
  shut('post', '/verify/:id'),
]

const docAccess = (slug: string, path: string): Endpoint => ({
  method: 'post',
  path,
  handler: async (req) => {
    if (!roleOf(req)) throw notHere()
    const id = req.routeParams?.id as string | undefined
    const collection = req.payload.collections[slug as 'posts']!
    return Response.json(await docAccessOperation({ id: id!, collection, req }))
  },
})

/** What every collection of ours has, so that none can be without it: the guard, and the shut ways. */
export function guarded(collection: CollectionConfig): CollectionConfig {
  const { slug, auth, endpoints, hooks } = collection
  return {
    ...collection,
    disableDuplicate: true,
    hooks: { ...hooks, beforeOperation: [guardCollection, ...(hooks?.beforeOperation ?? [])] },
    endpoints:
      endpoints === false
        ? false
        : [
            ...(endpoints ?? []),
            ...SHUT,
            ...(auth ? SHUT_FOR_USERS : []),
            docAccess(slug, '/access'),
            docAccess(slug, '/access/:id'),
          ],
  }
}

export const guardedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeOperation: [guardGlobal, ...(global.hooks?.beforeOperation ?? [])] },
})

/** `GET /api/access` tells what the asking person may do; a stranger may do nothing, and learns nothing. */
export const accessEndpoint: Endpoint = {
  method: 'get',
  path: '/access',
  handler: async (req) => {
    if (!roleOf(req)) throw notHere()
    return Response.json(await getAccessResults({ req }))
  },
}

/** Payload adds collections of its own (jobs, preferences, locks, migrations); they get the guard as well. */
export async function guardOwnCollections(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections) {
    hooks.beforeOperation ??= []
    if (!hooks.beforeOperation.includes(guardCollection)) hooks.beforeOperation.unshift(guardCollection)
  }
  return config
}

import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  docAccessOperation,
  docAccessOperationGlobal,
  type Endpoint,
  getAccessResults,
  type GlobalConfig,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'

import { isStaff, roleOf } from './access.ts'
import { guardCollection, guardGlobal, OTHER_DOOR } from './guard.ts'

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
const SHUT_WITHOUT_VERSIONS = [
  shut('get', '/versions'),
  shut('get', '/versions/:id'),
  shut('post', '/versions/:id'),
]
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
    if (!isStaff(req)) throw notHere()
    const id = req.routeParams?.id as string | undefined
    const collection = req.payload.collections[slug as 'posts']!
    return Response.json(await docAccessOperation({ id: id!, collection, req }))
  },
})

/** What every collection of ours has, so that none can be without it: the guard, and the shut ways. */
export function guarded(collection: CollectionConfig): CollectionConfig {
  const { slug, auth, endpoints, hooks, versions } = collection
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
            ...(versions ? [] : SHUT_WITHOUT_VERSIONS),
            ...(auth ? SHUT_FOR_USERS : []),
            docAccess(slug, '/access'),
            docAccess(slug, '/access/:id'),
          ],
  }
}

const globalAccess = (slug: string): Endpoint => ({
  method: 'post',
  path: '/access',
  handler: async (req) => {
    if (!isStaff(req)) throw notHere()
    const globalConfig = req.payload.globals.config.find((one) => one.slug === slug)!
    return Response.json(await docAccessOperationGlobal({ globalConfig, req }))
  },
})

export const guardedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeOperation: [guardGlobal, ...(global.hooks?.beforeOperation ?? [])] },
  endpoints: [
    ...(global.endpoints || []),
    ...(global.versions ? [] : SHUT_WITHOUT_VERSIONS),
    globalAccess(global.slug),
  ],
})

/** `GET /api/access` tells the panel what the asking person may do; strangers and API keys learn nothing by it. */
export const accessEndpoint: Endpoint = {
  method: 'get',
  path: '/access',
  handler: async (req) => {
    if (!isStaff(req)) throw notHere()
    return Response.json(await getAccessResults({ req }))
  },
}

const refuseStrangers = (req: PayloadRequest) => {
  if (!roleOf(req)) throw new APIError(OTHER_DOOR, 403, undefined, true)
}

/** Some of Payload's own endpoints ask nobody, and write past all hooks; they are for the panel. */
const forStaff = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: (req) => {
    refuseStrangers(req)
    if (!isStaff(req)) throw new APIError('API keys of front ends read content.', 403, undefined, true)
    return endpoint.handler(req)
  },
})

type Resolver = (source: unknown, args: unknown, context: { req: PayloadRequest }, info: unknown) => unknown
type Schema = Record<'Query' | 'Mutation', { fields: Record<string, { resolve?: Resolver }> }>

/** Everything that GraphQL can be asked, also what reaches no collection: who may do what, whether there are users. */
const guardGraphQL: NonNullable<SanitizedConfig['graphQL']['queries']> = (_, schema) => {
  const { Query, Mutation } = schema as unknown as Schema
  for (const field of [...Object.values(Query.fields), ...Object.values(Mutation.fields)]) {
    const { resolve } = field
    if (!resolve) continue
    field.resolve = (source, args, context, info) => {
      refuseStrangers(context.req)
      return resolve(source, args, context, info)
    }
  }
  return {}
}

/**
 * Payload adds collections of its own (jobs, preferences, locks, migrations) and GraphQL; they get the guard as well.
 * @param more what else stands before their operations, by collection
 */
export async function guardOwnCollections(
  building: Promise<SanitizedConfig>,
  more: Record<string, CollectionBeforeOperationHook>,
): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections) {
    const { hooks, endpoints, slug } = collection
    hooks.beforeOperation ??= []
    if (hooks.beforeOperation.includes(guardCollection)) continue
    hooks.beforeOperation.unshift(guardCollection)
    if (more[slug]) hooks.beforeOperation.push(more[slug])
    if (endpoints) collection.endpoints = [...SHUT, ...SHUT_WITHOUT_VERSIONS, ...endpoints].map(forStaff)
  }
  config.graphQL.queries = guardGraphQL
  return config
}

import type {
  CollectionBeforeOperationHook,
  Field,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { APIError } from 'payload'

import { hasRole, isStaff, roleOf } from './access.ts'

/** What strangers are told at the staff door. */
export const OTHER_DOOR = 'This door is for signed-in staff and API keys. The public API is at /api/v1.'

const MOST_ROWS = 100
const DEEPEST = 2

/** Signing in, and getting back in, is what one does before one is somebody. */
const BEFORE_SIGN_IN = new Set(['login', 'forgotPassword', 'resetPassword', 'refresh'])

type Listing = {
  overrideAccess?: boolean
  currentDepth?: number
  depth?: number
  draft?: boolean
  joins?: unknown
  limit?: number
  pagination?: boolean
  sort?: string | string[]
  trash?: boolean
  where?: unknown
}

const refuse = (message: string, status = 403) => new APIError(message, status, undefined, true)

/** The columns of a collection that this request may sort and filter by: its own, and readable; none of another one. */
const pathsOf = new WeakMap<object, { open: Set<string>; any: Set<string> }>()

function ownPaths(collection: SanitizedCollectionConfig) {
  const known = pathsOf.get(collection)
  if (known) return known
  const open = new Set(['id', 'createdAt', 'updatedAt', '_status', 'deletedAt'])
  const any = new Set(open)
  const walk = (fields: Field[], prefix: string) => {
    for (const field of fields) {
      if (field.type === 'tabs') {
        for (const tab of field.tabs)
          walk(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix)
      } else if (field.type === 'group' && 'name' in field && field.name) {
        walk(field.fields, `${prefix}${field.name}.`)
      } else if ('fields' in field && field.type !== 'array') {
        walk(field.fields, prefix)
      } else if ('name' in field && field.name) {
        const path = `${prefix}${field.name}`
        if ('virtual' in field && field.virtual) continue
        any.add(path)
        if (!('access' in field && field.access?.read) && !('hidden' in field && field.hidden)) open.add(path)
        if (field.type === 'array') walk(field.fields, `${path}.`)
      }
    }
  }
  walk(collection.fields, '')
  const paths = { open, any }
  pathsOf.set(collection, paths)
  return paths
}

function* pathsIn(where: unknown, depth = 0): Generator<string> {
  if (depth > 8) throw refuse('This filter is nested too deeply.', 400)
  if (typeof where !== 'object' || where === null) return
  for (const [name, value] of Object.entries(where)) {
    if (/^(and|or)$/i.test(name)) {
      for (const part of Array.isArray(value) ? value : Object.values(value as object))
        yield* pathsIn(part, depth + 1)
    } else yield name
  }
}

/**
 * Sorting by a column orders by its value, and filtering by it tells the value, whether or not it may be read;
 * through a relationship that holds for columns elsewhere too. So both take exact paths of the collection's own.
 */
function refuseForeignPaths({
  args,
  collection,
  req,
}: {
  args: Listing
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}) {
  const paths = ownPaths(collection)
  const may = hasRole(req, 'admin') ? paths.any : paths.open
  const bare = (path: string) => path.replace(/^-/, '').replace(/^version\./, '')
  for (const path of [args.sort ?? []].flat().flatMap((one) => String(one).split(','))) {
    if (path && !may.has(bare(path.trim()))) throw refuse(`This cannot be sorted by: ${path}`, 400)
  }
  const locale = /\.(en|ru|tg)$/
  for (const path of pathsIn(args.where)) {
    const own = bare(path)
      .replace(/__/g, '.')
      .replace(/\.(value|relationTo)$/, '')
      .replace(locale, '')
    if (!may.has(own) && !VERSION_PATHS.has(path)) throw refuse(`This cannot be filtered by: ${path}`, 400)
  }
}

const VERSION_PATHS = new Set(['parent', 'latest', 'autosave', 'snapshot', 'publishedLocale'])

/**
 * Stands on every collection, behind the doors and the access rules, and is on its own enough: strangers get
 * nothing, API keys get published documents in small portions, staff sort and filter by what they may read.
 * Our own code states `overrideAccess` and passes.
 */
export const guardCollection: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess ?? (args as Listing).overrideAccess) return args
  if (BEFORE_SIGN_IN.has(operation)) return args
  if (!roleOf(req)) throw refuse(OTHER_DOOR)
  const listing = args as Listing
  // Relationships are loaded by id through this same hook; only what the request itself asked for is checked.
  if (listing.currentDepth !== undefined && operation === 'read') return args
  refuseForeignPaths({ args: listing, collection, req })
  if (isStaff(req)) return args

  if (operation !== 'read' && operation !== 'readDistinct')
    throw refuse('API keys of front ends read, and do nothing else.')
  if (listing.joins && typeof listing.joins === 'object' && Object.keys(listing.joins).length) {
    throw refuse('API keys cannot shape joins.', 400)
  }
  if (listing.pagination === false || listing.limit === 0 || (listing.limit ?? 0) > MOST_ROWS) {
    throw refuse(`Ask for 1 to ${MOST_ROWS} documents at a time.`, 400)
  }
  return { ...args, depth: Math.min(listing.depth ?? DEEPEST, DEEPEST), draft: false, trash: false }
}

export const guardGlobal: GlobalBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess ?? args.overrideAccess) return
  if (!roleOf(req)) throw refuse(OTHER_DOOR)
}

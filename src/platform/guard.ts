import type {
  CollectionBeforeOperationHook,
  Field,
  FieldAccess,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { APIError } from 'payload'

import { hasRole, isStaff, roleOf } from './access.ts'
import { refusalTo } from './staff-words.ts'

/** What strangers are told at the staff door. */
export const OTHER_DOOR = 'This door is for signed-in staff and API keys. The public API is at /api/v1.'

const MOST_ROWS = 100
const DEEPEST = 2
const LARGEST = 1_000_000_000

/** Signing in, and getting back in, is what one does before one is somebody. */
const BEFORE_SIGN_IN = new Set(['login', 'forgotPassword', 'resetPassword', 'refresh'])

type Listing = {
  data?: unknown
  overrideAccess?: boolean
  currentDepth?: number
  depth?: number | null
  draft?: boolean
  joins?: unknown
  limit?: number | null
  page?: number | null
  pagination?: boolean
  sort?: string | string[]
  trash?: boolean
  where?: unknown
}

const refuse = (message: string, status = 403) => new APIError(message, status, undefined, true)

/** A column: hidden altogether, or read by whom the rules of its field and of all fields around it let through. */
type Column = { isHidden: boolean; rules: FieldAccess[] }

const columnsOf = new WeakMap<object, Map<string, Column>>()

/** The columns of a collection's own that can be sorted and filtered by; none of another collection. */
function ownColumns(collection: SanitizedCollectionConfig): Map<string, Column> {
  const known = columnsOf.get(collection)
  if (known) return known
  const open: Column = { isHidden: false, rules: [] }
  const columns = new Map(
    ['id', 'createdAt', 'updatedAt', '_status', 'deletedAt'].map((name) => [name, open] as const),
  )
  const walk = (fields: Field[], prefix: string, around: Column) => {
    for (const field of fields) {
      const rule = 'access' in field ? field.access?.read : undefined
      const column: Column = {
        isHidden: around.isHidden || Boolean('hidden' in field && field.hidden),
        rules: rule ? [...around.rules, rule] : around.rules,
      }
      const path = 'name' in field && field.name ? `${prefix}${field.name}` : null
      if (field.type === 'tabs') {
        for (const tab of field.tabs)
          walk(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix, column)
      } else if ('fields' in field && field.type !== 'array') {
        walk(field.fields, path ? `${path}.` : prefix, column)
      } else if (path && !('virtual' in field && field.virtual)) {
        columns.set(path, column)
        if (field.type === 'array') walk(field.fields, `${path}.`, column)
      }
    }
  }
  walk(collection.fields, '', open)
  columnsOf.set(collection, columns)
  return columns
}

/** A rule that needs the document has none to ask here, and so says no. */
const isReadable = ({ isHidden, rules }: Column, req: PayloadRequest) =>
  !isHidden && rules.every((rule) => rule({ req }) === true)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

/** What is compared with is a value, a list of values, or a document of one of several collections. */
function isOperand(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => !Array.isArray(one) && isOperand(one))
  if (!isPlain(value)) return true
  // Long lists of a query string come as objects with numbers for names.
  return Object.entries(value).every(
    ([name, one]) => /^(\d+|relationTo|value)$/.test(name) && (typeof one !== 'object' || one === null),
  )
}

function* pathsIn(req: PayloadRequest, where: unknown, depth = 0): Generator<string> {
  if (depth > 8) throw refusalTo(req, 400, 'deep-filter')
  if (where === undefined || where === null) return
  if (typeof where !== 'object') throw refusalTo(req, 400, 'odd-filter')
  for (const [name, value] of Object.entries(where)) {
    if (/^(and|or)$/i.test(name)) {
      if (typeof value !== 'object' || value === null) throw refusalTo(req, 400, 'odd-filter-at', { name })
      for (const part of Object.values(value)) yield* pathsIn(req, part, depth + 1)
    } else {
      // A query within a query would reach into another collection.
      if (!isPlain(value) || !Object.values(value).every(isOperand))
        throw refusalTo(req, 400, 'odd-filter-at', { name })
      yield name
    }
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
  const columns = ownColumns(collection)
  const isAdmin = hasRole(req, 'admin')
  const may = (path: string) => {
    const column = columns.get(path)
    return column !== undefined && (isAdmin || isReadable(column, req))
  }
  const bare = (path: string) => path.replace(/^-/, '').replace(/^version\./, '')
  for (const path of [args.sort ?? []].flat().flatMap((one) => String(one).split(','))) {
    if (path && !may(bare(path.trim()))) throw refusalTo(req, 400, 'no-sort', { path })
  }
  const locale = /\.(en|ru|tg)$/
  for (const path of pathsIn(req, args.where)) {
    const own = bare(path)
      .replace(/__/g, '.')
      .replace(/\.(value|relationTo)$/, '')
      .replace(locale, '')
    if (!may(own) && !VERSION_PATHS.has(path)) throw refusalTo(req, 400, 'no-filter', { path })
  }
}

const VERSION_PATHS = new Set(['parent', 'latest', 'autosave', 'snapshot', 'publishedLocale'])

/** Text that is no number comes as it was sent, and a number too large for the database breaks it. */
function refuseOddNumbers({ depth, limit, page }: Listing, req: PayloadRequest) {
  for (const [name, value] of Object.entries({ depth, limit, page })) {
    const isFit = Number.isInteger(value) && value! >= 0 && value! <= LARGEST
    if (value !== undefined && value !== null && !isFit) throw refusalTo(req, 400, 'odd-number', { name })
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A body can be any JSON, also `null` or a number; a document is an object. */
function refuseOddData({ data, operation, req }: { data: unknown; operation: string; req: PayloadRequest }) {
  if ((operation === 'create' || operation === 'update') && !isObject(data))
    throw refusalTo(req, 400, 'no-object')
}

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
  // Who sees only what is published is never shown a draft in its place, whatever the request says.
  const seesDrafts = isStaff(req) && !hasRole(req, 'moderator')
  const shown = seesDrafts ? args : { ...args, draft: false }
  // Relationships are loaded by id through this same hook; only what the request itself asked for is checked.
  if (listing.currentDepth !== undefined && operation === 'read') return shown
  refuseOddNumbers(listing, req)
  refuseForeignPaths({ args: listing, collection, req })
  if (isStaff(req)) {
    refuseOddData({ data: listing.data, operation, req })
    return withoutTimes(shown)
  }

  // Who edits what at the moment, and the like.
  if (collection.slug.startsWith('payload-')) throw refuse('API keys of front ends read content.')
  if (operation !== 'read' && operation !== 'readDistinct')
    throw refuse('API keys of front ends read, and do nothing else.')
  if (listing.joins && typeof listing.joins === 'object' && Object.keys(listing.joins).length) {
    throw refuse('API keys cannot shape joins.', 400)
  }
  if (listing.pagination === false || (listing.limit ?? 1) < 1 || (listing.limit ?? 1) > MOST_ROWS) {
    throw refuse(`Ask for 1 to ${MOST_ROWS} documents at a time.`, 400)
  }
  return { ...shown, depth: Math.min(listing.depth ?? DEEPEST, DEEPEST), trash: false }
}

/** When something was made is what the clock said, not what a request says. */
function withoutTimes<T extends object>(args: T): T {
  const { data } = args as { data?: unknown }
  if (typeof data !== 'object' || data === null || !('createdAt' in data)) return args
  const { createdAt: _, ...rest } = data
  return { ...args, data: rest }
}

export const guardGlobal: GlobalBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess ?? args.overrideAccess) return
  if (!roleOf(req)) throw refuse(OTHER_DOOR)
  refuseOddData({ data: args.data, operation, req })
}

import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
  type ValueNode,
  visit,
} from 'graphql'

/** The most a GraphQL query may ask for. What stands in a fragment counts as often as the fragment is used. */
export const GRAPHQL_LIMITS = {
  /** Fields below one another, the innermost included. */
  depth: 6,
  /** The same where a query asks what the schema is; the usual tools ask 15 deep. */
  introspectionDepth: 20,
  aliases: 15,
  rootFields: 10,
  fields: 400,
  directives: 10,
  /** Documents of one list, at every level. */
  rows: 100,
  /** Rows of a list times the objects asked for within each, in sum. */
  objects: 2000,
  /** Of the query's text. */
  bytes: 16 * 1024,
} as const

/** How many documents a list of Payload's gives when the query does not say. */
const PRESET_ROWS = 10

export type Variables = Readonly<Record<string, unknown>>
type Sums = {
  depth: number
  introspectionDepth: number
  aliases: number
  fields: number
  directives: number
  /** Fields at this very level, fragments opened. */
  here: number
  /** Objects asked for, with the rows of lists within. */
  objects: number
}

const NOTHING: Sums = {
  depth: 0,
  introspectionDepth: 0,
  aliases: 0,
  fields: 0,
  directives: 0,
  here: 0,
  objects: 0,
}
const ENDLESS = Object.fromEntries(Object.keys(NOTHING).map((name) => [name, Infinity])) as Sums

/** Side by side: what is counted adds up, what is deep stays as deep as the deeper one. */
const beside = (a: Sums, b: Sums): Sums => ({
  depth: Math.max(a.depth, b.depth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  directives: a.directives + b.directives,
  here: a.here + b.here,
  objects: a.objects + b.objects,
})

const isIntrospection = (name: string) => name === '__schema' || name === '__type'

/**
 * What a query adds up to. Each fragment is measured once and taken as often as it is used, so that the measuring of
 * fragments within fragments takes no longer than reading them; one that leads back to itself is endless.
 */
function measure(
  root: SelectionSetNode,
  {
    fragments,
    rowsOf,
  }: { fragments: Map<string, FragmentDefinitionNode>; rowsOf: (field: FieldNode) => number },
): Sums {
  const known = new Map<string, Sums>()
  const opened = new Set<string>()

  const ofFragment = (name: string): Sums => {
    const fragment = fragments.get(name)
    // One that is not there is refused by GraphQL itself.
    if (!fragment) return NOTHING
    if (opened.has(name)) return ENDLESS
    let sums = known.get(name)
    if (!sums) {
      opened.add(name)
      sums = beside(ofSet(fragment.selectionSet), counted(fragment.directives))
      opened.delete(name)
      known.set(name, sums)
    }
    return sums
  }

  const ofField = (field: FieldNode): Sums => {
    const inner = field.selectionSet ? ofSet(field.selectionSet) : NOTHING
    const own = {
      aliases: inner.aliases + (field.alias ? 1 : 0),
      fields: inner.fields + 1,
      directives: inner.directives + (field.directives?.length ?? 0),
      here: 1,
    }
    if (isIntrospection(field.name.value)) {
      const introspectionDepth = Math.max(inner.depth, inner.introspectionDepth) + 1
      return { ...own, depth: 1, introspectionDepth, objects: 0 }
    }
    return {
      ...own,
      depth: inner.depth + 1,
      introspectionDepth: inner.introspectionDepth,
      objects: field.selectionSet ? rowsOf(field) * (1 + inner.objects) : 0,
    }
  }

  const ofSet = ({ selections }: SelectionSetNode): Sums =>
    selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection)
        const used =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSet(selection.selectionSet)
        return beside(used, counted(selection.directives))
      })
      .reduce(beside, NOTHING)

  return ofSet(root)
}

const counted = (directives: readonly DirectiveNode[] | undefined): Sums => ({
  ...NOTHING,
  directives: directives?.length ?? 0,
})

/** What an argument comes to when the query runs; undefined where it is as if it were not there. */
function valueOf(
  node: ValueNode,
  { operation, variables }: { operation: OperationDefinitionNode | null; variables: Variables },
): unknown {
  if (node.kind === Kind.INT) return Number(node.value)
  if (node.kind === Kind.NULL) return null
  if (node.kind === Kind.BOOLEAN) return node.value
  if (node.kind !== Kind.VARIABLE) return NaN
  const name = node.name.value
  if (Object.hasOwn(variables, name)) return variables[name]
  const preset = operation?.variableDefinitions?.find((one) => one.variable.name.value === name)?.defaultValue
  return preset && valueOf(preset, { operation: null, variables: {} })
}

const argumentOf = (field: FieldNode, name: string) =>
  field.arguments?.find((argument) => argument.name.value === name)?.value

const isRows = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= GRAPHQL_LIMITS.rows

const WRONG_ROWS = `Ask for 1 to ${GRAPHQL_LIMITS.rows} documents at a time.`

/** A list without an end is asked for by a `limit` of 0 or nothing, or by `pagination: false`. */
function* faultsOfLists(
  document: DocumentNode,
  asked: { operation: OperationDefinitionNode; variables: Variables },
): Generator<string> {
  const fields: FieldNode[] = []
  visit(document, { Field: (field) => void fields.push(field) })
  for (const field of fields) {
    const limit = argumentOf(field, 'limit')
    const rows = limit && valueOf(limit, asked)
    if (limit && rows !== undefined && !isRows(rows)) yield `${field.name.value}: ${WRONG_ROWS}`
    const pagination = argumentOf(field, 'pagination')
    const isPaged = pagination && valueOf(pagination, asked)
    if (pagination && isPaged !== undefined && isPaged !== true)
      yield `${field.name.value}: Lists come in pages. ${WRONG_ROWS}`
  }
}

const tooMany = (what: string, most: number) => `This query asks for too much: ${what}, and at most ${most}.`

function* faultsOfOperation(
  document: DocumentNode,
  { operation, variables }: { operation: OperationDefinitionNode; variables: Variables },
): Generator<string> {
  const fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  )
  const rowsOf = (field: FieldNode) => {
    const limit = argumentOf(field, 'limit')
    const rows = limit && valueOf(limit, { operation, variables })
    if (isRows(rows)) return rows as number
    const isList = field.selectionSet?.selections.some(
      (one) => one.kind !== Kind.FIELD || one.name.value === 'docs',
    )
    return isList ? PRESET_ROWS : 1
  }
  const sums = beside(measure(operation.selectionSet, { fragments, rowsOf }), counted(operation.directives))
  const { depth, introspectionDepth, aliases, fields, directives, here, objects } = sums
  const LIMITS = GRAPHQL_LIMITS
  if (depth > LIMITS.depth) yield tooMany('fields within fields', LIMITS.depth)
  if (introspectionDepth > LIMITS.introspectionDepth)
    yield tooMany('fields within __schema', LIMITS.introspectionDepth)
  if (aliases > LIMITS.aliases) yield tooMany('aliases', LIMITS.aliases)
  if (here > LIMITS.rootFields) yield tooMany('fields at the top', LIMITS.rootFields)
  if (fields > LIMITS.fields) yield tooMany('fields', LIMITS.fields)
  if (directives > LIMITS.directives) yield tooMany('directives', LIMITS.directives)
  if (objects > LIMITS.objects) yield tooMany('rows, times the objects within each', LIMITS.objects)
  yield* faultsOfLists(document, { operation, variables })
}

/** Whether a query asks what the schema is. `__typename` tells nothing of it. */
function asksForSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, { Field: ({ name }) => void (asks ||= isIntrospection(name.value)) })
  return asks
}

export const NO_INTROSPECTION = 'This server does not describe its schema (GRAPHQL_INTROSPECTION).'

/**
 * What is wrong with a query before anything is asked of the database, a sentence each; nothing where it may run.
 * `variables` are those of the request, as they came.
 */
export function faultsOfQuery(
  document: DocumentNode,
  { variables, isIntrospectable }: { variables: Variables; isIntrospectable: boolean },
): string[] {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const faults = operations.flatMap((operation) => [...faultsOfOperation(document, { operation, variables })])
  if (!isIntrospectable && asksForSchema(document)) faults.push(NO_INTROSPECTION)
  return [...new Set(faults)]
}

/** The same as a rule of GraphQL's own, for whatever asks Payload by another way than the door. */
export const limitsRule =
  (asked: { variables: Variables; isIntrospectable: boolean }): ValidationRule =>
  (context) => ({
    Document(document) {
      for (const fault of faultsOfQuery(document, asked)) context.reportError(new GraphQLError(fault))
    },
  })

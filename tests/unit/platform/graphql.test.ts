import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'

import { faultsOfQuery, GRAPHQL_LIMITS, limitsRule, NO_INTROSPECTION } from '../../../src/platform/graphql.ts'

type Asked = { variables?: Record<string, unknown>; isIntrospectable?: boolean }

const faults = (query: string, { variables = {}, isIntrospectable = true }: Asked = {}) =>
  faultsOfQuery(parse(query), { variables, isIntrospectable })

const repeat = (times: number, part: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => part(n)).join(' ')
const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`

/** Fragments that each use the one before twice: a few hundred letters that open into millions of fields. */
const bomb = (floors: number) =>
  `{ ...F${floors} } fragment F0 on Query { a } ${repeat(floors, (n) => `fragment F${n + 1} on Query { ...F${n} ...F${n} }`)}`

describe('a query', () => {
  it.each([
    ['a page of a list', '{ Posts(limit: 100, page: 2) { docs { id title } totalDocs } }'],
    [
      'what an article refers to',
      '{ Posts(limit: 20) { docs { title authors { name organization { name } } tags { name } } } }',
    ],
    ['six fields deep', nested(6)],
    ['fifteen aliases', `{ a { ${repeat(15, (n) => `a${n}: b`)} } }`],
    ['ten fields at the top', `{ ${repeat(10, (n) => `a${n}`)} }`],
    ['a list with no limit, which has ten', '{ Posts { docs { id } } }'],
    ['a change', 'mutation { updateComment(id: "x", data: { status: approved }) { id } }'],
    [
      'fragments',
      '{ Posts { docs { ...Card } } } fragment Card on Post { id title tags { ...T } } fragment T on Tag { name }',
    ],
    ['the schema, as the usual tools ask it', getIntrospectionQuery()],
    ['a type by its name', '{ __type(name: "Post") { name } }'],
    ['an unknown fragment, which GraphQL itself refuses', '{ ...Nothing }'],
  ])('may ask %s', (_, query) => {
    expect(faults(query)).toEqual([])
  })

  it.each([
    ['seven fields deep', nested(7), /fields within fields, and at most 6/],
    ['seven deep through fragments', `{ a { ...F } } fragment F on A ${nested(6)}`, /fields within fields/],
    ['seven deep through inline fragments', `{ a { ... on A ${nested(6)} } }`, /fields within fields/],
    ['sixteen aliases', `{ a { ${repeat(16, (n) => `a${n}: b`)} } }`, /aliases, and at most 15/],
    [
      'aliases by a fragment used often',
      `{ ${repeat(8, (n) => `b${n} { ...F }`)} } fragment F on A { x: b y: b }`,
      /aliases/,
    ],
    ['eleven fields at the top', `{ ${repeat(11, (n) => `a${n}`)} }`, /at the top, and at most 10/],
    [
      'eleven at the top through fragments',
      `{ ...F ...G } fragment F on Q { ${repeat(6, (n) => `a${n}`)} } fragment G on Q { ${repeat(6, (n) => `b${n}`)} }`,
      /at the top/,
    ],
    [
      'more fields than anybody reads',
      `{ a { ${repeat(400, (n) => `a${n}`)} } }`,
      /: fields, and at most 400/,
    ],
    ['eleven directives', `{ a ${'@skip(if: false) '.repeat(11)} }`, /directives, and at most 10/],
    [
      'directives on fragments',
      `{ ${'...F @skip(if: false) '.repeat(11)} } fragment F on Q { a }`,
      /directives/,
    ],
    [
      'lists within lists',
      '{ A(limit: 100) { docs { b(limit: 100) { docs { id } } } } }',
      /rows, times the objects/,
    ],
    [
      'a long list of everything',
      `{ Posts(limit: 100) { docs { ${repeat(20, (n) => `r${n} { id }`)} } } }`,
      /rows, times/,
    ],
    ['fragments within fragments', bomb(12), /: fields, and at most 400/],
    [
      'a fragment that leads back to itself',
      '{ ...F } fragment F on Query { a ...F }',
      /fields within fields/,
    ],
    [
      'two fragments that lead to each other',
      '{ ...F } fragment F on Q { a { ...G } } fragment G on Q { b { ...F } }',
      /fields within fields/,
    ],
    [
      'too much in an operation beside the one that runs',
      `query A { a } query B ${nested(7)}`,
      /fields within fields/,
    ],
    [
      'the schema, without an end',
      `{ __schema ${'{ types '.repeat(20)}${'}'.repeat(20)} }`,
      /within __schema, and at most 20/,
    ],
  ])('may not ask %s', (_, query, message) => {
    expect(faults(query).join('\n')).toMatch(message)
  })

  it('with a thousand fragments within one another is measured as fast as it is read', () => {
    const document = parse(bomb(1000))
    const begun = process.cpuUsage()
    expect(faultsOfQuery(document, { variables: {}, isIntrospectable: true })).not.toEqual([])
    const { user } = process.cpuUsage(begun)
    expect(user).toBeLessThan(2_000_000)
  })

  it('does not learn the schema where that is off, by either way in', () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ a: __type(name: "Post") { name } }',
      '{ ...F } fragment F on Query { __schema { __typename } }',
    ])
      expect(faults(query, { isIntrospectable: false })).toEqual([NO_INTROSPECTION])
    expect(faults('{ Posts { docs { __typename } } }', { isIntrospectable: false })).toEqual([])
  })
})

describe('the documents of a list', () => {
  const list = 'query ($n: Int) { Posts(limit: $n) { docs { id } } }'
  const preset = 'query ($n: Int = 0) { Posts(limit: $n) { docs { id } } }'
  const paged = 'query ($p: Boolean) { Posts(pagination: $p) { docs { id } } }'

  it.each([
    ['{ Posts(limit: 1) { docs { id } } }', {}],
    ['{ Posts(limit: 100) { docs { id } } }', {}],
    [list, { n: 1 }],
    [list, { n: 100 }],
    [list, {}],
    [preset, { n: 5 }],
    [paged, { p: true }],
    [paged, {}],
  ])('may be asked for by %s with %j', (query, variables) => {
    expect(faults(query, { variables })).toEqual([])
  })

  it.each([
    ['{ Posts(limit: 0) { docs { id } } }', {}],
    ['{ Posts(limit: -1) { docs { id } } }', {}],
    ['{ Posts(limit: 101) { docs { id } } }', {}],
    ['{ Posts(limit: 99999999999999999999) { docs { id } } }', {}],
    ['{ Posts(limit: null) { docs { id } } }', {}],
    ['{ Posts(limit: 1.5) { docs { id } } }', {}],
    ['{ Posts(limit: "5") { docs { id } } }', {}],
    ['{ Posts(limit: [5]) { docs { id } } }', {}],
    [list, { n: 0 }],
    [list, { n: -5 }],
    [list, { n: 101 }],
    [list, { n: null }],
    [list, { n: '5' }],
    [list, { n: 1e308 }],
    [preset, {}],
    ['{ Post(id: "a") { children(limit: 0) { docs { id } } } }', {}],
    ['{ ...F } fragment F on Query { versionsPosts(limit: 0) { docs { id } } }', {}],
    ['{ ... on Query { Posts(limit: 0) { docs { id } } } }', {}],
    ['{ Posts(pagination: false) { docs { id } } }', {}],
    ['{ Posts(pagination: null) { docs { id } } }', {}],
    [paged, { p: false }],
    [paged, { p: null }],
  ])('may not be asked for by %s with %j', (query, variables) => {
    expect(faults(query, { variables }).join('\n')).toMatch(/1 to 100 documents at a time/)
  })

  it('count with what is within each', () => {
    const query = (rows: number) =>
      `{ Posts(limit: ${rows}) { docs { ${repeat(20, (n) => `r${n} { id }`)} } } }`
    expect(faults(query(Math.floor(GRAPHQL_LIMITS.objects / 22)))).toEqual([])
    expect(faults(query(Math.floor(GRAPHQL_LIMITS.objects / 22) + 1))).not.toEqual([])
  })
})

it('the rule says in GraphQL what the limits say', () => {
  const schema = buildSchema('type Query { a: Query b: Int }')
  const document = parse(nested(7).replace('{ a }', '{ b }'))
  const rule = limitsRule({ variables: {}, isIntrospectable: true })
  expect(validate(schema, document, [rule]).map(({ message }) => message)).toEqual(
    faultsOfQuery(document, { variables: {}, isIntrospectable: true }),
  )
  expect(validate(schema, parse('{ a { b } }'), [rule])).toEqual([])
})

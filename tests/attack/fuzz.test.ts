import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeFigures } from '../../bench/figures.ts'
import { createApi } from '../../src/api.ts'
import { promiseOf } from '../support/promise.ts'
import { tell } from '../support/tell.ts'
import { furnish, type House } from './house.ts'
import { engine, Target } from './target.ts'

/** Requests for each route. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 100)
/** The same requests each time, unless one goes looking for more. */
const SEED = Number(process.env.FUZZ_SEED ?? 20261124)

type Schema = Record<string, any>
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: Schema }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../drift/openapi.json'), 'utf8'))
const follow = <T>(value: T | { $ref: string }): T =>
  value && typeof value === 'object' && '$ref' in value
    ? follow(
        value.$ref
          .split('/')
          .slice(1)
          .reduce<any>((part, key) => part[key], document),
      )
    : (value as T)

const operations: { method: string; path: string; operation: Operation }[] = Object.entries(
  document.paths,
).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    operation,
  })),
)

/** Texts that have broken programs before. */
const NASTY = [
  '',
  ' ',
  '\0',
  '%00',
  '../',
  '\u202e',
  '\ud800',
  "' OR 1=1 --",
  '{"$ne":null}',
  '<x>',
  '%s',
  '{{7}}',
  '1e309',
  '-0',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '\r\nX: y',
  'ӯқ',
  '🦜'.repeat(40),
  'a'.repeat(5000),
]
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 300 }),
)
const odd = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.bigInt().map(String),
  fc.constant(null),
)

/** Words that are right for some parameter or other of this house. */
const known = (house: House) => [
  ...Object.values(house.ids),
  house.quote,
  'water-by-day',
  'posts/water-by-day',
  'posts/water-by-day,events/none',
  'not-yet',
  'en',
  'tg',
  'newest',
  'upcoming',
  '2026-11-24',
  '2026-11-24T00:00:00.000Z',
  '20',
  `Bearer ${house.tokens.pending}`,
]

/** A value that fits a schema, as far as a schema tells. */
function fitting(schema: Schema | undefined): fc.Arbitrary<unknown> {
  const read = follow(schema ?? {}) as Schema
  if (read.enum) return fc.constantFrom(...(read.enum as unknown[]))
  if (read.const !== undefined) return fc.constant(read.const)
  const [first] = (read.anyOf ?? read.oneOf ?? read.allOf ?? []) as Schema[]
  if (first) return fc.oneof(...((read.anyOf ?? read.oneOf ?? [first]) as Schema[]).map(fitting))
  const type = Array.isArray(read.type) ? read.type[0] : read.type
  if (type === 'object') return objectOf(read)
  if (type === 'array') return fc.array(fitting(read.items), { maxLength: 4 })
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: read.minimum ?? -1, max: Math.min(read.maximum ?? 1000, 1_000_000) })
  if (type === 'boolean') return fc.boolean()
  return fc.string({ minLength: read.minLength ?? 0, maxLength: Math.min(read.maxLength ?? 100, 400) })
}

const objectOf = (schema: Schema): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fitting(one as Schema)]),
    ),
    { requiredKeys: [] },
  )

const HEADER = /^[\t\x20-\x7e\x80-\xff]*$/

let house: House
let target: Target
let asked = 0
const statuses = new Map<number, number>()

beforeAll(async () => {
  target = await new Target('fuzz', { LIMITS: 'off', SPAM_POW: 'off' }).start()
  house = await furnish(target)
  await house.move('answering', 'approved')
})
afterAll(async () => {
  await target.stop()
  const said = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  const figures = `${asked} fuzz cases on ${operations.length} routes (${engine}): ${said.join(', ')}`
  tell(figures)
  writeFigures(`fuzz-${engine}`, `${figures} answers; none was a fault.`)
})

describe(`every public route, asked anything (${engine})`, () => {
  const isAsPromised = promiseOf(createApi({} as Payload))

  it.each(operations.map((one) => ({ ...one, name: one.operation.operationId })))(
    '$name answers as its document says, and never with a fault',
    async ({ method, path, operation }) => {
      const words = fc.constantFrom(...known(house))
      const parameters = (operation.parameters ?? []).map((one) => follow(one))
      // Mostly right, so that more than the first check is reached.
      const valueOf = (one: Parameter) =>
        fc.oneof(
          { arbitrary: words, weight: 3 },
          { arbitrary: fitting(one.schema), weight: 4 },
          { arbitrary: nasty, weight: 1 },
          { arbitrary: odd, weight: 1 },
        )
      const inside = (where: Parameter['in']): fc.Arbitrary<Record<string, unknown>> => {
        const mine = parameters.filter((one) => one.in === where)
        const model = Object.fromEntries(mine.map((one) => [one.name, valueOf(one)]))
        return fc.record(model, { requiredKeys: where === 'path' ? Object.keys(model) : [] })
      }
      const bodies = Object.entries(operation.requestBody?.content ?? {})
      const body = bodies.length
        ? fc.constantFrom(...bodies).chain(([type, { schema }]) => {
            const whole = follow(schema)
            const values = fc.oneof(
              fitting(schema),
              objectOf(whole).chain((base) =>
                fc
                  .dictionary(
                    fc.constantFrom(...Object.keys(whole.properties ?? { x: 1 })),
                    fc.oneof(odd, words),
                  )
                  .map((more) => ({ ...base, ...more })),
              ),
              odd,
            )
            return values.map((value) => ({ type, value }))
          })
        : fc.constant(null)
      const extra = fc.dictionary(fc.string({ maxLength: 12 }), nasty, { maxKeys: 2 })

      const property = fc.asyncProperty(
        inside('path'),
        inside('query'),
        inside('header'),
        body,
        extra,
        async (inPath, inQuery, inHeader, sent, more) => {
          const encode = (value: unknown) => encodeURIComponent(textOf(value))
          const address = path.replace(
            /\{([^}]+)\}/g,
            (_, name: string) => encode(inPath[name] ?? 'x') || 'x',
          )
          const query = Object.entries({ ...more, ...inQuery }).map(
            ([name, value]) => `${encode(name)}=${encode(value)}`,
          )
          const headers = Object.fromEntries(
            Object.entries(inHeader)
              .map(([name, value]) => [name, textOf(value)])
              .filter(([, value]) => HEADER.test(value!)),
          ) as Record<string, string>
          const attempt = {
            method,
            headers: { ...headers, ...(sent && { 'content-type': sent.type }) },
            ...(sent && {
              body: sent.type.includes('json') ? JSON.stringify(sent.value) : formOf(sent.value),
            }),
          }
          const url = `${address}${query.length ? `?${query.join('&')}` : ''}`.slice(0, 7000)
          const reply = await target.ask(url, attempt)
          asked += 1
          statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
          expect(
            reply.status,
            `${method} ${url} ${JSON.stringify(attempt)}\n${reply.text.slice(0, 400)}`,
          ).toBeLessThan(500)
          const isJson = /json/.test(String(reply.headers['content-type'] ?? ''))
          isAsPromised({
            method,
            url,
            answer: {
              status: reply.status,
              headers: new Headers(
                Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)]),
              ),
              body: isJson && reply.text ? JSON.parse(reply.text) : reply.text,
            },
          })
        },
      )
      await fc.assert(property, { numRuns: RUNS, seed: SEED })
    },
  )
})

/** A lone half of a pair cannot be written in an address. */
const textOf = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).toWellFormed()

const formOf = (value: unknown) =>
  value && typeof value === 'object'
    ? new URLSearchParams(
        Object.entries(value).map(([name, one]): [string, string] => [name, textOf(one)]),
      ).toString()
    : textOf(value)

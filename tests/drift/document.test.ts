import type { RouteConfig } from '@hono/zod-openapi'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'

import { API_PATH, createApi } from '../../src/api.ts'
import { EXAMPLES } from '../../src/contract/examples.ts'
import { Problem, PROBLEMS } from '../../src/contract/index.ts'
import type { ApiDocument, Operation } from '../../src/platform/openapi.ts'

const api = createApi({} as Payload)
const document = (await (await api.request('/api/v1/openapi.json')).json()) as ApiDocument

type Found = { name: string; method: string; path: string; operation: Operation }
const operations: Found[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method,
    path,
    operation,
  })),
)

/** What a reference of the document leads to, or the thing itself. */
function resolve<T>(value: T | { $ref: string }): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value as T
  const found = value.$ref
    .split('/')
    .slice(1)
    .reduce<any>((part, key) => part?.[key], document)
  if (found === undefined) throw new Error(`${value.$ref} leads nowhere`)
  return found as T
}

/** One line for each operation that is not as it should be: which, and what is missing. */
const faultsOf = (find: (operation: Operation, found: Found) => (string | false | undefined)[]) =>
  operations.flatMap((found) =>
    find(found.operation, found)
      .filter((fault) => fault)
      .map((fault) => `${found.name}: ${fault}`),
  )

const statusesOf = ({ responses }: Operation) => Object.keys(responses)
const codesOf = ({ responses }: Operation) =>
  Object.values(responses).flatMap(({ content }) =>
    Object.keys(content?.['application/problem+json']?.examples ?? {}),
  )

describe('the public document', () => {
  it('is OpenAPI 3.1, as another reader of it sees', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document) as never)
    expect([valid, errors]).toEqual([true, undefined])
    expect(validator.version).toBe('3.1')
  })

  it('has every route of the public door, and no other', () => {
    const routes = api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:([^/{]+)(\{[^}]*\})?/g, '{$1}')}`)
    // The router takes whole segments only: the calendar of an event is a route of its own in the document alone.
    routes.push('GET /api/v1/events/{slug}.ics')
    expect([...new Set(routes)].sort(), 'Add the route with createRoute, not with get or post.').toEqual(
      operations.map(({ name }) => name).sort(),
    )
  })

  it('has whatever it refers to', () => {
    const refs = [...new Set(JSON.stringify(document).match(/(?<="\$ref":")[^"]+/g))]
    expect(refs.length).toBeGreaterThan(30)
    for (const $ref of refs) resolve({ $ref })
  })

  it('says of what may be null that it may', () => {
    const { image, lead } = (document.components.schemas as any).PostCard.properties
    expect(image.anyOf).toEqual([{ $ref: '#/components/schemas/Image' }, { type: 'null' }])
    expect(lead.anyOf ?? lead.type).toEqual(expect.arrayContaining([lead.anyOf ? { type: 'null' } : 'null']))
  })

  it('names every operation once, by a stable name, and says what it is', () => {
    const tags = (document.tags ?? []).map(({ name }) => name)
    expect(
      faultsOf(({ operationId = '', summary, tags: own = [] }) => [
        !/^[a-z][A-Za-z0-9]+$/.test(operationId) && `operationId “${operationId}” is not camelCase`,
        operations.filter(({ operation }) => operation.operationId === operationId).length > 1 &&
          `operationId “${operationId}” is not the only one`,
        !summary && 'no summary',
        own.length !== 1 && 'not exactly one tag',
        ...own.map((tag) => !tags.includes(tag) && `tag “${tag}” is not described in src/docs/document.ts`),
      ]),
    ).toEqual([])
  })

  it('describes every parameter and every answer', () => {
    expect(
      faultsOf(({ parameters = [], responses }) => [
        ...parameters.map((given) => {
          const one = resolve(given) as { name: string; description?: string }
          return !one.description && `parameter ${one.name} has no description (.meta({ description }))`
        }),
        ...Object.entries(responses).map(
          ([status, { description }]) => description.length < 3 && `answer ${status} has no description`,
        ),
      ]),
    ).toEqual([])
  })

  it('has an example of every JSON a request brings or an answer has', () => {
    const isShown = (media?: { example?: unknown; examples?: object }) =>
      !media || media.example !== undefined || Object.keys(media.examples ?? {}).length > 0
    expect(
      faultsOf(({ requestBody, responses }) => [
        ...Object.entries(requestBody?.content ?? {}).map(
          ([type, media]) => !isShown(media) && `the body ${type} has no example (src/contract/examples.ts)`,
        ),
        ...Object.entries(responses).flatMap(([status, { content }]) =>
          Object.entries(content ?? {}).map(
            ([type, media]) =>
              /json$/.test(type) &&
              !isShown(media) &&
              `answer ${status} ${type} has no example (src/contract/examples.ts, or answers.json(…, { examples }))`,
          ),
        ),
      ]),
    ).toEqual([])
  })

  it('names the problems each operation can have', () => {
    const need = (isSo: boolean, codes: string[], operation: Operation, why: string) =>
      isSo
        ? codes.map((code) => !codesOf(operation).includes(code) && `no answer for “${code}” (${why})`)
        : []
    expect(
      faultsOf((operation, { method }) => {
        const parameters = (operation.parameters ?? []).map((given) => resolve(given))
        const of = (kind: string) => parameters.filter((one) => one.in === kind)
        return [
          ...need(true, ['internal', 'unavailable'], operation, 'any can have them'),
          ...need(of('query').length > 0, ['invalid'], operation, 'it takes parameters'),
          ...need(of('path').length > 0, ['not-found'], operation, 'it is of one thing'),
          ...need(
            of('header').some(({ name }) => name === 'authorization'),
            ['unauthorized'],
            operation,
            'it takes a token',
          ),
          ...need(
            operation.requestBody !== undefined,
            ['invalid', 'malformed', 'too-large', 'unsupported-type'],
            operation,
            'it takes a body',
          ),
          method === 'get' &&
            !statusesOf(operation).some((status) => /^[23]/.test(status)) &&
            'no answer that is good',
        ]
      }),
    ).toEqual([])
  })

  it('tells of the headers that come with answers', () => {
    expect(
      faultsOf((operation) =>
        Object.entries(operation.responses).flatMap(([status, { headers = {}, content }]) => {
          const schema = resolve(content?.['application/json']?.schema ?? {}) as {
            properties?: Record<string, unknown>
          }
          return [
            !headers['X-Trace-Id'] && `answer ${status} has no X-Trace-Id`,
            /^(429|503)$/.test(status) && !headers['Retry-After'] && `answer ${status} has no Retry-After`,
            /^30[1-378]$/.test(status) && !headers.Location && `answer ${status} has no Location`,
            status === '304' && !headers.ETag && `answer ${status} has no ETag`,
            schema.properties?.nextCursor !== undefined &&
              !headers.Link &&
              `answer ${status} is a page without Link`,
          ].map((fault) => fault || undefined)
        }),
      ),
    ).toEqual([])
  })

  it('has an example of every problem there is, and lists them all', () => {
    const text = (document.info as { description: string }).description
    for (const [code, status] of Object.entries(PROBLEMS)) {
      const example = document.components.examples?.[`Problem-${code}`] as { value: Problem }
      expect(example?.value, code).toMatchObject({ code, status })
      expect(Problem.parse(example.value)).toEqual(example.value)
      expect(text).toContain(`\`${code}\` | ${status}`)
    }
  })
})

type Media = { schema: z.ZodType }
const routes = api.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []))

/** Every body a route names, by its own schema, beside its examples in the document. */
const bodies = routes.flatMap((route: RouteConfig) => {
  const operation = document.paths[`${API_PATH}${route.path}`]![route.method]!
  const places: [string, Record<string, Media> | undefined, Record<string, any> | undefined][] = [
    ['request', route.request?.body?.content as never, operation.requestBody?.content],
    ...Object.entries(route.responses).map(([status, answer]): (typeof places)[number] => [
      status,
      (answer as { content?: Record<string, Media> }).content,
      operation.responses[status]?.content,
    ]),
  ]
  return places.flatMap(([place, schemas, media]) =>
    Object.entries(schemas ?? {}).flatMap(([type, { schema }]) =>
      Object.entries((media?.[type]?.examples ?? {}) as Record<string, { $ref: string }>).map(
        ([name, example]) => ({
          name: `${route.method.toUpperCase()} ${route.path} ${place} ${type} “${name}”`,
          schema,
          value: (resolve(example) as unknown as { value: unknown }).value,
        }),
      ),
    ),
  )
})

describe('an example', () => {
  it.each(bodies)('of $name is what its schema says, and nothing more', ({ schema, value }) => {
    const { data, error } = schema.safeParse(value)
    expect(error).toBeUndefined()
    // What a schema does not name it passes over: a name that is not there shows as a difference.
    expect(data).toEqual(value)
  })

  it('of the contract has a schema of its name in the document', () => {
    const known = Object.keys(document.components.schemas ?? {})
    expect(Object.keys(EXAMPLES).filter((name) => !known.includes(name))).toEqual([])
  })

  it('is there for each language', () => {
    const names = Object.values(EXAMPLES).flatMap((named) => Object.keys(named))
    expect(names).toEqual(expect.arrayContaining(['en', 'ru', 'tg']))
  })
})

import { LOCALE_NAMES, type Problem, type ProblemCode, PROBLEMS } from '../contract/index.ts'
import { PROBLEM_WORDS } from './messages.ts'

type Ref = { $ref: string }
type Schema = Partial<Ref> & {
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, unknown>
}
type Media = { schema?: Schema; example?: unknown; examples?: Record<string, unknown> }
type Answer = { description: string; headers?: Record<string, unknown>; content?: Record<string, Media> }
type Parameter = Partial<Ref> & { name?: string; in?: string }
export type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, Answer>
}
type Components = Partial<Record<'schemas' | 'parameters' | 'examples' | 'headers', Record<string, unknown>>>
export type ApiDocument = {
  paths: Record<string, Record<string, Operation>>
  components: Components
  tags?: { name: string; description: string }[]
  [more: string]: unknown
}

/** By schema: examples of the whole, each under a short name. */
export type Examples = Record<string, Record<string, unknown>>

const TEXT = { type: 'string' } as const

/** What comes beside an answer; routes point at them with {@link header}. */
export const HEADERS = {
  'X-Trace-Id': {
    description: 'Names this request in the log of the server; absent where the answer comes from memory.',
    schema: TEXT,
  },
  ETag: {
    description: 'Names exactly this answer. Sent back as `If-None-Match`, it spares the body.',
    schema: TEXT,
    example: '"8f3a1c…"',
  },
  'Cache-Control': {
    description: 'How long the answer may be kept, and by whom.',
    schema: TEXT,
  },
  Link: {
    description: 'The address of the next page, `rel="next"`; absent on the last one.',
    schema: TEXT,
    example: '</api/v1/posts?limit=20&cursor=eyJ…>; rel="next"',
  },
  'Retry-After': {
    description: 'Seconds until it is worth coming back.',
    schema: { type: 'integer' },
    example: 5,
  },
  Location: { description: 'The address to go to.', schema: TEXT },
  'Idempotent-Replayed': {
    description: '`true` where this is the answer to the same request sent before.',
    schema: TEXT,
  },
} as const

const PARAMETERS = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of an answer that is still at hand; 304 says that it still holds.',
    schema: TEXT,
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'The languages of the reader. `locale` goes before it.',
    schema: TEXT,
    example: 'tg, ru;q=0.8',
  },
} as const

export const header = (name: keyof typeof HEADERS): Ref => ({ $ref: `#/components/headers/${name}` })
const parameter = (name: keyof typeof PARAMETERS): Ref => ({ $ref: `#/components/parameters/${name}` })
const example = (name: string): Ref => ({ $ref: `#/components/examples/${name}` })

/** Codes that any route may answer with: the way to it, not the route, is at fault. */
const ANYWHERE: ProblemCode[] = ['malformed', 'internal', 'unavailable']

export const CODES = Object.keys(PROBLEMS) as ProblemCode[]

const exampleProblem = (code: ProblemCode): Problem => ({
  type: `urn:ovoz:problem:${code}`,
  title: PROBLEM_WORDS[code].en,
  status: PROBLEMS[code],
  code,
  detail: PROBLEM_WORDS[code].en,
  traceId: '3f8e0d52-6f0e-4b52-9a53-0c2f2a9ad0c7',
  ...(code === 'invalid' && {
    errors: [{ field: 'email', code: 'required', message: 'This field is required.' }],
  }),
})

const problemName = (code: ProblemCode) => `Problem-${code}`

/** The part of an answer that a problem is, for the route that can give it. */
export const problemMedia = (codes: ProblemCode[]) => ({
  examples: Object.fromEntries(codes.map((code) => [code, example(problemName(code))])),
})

/** What an answer of each of these codes is, by status: of problems that share one, each is named. */
export const problemAnswers = (codes: ProblemCode[]) =>
  [...new Set(codes.map((code) => PROBLEMS[code]))].map((status) => {
    const ofStatus = [...new Set(codes)].filter((code) => PROBLEMS[code] === status)
    return {
      status,
      description: ofStatus.map((code) => `\`${code}\`: ${PROBLEM_WORDS[code].en}`).join(' '),
      ...problemMedia(ofStatus),
    }
  })

const nameOf = (schema: Schema | undefined) => schema?.$ref?.split('/').at(-1)

/** The names of the schemas that a body may have. */
function namesOf(schema: Schema | undefined): string[] {
  const one = nameOf(schema)
  if (one) return [one]
  return [...(schema?.anyOf ?? []), ...(schema?.oneOf ?? [])].flatMap((part) => namesOf(part))
}

const titleOf = (name: string) =>
  name in LOCALE_NAMES ? LOCALE_NAMES[name as keyof typeof LOCALE_NAMES] : name

/** A body with the examples of its schema, unless it has examples of its own. */
function withExamples(media: Media, examples: Examples): Media {
  if (media.example !== undefined || media.examples) return media
  const names = namesOf(media.schema)
  const found = names.flatMap((schema) =>
    Object.keys(examples[schema] ?? {}).map((name) => [
      names.length > 1 ? `${schema}-${name}` : name,
      example(`${schema}-${name}`),
    ]),
  )
  return found.length ? { ...media, examples: Object.fromEntries(found) as Record<string, unknown> } : media
}

const mapValues = <A, B>(record: Record<string, A>, map: (value: A, name: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]))

function completeAnswers(
  { responses, ...operation }: Operation,
  { examples, isPage, isGet }: { examples: Examples; isPage: (media: Media) => boolean; isGet: boolean },
): Operation {
  const common = Object.fromEntries(
    problemAnswers(ANYWHERE).map(({ status, description, examples }) => [
      status,
      {
        description,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples },
        },
      },
    ]),
  )
  // A route that says itself how long its answer may be kept has one that nobody may keep.
  const isKept = isGet && responses[200] !== undefined && !responses[200].headers?.['Cache-Control']
  const all: Record<string, Answer> = {
    ...responses,
    ...(isKept && { 304: { description: 'What is at hand still holds.' } }),
    ...common,
  }
  return {
    ...operation,
    responses: mapValues(all, ({ headers, content, ...answer }, status) => ({
      ...answer,
      headers: {
        'X-Trace-Id': header('X-Trace-Id'),
        ...(isKept &&
          /^[23]/.test(status) && { ETag: header('ETag'), 'Cache-Control': header('Cache-Control') }),
        ...(Object.values(content ?? {}).some(isPage) && { Link: header('Link') }),
        ...(/^(429|503)$/.test(status) && { 'Retry-After': header('Retry-After') }),
        ...headers,
      },
      ...(content && { content: mapValues(content, (media) => withExamples(media, examples)) }),
    })),
  }
}

/**
 * The document with what is true for every route: headers, what may be kept, the problems that any way to a route can
 * have, and the examples of each schema. A route names only what is its own.
 */
export function completeDocument(document: ApiDocument, { examples }: { examples: Examples }): ApiDocument {
  const schemas = (document.components.schemas ?? {}) as Record<string, Schema>
  const isPage = ({ schema }: Media) => {
    const found = schemas[nameOf(schema) ?? '']
    return Boolean(found?.properties?.nextCursor)
  }
  const complete = (operation: Operation, method: string): Operation => {
    const isGet = method === 'get'
    const isKept = isGet && operation.responses[200] && !operation.responses[200].headers?.['Cache-Control']
    const speaks = operation.parameters?.some(({ name }) => name === 'locale')
    const parameters = [
      ...(operation.parameters ?? []),
      ...(speaks ? [parameter('AcceptLanguage')] : []),
      ...(isKept ? [parameter('IfNoneMatch')] : []),
    ]
    const { requestBody } = operation
    return {
      ...completeAnswers(operation, { examples, isPage, isGet }),
      ...(parameters.length && { parameters }),
      ...(requestBody && {
        requestBody: {
          ...requestBody,
          content: mapValues(requestBody.content, (media) => withExamples(media, examples)),
        },
      }),
    }
  }
  const whole = Object.entries(examples).flatMap(([schema, named]) =>
    Object.entries(named).map(([name, value]) => [`${schema}-${name}`, { summary: titleOf(name), value }]),
  )
  const ofProblems = CODES.map((code) => [
    problemName(code),
    { summary: PROBLEM_WORDS[code].en, value: exampleProblem(code) },
  ])
  return {
    ...document,
    paths: mapValues(document.paths, (methods) => mapValues(methods, complete)),
    components: {
      ...document.components,
      parameters: { ...document.components.parameters, ...PARAMETERS },
      headers: { ...document.components.headers, ...HEADERS },
      examples: {
        ...document.components.examples,
        ...(Object.fromEntries([...whole, ...ofProblems]) as Record<string, unknown>),
      },
    },
  }
}

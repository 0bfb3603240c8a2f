import { type DocumentNode, GraphQLError, parse } from 'graphql'
import { getPayload, type SanitizedConfig } from 'payload'

import { isDatabaseAway } from './api.ts'
import { faultsOfQuery, GRAPHQL_LIMITS, type Variables } from './graphql.ts'
import { settings } from './settings.ts'

/** The largest request, in bytes: a long article fits in its variables. */
const MOST_BYTES = 1024 * 1024
const MOST_TOKENS = 4000

type Refused = { status: number; messages: string[] }
type Asked = { query: string; variables: Variables }

const answer = ({ status, messages }: Refused, headers: Record<string, string> = {}) =>
  Response.json(
    { errors: messages.map((message) => ({ message })) },
    { status, headers: { 'Cache-Control': 'no-store', ...headers } },
  )

const refused = (message: string, status = 400): Refused => ({ status, messages: [message] })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body as text; null where it is larger than may be. */
async function textOf(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of request.body ?? []) {
    bytes += (piece as Uint8Array).byteLength
    if (bytes > MOST_BYTES) return null
    text += decoder.decode(piece as Uint8Array, { stream: true })
  }
  return text + decoder.decode()
}

/** One query with its variables, as the body has it, or why it is none. */
export function readBody(text: string): Asked | Refused {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return refused('The body is not JSON.')
  }
  if (Array.isArray(body)) return refused('Send one query at a time.')
  if (!isObject(body) || typeof body.query !== 'string')
    return refused('Send a JSON object with a text “query”.')
  if (Buffer.byteLength(body.query) > GRAPHQL_LIMITS.bytes)
    return refused(`A query has at most ${GRAPHQL_LIMITS.bytes} bytes. Put values into variables.`, 413)
  const variables = body.variables ?? {}
  if (!isObject(variables)) return refused('“variables” is a JSON object.')
  return { query: body.query, variables }
}

/** The query as a tree, or why it is none. Text that nests too deeply to be read is refused like text that is wrong. */
function readQuery(query: string): DocumentNode | Refused {
  try {
    return parse(query, { maxTokens: MOST_TOKENS })
  } catch (error) {
    return refused(error instanceof GraphQLError ? error.message : 'The query cannot be read.')
  }
}

/** Takes “Did you mean …?” off: it tells the names of a schema that is not shown. */
export const withoutSuggestions = (message: string) => message.replace(/ Did you mean [^?]*\?/g, '')

async function withPlainErrors(response: Response): Promise<Response> {
  const text = await response.text()
  const { status, headers } = response
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return new Response(text, { status, headers })
  }
  if (!isObject(body) || !Array.isArray(body.errors)) return new Response(text, { status, headers })
  const errors = body.errors.map((error: { message?: unknown }) => ({
    ...error,
    ...(typeof error.message === 'string' && { message: withoutSuggestions(error.message) }),
  }))
  const plain = new Headers(headers)
  plain.delete('content-length')
  return new Response(JSON.stringify({ ...body, errors }), { status, headers: plain })
}

type Handler = (request: Request) => Promise<Response>

/**
 * Stands before Payload's GraphQL. A query is read and measured here first: Payload's own measure opens fragments
 * again each time they are used, so that a small text could hold the process for ever, or end it.
 */
export const guardGraphQLDoor =
  ({ post, config }: { post: Handler; config: Promise<SanitizedConfig> }): Handler =>
  async (request) => {
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
      return answer(refused('Send application/json.', 415))
    const text = await textOf(request)
    if (text === null) return answer(refused(`A request has at most ${MOST_BYTES} bytes.`, 413))
    const asked = readBody(text)
    if ('status' in asked) return answer(asked)
    const document = readQuery(asked.query)
    if ('status' in document) return answer(document)
    const messages = faultsOfQuery(document, {
      variables: asked.variables,
      isIntrospectable: settings.GRAPHQL_INTROSPECTION === 'on',
    })
    if (messages.length) return answer({ status: 400, messages })
    try {
      const { url, method, headers } = request
      return await withPlainErrors(await post(new Request(url, { method, headers, body: text })))
    } catch (err) {
      const { logger } = await getPayload({ config })
      logger.error({ err, msg: 'GraphQL could not answer.' })
      return isDatabaseAway(err)
        ? answer(refused('The service is away for a moment.', 503), { 'Retry-After': '5' })
        : answer(refused('Something went wrong.', 500))
    }
  }

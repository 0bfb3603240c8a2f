import { randomUUID } from 'node:crypto'

import { HTTPException } from 'hono/http-exception'
import type { RouterRoute } from 'hono/types'
import type { Payload } from 'payload'

import { commentRoutes } from './comments/routes.ts'
import { contentRoutes } from './content/routes.ts'
import { API_PATH, SUBMISSION_BYTES } from './contract/index.ts'
import { createDocs } from './docs/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { answerProblem, createRoutes } from './platform/api.ts'
import { boundBody } from './platform/body.ts'
import { limitWrites } from './platform/limit-door.ts'
import { corsHeaders, isOpenToAll } from './platform/origins.ts'
import { Refusal } from './platform/problem.ts'
import { SHARED } from './platform/reads.ts'
import { previewRoutes } from './preview/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { spamRoutes } from './spam/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { describeWebhooks } from './webhooks/routes.ts'

export { API_PATH }

const TAKES_BODY = new Set(['POST', 'PATCH', 'PUT'])
const JSON_TYPE = /^application\/json\s*(;|$)/i
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** Which methods the routes take at a path; none where nothing is. */
function readMethods(api: { routes: RouterRoute[] }) {
  const routes = api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ path, method }) => ({ method, pattern: new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`) }))
  return (path: string): ReadonlySet<string> =>
    new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))
}

/**
 * The public door: one corridor for every request. It knows no session and sets no cookie, so nothing a browser
 * brings along gives it more.
 */
export function createApi(payload: Payload) {
  const api = createRoutes().basePath(API_PATH)

  api.use(async (c, next) => {
    c.set('payload', payload)
    c.set('traceId', randomUUID())
    c.set('uses', c.env?.uses ?? new Set())
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Trace-Id', c.get('traceId'))
    if (c.res.headers.has('Cache-Control')) return
    c.header('Cache-Control', c.res.ok && c.get('uses').size ? SHARED : 'no-cache')
  })

  api.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') {
      c.res = new Response(null, { status: 204 })
    } else await next()
    if (!isOpenToAll) c.header('Vary', 'Origin', { append: true })
    const origin = c.req.header('origin')
    for (const [name, value] of origin ? corsHeaders(origin) : []) c.header(name, value)
  })

  api.use(limitWrites)

  // Before anything is read: what is too large, or not of a kind we take. Where nothing is taken at all, its kind and size
  // do not matter, and it is answered that nothing is there, or that this method is not for it.
  api.use(async (c, next) => {
    if (TAKES_BODY.has(c.req.method) && methodsAt(c.req.path).has(c.req.method)) {
      const type = c.req.header('content-type') ?? ''
      const takesForm = c.req.method === 'POST'
      if (!JSON_TYPE.test(type) && !(takesForm && FORM_TYPE.test(type))) throw new Refusal('unsupported-type')
      await boundBody(c, SUBMISSION_BYTES)
    }
    await next()
  })
  api.route('/', eventRoutes)
  api.route('/', contentRoutes)
  // Before the comments: `form-token` is no id of one.
  api.route('/', spamRoutes)
  api.route('/', commentRoutes)
  api.route('/', reportRoutes)
  api.route('/', feedRoutes)
  api.route('/', searchRoutes)
  api.route('/', retentionRoutes)
  api.route('/', previewRoutes)
  api.route('/', privacyRoutes)
  describeWebhooks(api)

  api.route(
    '/',
    createDocs(() => api),
  )

  const methodsAt = readMethods(api)

  api.notFound((c) => {
    const methods = methodsAt(c.req.path)
    const isOtherMethod = methods.size > 0 && !methods.has(c.req.method)
    const answer = answerProblem(new Refusal(isOtherMethod ? 'method-not-allowed' : 'not-found'), c)
    if (isOtherMethod) answer.headers.set('Allow', [...methods].join(', '))
    return answer
  })

  api.onError((error, c) => {
    // What the framework says before a route is asked.
    const status = error instanceof HTTPException ? error.status : null
    const code = status === 400 ? 'malformed' : status === 415 ? 'unsupported-type' : null
    return answerProblem(code ? new Refusal(code, { private: error.message }) : error, c)
  })

  return api
}

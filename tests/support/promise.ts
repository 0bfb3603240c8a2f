import { isDeepStrictEqual } from 'node:util'

import type { z } from 'zod'

import { API_PATH, type createApi } from '../../src/api.ts'
import { createDocument } from '../../src/docs/document.ts'

type Api = ReturnType<typeof createApi>
type Given = { status: number; headers: Headers; body: any }

const parametersIn = (path: string) => path.split('{').length

/**
 * Whether an answer is one that the public document promises: its status, the code of its problem, and its body to the
 * last property. Every answer that a test gets passes here, so what is not described cannot be relied on unseen.
 */
export function promiseOf(api: Api) {
  const document = createDocument(api)
  const routes = api.openAPIRegistry.definitions
    .flatMap((one) => (one.type === 'route' ? [one.route] : []))
    .sort((a, b) => parametersIn(a.path) - parametersIn(b.path))
    .map((route) => ({
      method: route.method.toUpperCase(),
      pattern: new RegExp(`^${API_PATH}${route.path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
      schemas: route.responses as Record<string, { content?: Record<string, { schema: z.ZodType }> }>,
      answers: document.paths[`${API_PATH}${route.path}`]![route.method]!.responses,
    }))

  return function isAsPromised({ method, url, answer }: { method: string; url: string; answer: Given }) {
    const path = new URL(url, 'http://localhost').pathname
    const asked = method === 'HEAD' ? 'GET' : method
    const route = routes.find((one) => one.method === asked && one.pattern.test(path))
    const { status, body, headers } = answer
    if (!route) return
    const fail = (what: string) => {
      throw new Error(`${method} ${path} answered ${status}, and the document ${what}`)
    }
    const described = route.answers[status]
    if (!described) return fail(`has no such answer. Add it to the responses of the route.`)
    const type = (headers.get('content-type') ?? '').split(';')[0]!
    if (type === 'application/problem+json') {
      const codes = Object.keys(described.content?.[type]?.examples ?? {})
      if (!codes.includes(body.code))
        fail(`does not name “${body.code}”. Add it to problems(…) of the route.`)
    }
    const schema = route.schemas[status]?.content?.[type]?.schema
    if (!schema || type !== 'application/json' || method === 'HEAD') return
    const { data, error } = schema.safeParse(body)
    if (error) fail(`says otherwise: ${error.message}`)
    if (!isDeepStrictEqual(data, body)) fail(`does not name all that is in it: ${JSON.stringify(body)}`)
  }
}

import { createHash } from 'node:crypto'

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import { type Corridor, createRoutes, problems } from '../platform/api.ts'
import type { ApiDocument } from '../platform/openapi.ts'
import { Refusal } from '../platform/problem.ts'
import { settings } from '../platform/settings.ts'
import { assets } from './assets.ts'
import { createDocument, type Described } from './document.ts'
import { contentSecurityPolicy, toPage } from './page.ts'

const tags = ['Description']
const SHORT = 'public, max-age=300'
const FOR_EVER = 'public, max-age=31536000, immutable'

const FileParam = z.object({
  file: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'A file the page names.', example: 'page-0f1e2d3c4b5a6978.css' }),
})

const body = (type: string) => ({ content: { [type]: { schema: z.string() } } })

/** The same bytes as before are not sent again. */
function answer(
  c: Context<Corridor>,
  { bytes, headers }: { bytes: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> },
): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const asked = c.req.header('if-none-match')
  const isKnown = asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
  return isKnown
    ? c.body(null, 304, { ...headers, ETag: etag })
    : c.body(bytes, 200, { ...headers, ETag: etag })
}

/** The description of the public door: the document, and a page of it that loads nothing from elsewhere. */
export function createDocs(api: () => Described) {
  const routes = createRoutes()
  let document: ApiDocument | undefined
  let text: string | undefined
  const read = () => (document ??= createDocument(api()))

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/openapi.json',
      operationId: 'getDocument',
      tags,
      summary: 'This document, OpenAPI 3.1',
      responses: {
        200: {
          description: 'The document.',
          content: {
            'application/json': {
              schema: z.record(z.string(), z.unknown()),
              examples: { head: { summary: 'Its beginning', value: { openapi: '3.1.0', paths: {} } } },
            },
          },
        },
      },
    }),
    (c) =>
      answer(c, {
        bytes: (text ??= JSON.stringify(read())),
        headers: { 'Content-Type': 'application/json', 'Cache-Control': SHORT },
      }) as never,
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/docs',
      operationId: 'getDocs',
      tags,
      summary: 'The document as a page to read',
      responses: { 200: { description: 'The page.', ...body('text/html') } },
    }),
    (c) => {
      const here = c.req.path.replace(/\/$/, '')
      const { script, style } = assets()
      const page = toPage({
        document: `${here.replace(/\/docs$/, '')}/openapi.json`,
        script: `${here}/${script.name}`,
        style: `${here}/${style.name}`,
      })
      return answer(c, {
        bytes: page,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Cache-Control': SHORT,
          'Content-Security-Policy': contentSecurityPolicy(new URL(settings.PUBLIC_URL).origin),
          'Referrer-Policy': 'no-referrer',
        },
      }) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/docs/{file}',
      operationId: 'getDocsFile',
      tags,
      summary: 'A script or style of that page',
      request: { params: FileParam },
      responses: {
        200: { description: 'The file.', ...body('text/javascript') },
        ...problems('invalid', 'not-found'),
      },
    }),
    (c) => {
      const asset = Object.values(assets()).find(({ name }) => name === c.req.param('file'))
      if (!asset) throw new Refusal('not-found')
      const takesGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      return answer(c, {
        bytes: (takesGzip ? asset.gzipped : asset.bytes) as Uint8Array<ArrayBuffer>,
        headers: {
          'Content-Type': asset.type,
          'Cache-Control': FOR_EVER,
          Vary: 'Accept-Encoding',
          ...(takesGzip && { 'Content-Encoding': 'gzip' }),
        },
      }) as never
    },
  )

  return routes
}

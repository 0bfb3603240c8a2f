import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

import { getRequestListener } from '@hono/node-server'
import next from 'next'

import config from '../payload.config.ts'
import { API_PATH, createApi } from './api.ts'
import { seedDemo } from './demo/seed.ts'
import { createFiles, FILES_PATH } from './content/files.ts'
import { isDatabaseAway } from './platform/api.ts'
import { isReachable } from './platform/database.ts'
import { runJobs } from './platform/jobs.ts'
import { openPayload } from './platform/open.ts'
import { settings, SettingsFault } from './platform/settings.ts'
import { buildMissingIndex } from './search/rebuild.ts'
import { admitStaff } from './staff/door.ts'
import { makeFirstAdmin } from './staff/first-admin.ts'
import { runWebhooks } from './webhooks/jobs.ts'

/** How long the server may take to start, in milliseconds: a large migration included. */
const LONGEST_START = 10 * 60_000

/** When it is worth asking again after the database was away. */
const RETRY = { 'Retry-After': '5' }

/** How long requests under way may take to end when the server is told to stop, in milliseconds. */
const GRACE = 10_000

function say(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
  response.end(JSON.stringify(body))
}

async function start() {
  // It also keeps the process alive until it listens: a start that hangs is to be seen, not to end without a word.
  const overdue = setTimeout(() => fail(new Error('The start did not end.')), LONGEST_START)
  const payload = await openPayload(config)
  const admin = await makeFirstAdmin(payload)
  if (admin && settings.DEMO === '1') {
    await seedDemo({ payload }).catch((err: unknown) => {
      payload.logger.error({
        err,
        msg: 'The demonstration content could not be put in. Everything else is there.',
      })
    })
  }

  const panel = next({
    dev: !settings.isProduction,
    dir: process.cwd(),
    hostname: settings.HOST,
    port: settings.PORT,
  })
  const preparing = panel.prepare()
  const toPanel = panel.getRequestHandler()
  const toApi = getRequestListener(createApi(payload).fetch, { overrideGlobalObjects: false })
  const toFiles = getRequestListener(createFiles().fetch, { overrideGlobalObjects: false })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? '/').split('?', 1)[0]!
    if (path === '/healthz') return say(response, 200, { status: 'ok' })
    if (path === '/readyz') {
      const database = await isReachable(payload)
      const checks = { database: database ? 'ok' : 'unreachable', migrations: 'ok' }
      if (database) return say(response, 200, { status: 'ok', checks })
      return say(response, 503, { status: 'unavailable', checks }, RETRY)
    }
    if (path === API_PATH || path.startsWith(`${API_PATH}/`)) return toApi(request, response)
    if (path.startsWith(FILES_PATH)) return toFiles(request, response)
    if (path === '/') {
      response.writeHead(302, { Location: '/admin' })
      return response.end()
    }
    const isStaffDoor = path === '/api' || path.startsWith('/api/')
    if (isStaffDoor && !(await admitStaff({ payload, request, response, path }))) return
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    response.setHeader('Referrer-Policy', 'same-origin')
    await preparing
    return toPanel(request, response)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((err: unknown) => {
      payload.logger.error({ err, msg: 'A request could not be answered.' })
      if (response.headersSent) return response.destroy()
      const isAway = isDatabaseAway(err)
      say(
        response,
        isAway ? 503 : 500,
        { errors: [{ message: 'Something went wrong.' }] },
        isAway ? RETRY : {},
      )
    })
  })
  // Slow senders do not hold a place for ever.
  server.headersTimeout = 15_000
  server.requestTimeout = 120_000
  if (!settings.isProduction)
    server.on('upgrade', (request, socket, head) => void panel.getUpgradeHandler()(request, socket, head))

  const jobs = settings.JOBS === 'on' ? [runJobs({ payload }), runWebhooks({ payload })] : []
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.PORT, settings.HOST, resolve)
  })
  clearTimeout(overdue)
  greet(admin)
  // The panel is compiled code; loading it beforehand spares the first visitor the wait.
  void preparing.catch((err: unknown) => payload.logger.error({ err, msg: 'The panel could not be loaded.' }))

  void buildMissingIndex({ payload }).catch((err: unknown) =>
    payload.logger.error({
      err,
      msg: 'The search index could not be made: run npm run ovoz -- search rebuild.',
    }),
  )

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), GRACE).unref()
    server.close(() => {
      void Promise.all(jobs.map((job) => job.stop()))
        .then(() => payload.destroy())
        .finally(() => process.exit(0))
    })
    // Browsers keep connections open for later; each is closed once it is idle.
    setInterval(() => server.closeIdleConnections(), 100).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function greet(admin: Awaited<ReturnType<typeof makeFirstAdmin>>) {
  const here = settings.PUBLIC_URL
  const lines = [
    '',
    '  Ovoz is running.',
    '',
    `  Panel        ${here}/admin`,
    `  Public API   ${here}${API_PATH}/openapi.json`,
    `  Database     ${settings.DATABASE_URI?.startsWith('mongodb') ? 'MongoDB' : join(settings.DATA_DIR, 'ovoz.sqlite')}`,
  ]
  if (admin) {
    lines.push('', '  Sign in for the first time', `    e-mail     ${admin.email}`)
    lines.push(
      admin.password ? `    password   ${admin.password}` : '    password   the one in ADMIN_PASSWORD',
    )
    if (admin.password)
      lines.push('  This password is shown once. Change it in the panel, under your account.')
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

/** Why the server did not start, and what to do about it. */
function explain(error: unknown): string {
  if (error instanceof SettingsFault) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Something else listens on port ${settings.PORT} already. End it, or set PORT to another number.`
  }
  return `Ovoz could not start.\n${String(error instanceof Error ? error.stack : error)}`
}

function fail(error: unknown) {
  process.stderr.write(`\n${explain(error)}\n\n`)
  process.exit(1)
}

start().catch(fail)

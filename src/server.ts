import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

import { getRequestListener } from '@hono/node-server'
import next from 'next'

import { API_PATH, createApi } from './api.ts'
import { seedDemo } from './demo/seed.ts'
import { createFiles, FILES_PATH } from './content/files.ts'
import { isDatabaseAway } from './platform/api.ts'
import { isReachable } from './platform/database.ts'
import { runJobs } from './platform/jobs.ts'
import { openPayload } from './platform/open.ts'
import { settings, SettingsFault } from './platform/settings.ts'
import { admitStaff } from './staff/door.ts'
import { makeFirstAdmin } from './staff/first-admin.ts'

/** How long requests under way may take to end when the server is told to stop, in milliseconds. */
const GRACE = 10_000

function say(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
  response.end(JSON.stringify(body))
}

async function start() {
  const payload = await openPayload(() => import('../payload.config.ts'))
  const admin = await makeFirstAdmin(payload)
  if (admin && settings.DEMO === '1') await seedDemo({ payload })

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
      return say(response, database ? 200 : 503, {
        status: database ? 'ok' : 'unavailable',
        checks: { database: database ? 'ok' : 'unreachable', migrations: 'ok' },
      })
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
        isAway ? { 'Retry-After': '5' } : {},
      )
    })
  })
  // Slow senders do not hold a place for ever.
  server.headersTimeout = 15_000
  server.requestTimeout = 120_000
  if (!settings.isProduction)
    server.on('upgrade', (request, socket, head) => void panel.getUpgradeHandler()(request, socket, head))

  const jobs = settings.JOBS === 'on' ? runJobs({ payload }) : null
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.PORT, settings.HOST, resolve)
  })
  greet(admin)
  // The panel is compiled code; loading it beforehand spares the first visitor the wait.
  void preparing.catch((err: unknown) => payload.logger.error({ err, msg: 'The panel could not be loaded.' }))

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), GRACE).unref()
    server.close(() => {
      void (jobs?.stop() ?? Promise.resolve()).then(() => payload.destroy()).finally(() => process.exit(0))
    })
    server.closeIdleConnections()
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

start().catch((error: unknown) => {
  const isOurs = error instanceof SettingsFault
  process.stderr.write(
    `\n${isOurs ? error.message : `Ovoz could not start.\n${String(error instanceof Error ? error.stack : error)}`}\n\n`,
  )
  process.exit(1)
})

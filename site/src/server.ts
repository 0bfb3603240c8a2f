import type { Server } from 'node:http'

import { serve } from '@hono/node-server'

import { createApp, createGround } from './app.ts'
import { readAssets } from './assets.ts'
import { readSettings, type Settings } from './settings.ts'
import { keepWarm } from './warm.ts'

/** How long readers whose network is slow may take, in milliseconds: for the head of a request, and for all of it. */
const TIMES = { headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }
/** How long answers under way may still take when the site is to end, in milliseconds. */
const LAST_WAIT = 5000

function explain(error: unknown, port: number): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return `Something else listens on port ${port} already. End it, or give the site another port.`
  return error instanceof Error ? error.message : String(error)
}

function fail(error: unknown, port = 0): never {
  process.stderr.write(`\n${explain(error, port)}\n\n`)
  process.exit(1)
}

function greet({ SITE_URL, API_URL }: Settings, port: number) {
  if (process.send) process.send({ is: 'listening', port })
  else process.stdout.write(`\n  The site is at ${SITE_URL}, and reads from ${API_URL}.\n\n`)
}

/** Ends when it is told to, after the answers that are under way. */
function endWhenTold(server: Server, close: () => void) {
  const stop = () => {
    close()
    server.close(() => process.exit(0))
    // Browsers keep connections open on which nothing is under way.
    setInterval(() => server.closeIdleConnections(), 100).unref()
    setTimeout(() => process.exit(0), LAST_WAIT).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  // A server that was killed has left this process behind: it goes on, and may have nobody left to read its words.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

function start() {
  // eslint-disable-next-line no-restricted-properties -- the one place of the site that looks at its environment
  const settings = readSettings(process.env)
  const ground = createGround({ settings, assets: readAssets(settings.ASSETS_DIR || import.meta.dirname) })
  const app = createApp(ground)
  const address = { port: settings.PORT, hostname: settings.HOST }
  const options = { fetch: app.fetch, overrideGlobalObjects: false, serverOptions: TIMES, ...address }
  const server = serve(options, ({ port }) => {
    greet(settings, port)
    const warming = keepWarm({ ground, request: (path) => app.request(path) })
    endWhenTold(server as Server, () => {
      warming.close()
      ground.source.close()
    })
  })
  server.on('error', (error) => fail(error, settings.PORT))
}

try {
  start()
} catch (error) {
  fail(error)
}

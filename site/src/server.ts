import { join } from 'node:path'

import { serve } from '@hono/node-server'

import { createApp, createGround } from './app.ts'
import { readAssets } from './assets.ts'
import { readSettings } from './settings.ts'

function explain(error: unknown, port: number): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return `Something else listens on port ${port} already. End it, or give the site another port.`
  return error instanceof Error ? error.message : String(error)
}

function fail(error: unknown, port = 0): never {
  process.stderr.write(`\n${explain(error, port)}\n\n`)
  process.exit(1)
}

function start() {
  // eslint-disable-next-line no-restricted-properties -- the one place of the site that looks at its environment
  const settings = readSettings(process.env)
  const ground = createGround({
    settings,
    assets: readAssets(settings.ASSETS_DIR || join(import.meta.dirname)),
  })
  const server = serve(
    {
      fetch: createApp(ground).fetch,
      port: settings.PORT,
      hostname: settings.HOST,
      overrideGlobalObjects: false,
    },
    ({ port }) => {
      if (process.send) process.send({ is: 'listening', port })
      else
        process.stdout.write(
          `\n  The site is at ${settings.SITE_URL}, and reads from ${settings.API_URL}.\n\n`,
        )
    },
  )
  server.on('error', (error) => fail(error, settings.PORT))
  const stop = () => {
    ground.source.close()
    server.close(() => process.exit(0))
    if ('closeIdleConnections' in server) setInterval(() => server.closeIdleConnections(), 100).unref()
    setTimeout(() => process.exit(0), 5000).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  // Started by the CMS, it ends with it, however that ends.
  if (process.send) process.once('disconnect', stop)
}

try {
  start()
} catch (error) {
  fail(error)
}

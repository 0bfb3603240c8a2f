import cluster from 'node:cluster'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import { fail, greet } from './greeting.ts'
import { settings } from './platform/settings.ts'
import { type Order, type Report, runPrimary } from './primary.ts'
import { type Site, startSite } from './site-process.ts'
import { createWebServer } from './web-server.ts'

/** How long the server may take to start, in milliseconds: a large migration included. */
const LONGEST_START = 10 * 60_000

/** How long requests under way may take to end when the server is told to stop, in milliseconds. */
const GRACE = 9500

// What takes long to load comes after the server listens.
const load = () => import('./opening.ts')
type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['open']>>

async function listen(server: Server): Promise<number> {
  server.listen(settings.PORT, settings.HOST)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function stopWhenTold(server: Server, opened: Opened, site: Site | null = null) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), GRACE).unref()
    const closed = new Promise<void>((resolve) => server.close(() => resolve())).then(opened.close)
    void Promise.allSettled([closed, site?.stop()]).then(() => process.exit(0))
    // Browsers keep connections open for later; each is closed once it is idle.
    setInterval(() => server.closeIdleConnections(), 100).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** The only process: it listens at once, and holds what comes until everything is open. */
async function runAlone() {
  const { gate, server } = createWebServer()
  const port = await listen(server)
  const opened = await (await load()).open({ prepares: true })
  gate.open(opened.answer)
  const site = settings.SITE === 'on' ? startSite({ apiPort: port }) : null
  stopWhenTold(server, opened, site)
  if (site) void site.settled.then((state) => greet({ admin: opened.admin, port, site: state }))
  else greet({ admin: opened.admin, port, site: null })
  if (settings.JOBS === 'on') opened.startJobs()
  await opened.openPanel(server)
}

/** One of several: it opens when the primary says so, and listens when it is open, so that others answer until then. */
async function runAmongMany() {
  const report = (what: Report) => void process.send?.(what)
  const orders = new Map<Order, () => void>()
  process.on('message', (order: Order) => orders.get(order)?.())
  const told = new Promise<{ prepares: boolean }>((resolve) => {
    orders.set('prepare', () => resolve({ prepares: true }))
    orders.set('open', () => resolve({ prepares: false }))
  })
  report({ is: 'here' })
  const { open } = await load()
  const opened = await open(await told)
  orders.set('do-jobs', () => opened.startJobs())
  report({ is: 'open', admin: opened.admin })
  const { gate, server } = createWebServer()
  gate.open(opened.answer)
  stopWhenTold(server, opened)
  await listen(server)
  await opened.openPanel(server)
}

async function start() {
  if (settings.WEB_PROCESSES > 1 && settings.isProduction && cluster.isPrimary) {
    return runPrimary({ entry: fileURLToPath(import.meta.url) })
  }
  // It also keeps the process alive until it listens: a start that hangs is to be seen, not to end without a word.
  const overdue = setTimeout(() => fail(new Error('The start did not end.')), LONGEST_START)
  await (cluster.isWorker ? runAmongMany() : runAlone())
  clearTimeout(overdue)
}

start().catch((error: unknown) => fail(error, { isOneOfMany: cluster.isWorker }))

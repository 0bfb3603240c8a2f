import cluster from 'node:cluster'
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

import ovoz from '../../package.json' with { type: 'json' }
import { isReachable } from '../platform/database.ts'
import { limitsHit } from '../platform/limiter.ts'
import { LIMITS, type LimitName } from '../platform/limits.ts'
import { type Metric, METRICS_TYPE, toMetricsText, type Traffic } from '../platform/metrics.ts'
import { settings } from '../platform/settings.ts'
import { maySeeMetrics } from './access.ts'
import { countWork, type Work } from './store.ts'

const METRICS_PATH = '/metrics'

/** How long the counts of the database are good, in milliseconds, so that asking often costs it nothing. */
const REMEMBERED = 5000

const gauge = (name: string, help: string, samples: Metric['samples']): Metric => ({
  name,
  help,
  type: 'gauge',
  samples,
})
const byState = (counts: Record<string, number>) =>
  Object.entries(counts).map(([state, value]) => ({ labels: { state }, value }))

const ofWork = ({ comments, mails, deliveries }: Work): Metric[] => [
  gauge('ovoz_comments', 'Comments that wait for a moderator, and in spam.', byState(comments)),
  gauge(
    'ovoz_mails_unsent',
    'Mails that are not sent: still to be, failed, or perhaps sent.',
    byState(mails),
  ),
  gauge('ovoz_webhook_deliveries_due', 'Deliveries of webhooks whose time has come.', [
    { value: deliveries.due },
  ]),
]

function ofProcess(own: Record<string, string>): Metric[] {
  const { rss, heapUsed } = process.memoryUsage()
  return [
    gauge('process_resident_memory_bytes', 'Memory of the process.', [{ labels: own, value: rss }]),
    gauge('nodejs_heap_size_used_bytes', 'Memory in use by its JavaScript.', [
      { labels: own, value: heapUsed },
    ]),
    gauge('ovoz_uptime_seconds', 'How long the process has been running.', [
      { labels: own, value: process.uptime() },
    ]),
  ]
}

const ofLimits = (own: Record<string, string>): Metric => ({
  name: 'ovoz_limits_refused_total',
  help: 'How often a limit has refused a request.',
  type: 'counter',
  samples: (Object.keys(LIMITS) as LimitName[]).map((limit) => ({
    labels: { ...own, limit },
    value: limitsHit().get(limit) ?? 0,
  })),
})

/** The figures by which one watches over a server. `size` is how much the memory of the public door holds. */
export function createMetricsPage({
  payload,
  traffic,
  size,
}: {
  payload: Payload
  traffic: Traffic
  size: () => { entries: number; bytes: number }
}) {
  const own: Record<string, string> = cluster.isWorker ? { pid: String(process.pid) } : {}
  let known: { until: number; work: Promise<Work | null> } | undefined

  /** Null while the database is away: everything else is told all the same. */
  async function look(now: number): Promise<Work | null> {
    try {
      return (await isReachable(payload)) ? await countWork({ payload, now: new Date(now) }) : null
    } catch (err) {
      payload.logger.warn({ err, msg: 'What /metrics tells of the database could not be counted.' })
      return null
    }
  }

  function workOf(now: number): Promise<Work | null> {
    if (!known || now >= known.until) known = { until: now + REMEMBERED, work: look(now) }
    return known.work
  }

  return {
    /** Whether a request is for it; to everybody else there is no such address. */
    isFor: (request: IncomingMessage, path: string) =>
      path === METRICS_PATH &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      maySeeMetrics(request, settings.METRICS_TOKEN),

    async answer(request: IncomingMessage, response: ServerResponse) {
      const work = await workOf(Date.now())
      const { entries, bytes } = size()
      const text = toMetricsText([
        gauge('ovoz_info', 'Which version this is.', [
          { labels: { version: ovoz.version, node: process.version, database: payload.db.name }, value: 1 },
        ]),
        ...ofProcess(own),
        ...traffic.metrics(own),
        gauge('ovoz_answers_kept', 'Answers kept in memory.', [{ labels: own, value: entries }]),
        gauge('ovoz_answers_kept_bytes', 'How much memory they take.', [{ labels: own, value: bytes }]),
        ofLimits(own),
        gauge('ovoz_database_up', 'Whether the database answers: 1 or 0.', [{ value: work ? 1 : 0 }]),
        ...(work ? ofWork(work) : []),
      ])
      response.writeHead(200, {
        'Content-Type': METRICS_TYPE,
        'Cache-Control': 'no-store',
        'Content-Length': Buffer.byteLength(text),
      })
      response.end(request.method === 'HEAD' ? undefined : text)
    },
  }
}

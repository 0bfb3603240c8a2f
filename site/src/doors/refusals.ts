import type { Hono } from 'hono'

import { answerPage, makeAnswer } from '../answer.tsx'
import type { Ground } from '../app.ts'

/** What each address takes, as the doors before have it. */
function methodsByPath({ routes }: Hono): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { path, method } of routes) {
    if (method === 'ALL') continue
    const known = found.get(path) ?? new Set()
    found.set(path, known.add(method))
    if (method === 'GET') known.add('HEAD')
  }
  return found
}

/** What went wrong here, for whoever runs the site. The address is left out: it may say who asked for what. */
const tell = (error: Error) =>
  process.stderr.write(
    `${new Date().toISOString()} A page could not be made: ${error.stack ?? error.message}\n`,
  )

/** The answers to what no door takes: another method, and a fault of our own. To be added last. */
export function addRefusals(app: Hono, ground: Ground) {
  for (const [path, methods] of methodsByPath(app)) {
    const Allow = [...methods].sort().join(', ')
    app.all(path, (c) => c.text(`This address takes ${Allow}.`, 405, { Allow, 'Cache-Control': 'no-store' }))
  }
  app.onError(async (error, c) => {
    tell(error)
    try {
      return answerPage(c, await makeAnswer({ ground, url: c.req.url, make: 'failed' }))
    } catch {
      return c.text('Something went wrong. The fault is ours.', 500, { 'Cache-Control': 'no-store' })
    }
  })
}

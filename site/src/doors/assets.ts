import { gzipSync } from 'node:zlib'

import type { Hono } from 'hono'

import type { Ground } from '../app.ts'
import { encodingFor } from '../rendered.ts'

/** The stylesheet, the script and the sign: kept by browsers for a year, since a change changes the name. */
export function addAssets(app: Hono, { assets }: Pick<Ground, 'assets'>) {
  for (const { path, type, text } of Object.values(assets)) {
    const packed = gzipSync(text, { level: 9 })
    app.get(path, (c) => {
      const isPacked = encodingFor(c.req.header('accept-encoding')) !== 'identity'
      return c.body(isPacked ? packed : text, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(isPacked && { 'Content-Encoding': 'gzip' }),
      })
    })
  }
  // Some programs ask for the sign under this name, whatever the page says.
  app.get('/favicon.ico', (c) => {
    c.header('Cache-Control', 'public, max-age=86400')
    return c.redirect(assets.icon.path, 302)
  })
}

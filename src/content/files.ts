import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

import { settings } from '../platform/settings.ts'

export const FILES_PATH = '/files/'

/** What `serveStatic` leaves encoded of the marks that a file's name may have: `,&+=@;$`. None of them leads out of a folder. */
const LEFT = /%(?:2C|26|2B|3D|40|3B|24)/gi

/** Pictures for readers: files drawn by us, served as nothing but pictures. */
export function createFiles() {
  const root = join(settings.DATA_DIR, 'media')
  mkdirSync(root, { recursive: true })
  const files = new Hono()
  files.use(async (c, next) => {
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', c.res.ok ? 'public, max-age=86400' : 'no-store')
  })
  files.get(
    `${FILES_PATH}*`,
    serveStatic({
      root,
      allowPercentInPath: true,
      rewriteRequestPath: (path) => path.slice(FILES_PATH.length - 1).replace(LEFT, decodeURIComponent),
    }),
  )
  return files
}

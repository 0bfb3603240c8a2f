import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import type { Payload } from 'payload'

import { createFiles, FILES_PATH } from './content/files.ts'
import { createEmbed, EMBED_PATH } from './embed.ts'
import { boundIncoming, mostBytes } from './incoming.ts'
import { type Answer, pathOf, RETRY, say } from './gate.ts'
import { createMetricsPage } from './metrics/page.ts'
import { MAIL_PATH } from './notices/links.ts'
import { createMailPages } from './notices/pages.ts'
import { isDatabaseAway } from './platform/api.ts'
import { isReachable } from './platform/database.ts'
import { createTraffic, type Door } from './platform/metrics.ts'
import { settings } from './platform/settings.ts'
import { PAGE_PATH } from './moderation-mail/links.ts'
import { createModerationPages } from './moderation-mail/routes.ts'
import { PRIVACY_PATH } from './privacy/links.ts'
import { createPrivacyPages } from './privacy/pages.ts'
import { tellNetwork } from './platform/network.ts'
import { answerThrottled, tellByJson, tellByPage } from './throttled.ts'
import { createPublicDoor } from './public-door.ts'
import { admitStaff, admitToPanel, isOpen, setStaffHeaders } from './staff/door.ts'

/** The panel: Next, loaded once and only when `open` is first called. */
function createPanel() {
  let opening: ReturnType<typeof load> | undefined
  async function load() {
    const { default: next } = await import('next')
    const panel = next({
      dev: !settings.isProduction,
      dir: process.cwd(),
      hostname: settings.HOST,
      port: settings.PORT,
    })
    await panel.prepare()
    return { answer: panel.getRequestHandler(), upgrade: panel.getUpgradeHandler() }
  }
  return { open: () => (opening ??= load()) }
}

/**
 * Everything that is answered here: health, figures, the public door, the pictures, the pages of mails, the comments element, and
 * the staff door.
 * `answer` is for every request; `openPanel` loads the panel before anyone asks for it.
 */
export function createDoors(payload: Payload) {
  const panel = createPanel()
  const publicDoor = createPublicDoor(payload)
  const traffic = createTraffic()
  const metricsPage = createMetricsPage({ payload, traffic, size: publicDoor.size })
  const answerEmbed = createEmbed()
  const toModerationPages = getRequestListener(createModerationPages(payload).fetch, {
    overrideGlobalObjects: false,
  })
  const toFiles = getRequestListener(createFiles().fetch, { overrideGlobalObjects: false })

  const toMailPages = getRequestListener(createMailPages(payload).fetch, { overrideGlobalObjects: false })

  const toPrivacyPages = getRequestListener(createPrivacyPages(payload).fetch, {
    overrideGlobalObjects: false,
  })

  /** Pages whose address is a key. */
  function pagesAt(path: string) {
    if (path.startsWith(MAIL_PATH)) return toMailPages
    if (path.startsWith(PAGE_PATH)) return toModerationPages
    return path.startsWith(PRIVACY_PATH) ? toPrivacyPages : null
  }

  function doorOf(path: string): Door {
    if (publicDoor.isFor(path)) return 'public'
    if (path.startsWith(FILES_PATH)) return 'files'
    if (path.startsWith(EMBED_PATH)) return 'embed'
    if (pagesAt(path)) return 'pages'
    return path === '/api' || path.startsWith('/api/') ? 'staff' : 'panel'
  }

  /** Counts a request when it has been answered, and how long that took. */
  function count(response: ServerResponse, door: Door) {
    const began = performance.now()
    response.once('close', () =>
      traffic.add(door, {
        status: response.headersSent ? response.statusCode : 0,
        seconds: (performance.now() - began) / 1000,
      }),
    )
  }

  async function tellReadiness(response: ServerResponse) {
    const database = await isReachable(payload)
    const checks = { database: database ? 'ok' : 'unreachable', migrations: 'ok' }
    if (database) say(response, 200, { status: 'ok', checks })
    else say(response, 503, { status: 'unavailable', checks }, RETRY)
  }

  async function answerStaff(request: IncomingMessage, response: ServerResponse, path: string) {
    setStaffHeaders({ request, response, path })
    const isStaffDoor = doorOf(path) === 'staff'
    tellNetwork(request)
    if (isStaffDoor && (await answerThrottled({ payload, request, response, path, tell: tellByJson }))) return
    const admit = isStaffDoor ? admitStaff : admitToPanel
    if (!(await admit({ payload, request, response, path }))) return
    const isStranger = isStaffDoor && isOpen(request, path)
    if (!boundIncoming(request, response, mostBytes(request, { isStranger }))) return
    await (await panel.open()).answer(request, response)
  }

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const path = pathOf(request)
    if (path === '/healthz') return say(response, 200, { status: 'ok' })
    if (path === '/readyz') return tellReadiness(response)
    if (metricsPage.isFor(request, path)) return metricsPage.answer(request, response)
    const door = doorOf(path)
    count(response, door)
    if (door === 'public') return publicDoor.answer(request, response)
    if (door === 'files') return toFiles(request, response)
    if (door === 'embed') return answerEmbed(request, response)
    const toPages = pagesAt(path)
    if (toPages) {
      if (await answerThrottled({ payload, request, response, path, tell: tellByPage })) return
      return toPages(request, response)
    }
    if (path === '/') {
      response.writeHead(302, { Location: '/admin' })
      return void response.end()
    }
    return answerStaff(request, response, path)
  }

  const answer: Answer = (request, response) => {
    if (publicDoor.answerAtOnce(request, response)) return traffic.addFromMemory(response.statusCode)
    pass(request, response).catch((err: unknown) => {
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
  }

  return {
    answer,
    close: publicDoor.close,

    /** Loads the panel, so that its first visitor does not wait. In development it also reloads the browser's pages. */
    async openPanel(server: Server) {
      try {
        const { upgrade } = await panel.open()
        if (!settings.isProduction)
          server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
      } catch (err) {
        payload.logger.error({ err, msg: 'The panel could not be loaded.' })
      }
    },
  }
}

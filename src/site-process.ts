import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { decideRestart, type End } from './platform/restarts.ts'
import { settings } from './platform/settings.ts'
import { nearHost, siteHook } from './platform/site.ts'
import { serverZone } from './platform/time-zone.ts'
import { endRunningSite, findMark, markOf } from './running-site.ts'

/** What the site tells: that it listens, and on which port. */
type Report = { is: 'listening'; port: number }

/** Whether the site answers, as far as one knows when the server greets. */
export type SiteState = { isUp: true; port: number } | { isUp: false; why: string }

export type Site = ReturnType<typeof startSite>

/** How the site is run: its file, and where it is not the built one, what Node needs for that. */
type Program = { file: string; execArgv?: string[]; env?: Record<string, string>; watched?: string[] }

/** How long the greeting waits for the site, in milliseconds. */
const PATIENCE = 5000
/** How often it is looked whether a port that was taken has become free, in milliseconds. */
const EVERY = 1000
/** How long the site may take to stop, in milliseconds: less than the server itself. */
const GRACE = 6000
const MOST_ENDS = 50

const say = (text: string) => process.stderr.write(`${text}\n`)

const built = (): Program => ({ file: fileURLToPath(new URL('./site/server.js', import.meta.url)) })

/** From the sources, for development: begun again after every change of them. */
const fromSources = (): Program => ({
  file: 'site/src/server.ts',
  execArgv: ['--conditions=development', '--import', 'tsx'],
  env: { TSX_TSCONFIG_PATH: 'site/tsconfig.json', ASSETS_DIR: join(process.cwd(), 'dist/site') },
  watched: ['site', 'widget', 'src/client', 'dist/site'],
})

/** All that the site gets to know. It holds no secret but the one by which it knows our webhooks. */
export function environmentOf({ apiPort }: { apiPort: number }) {
  const { CACHE_MB, HOST, isProduction, PUBLIC_URL, SITE_PORT, SITE_URL } = settings
  return {
    API_URL: `http://${nearHost(HOST)}:${apiPort}`,
    CACHE_MB: String(CACHE_MB),
    CMS_URL: PUBLIC_URL.replace(/:0$/, `:${apiPort}`),
    HOST,
    NODE_ENV: isProduction ? ('production' as const) : ('development' as const),
    PORT: String(SITE_PORT),
    SITE_URL,
    TIME_ZONE: serverZone(),
    WEBHOOK_SECRET: siteHook()?.secret ?? '',
  }
}

/** Whether anything listens on the port already. */
async function isTaken(port: number): Promise<boolean> {
  const probe = createServer()
  probe.listen(port, settings.HOST)
  try {
    await once(probe, 'listening')
    return false
  } catch {
    return true
  } finally {
    probe.close()
  }
}

/**
 * Starts the site beside the server, and starts it again when it ends unasked. The server goes on without it, and it goes
 * on without the server: one that a killed server has left behind is taken over, or replaced where it is another one.
 * `settled` resolves once it listens, or once it is known why not; `stop` once it has ended.
 */
export function startSite({
  apiPort,
  program = settings.isProduction ? built() : fromSources(),
  patience = PATIENCE,
}: {
  apiPort: number
  program?: Program
  patience?: number
}) {
  const ends: End[] = []
  let child: ChildProcess | undefined
  let stopping = false
  let isAsked = false
  let hasGivenUp = false
  let isTakenOver = false
  let why = 'it takes long to start'
  let settle!: (state: SiteState) => void
  const settled = new Promise<SiteState>((resolve) => (settle = resolve))
  setTimeout(() => settle({ isUp: false, why }), patience).unref()

  const env = { ...environmentOf({ apiPort }), ...program.env }
  const mark = markOf({ file: program.file, env })

  /** What to do about what listens on the port of the site: it may be ours, of a server that was killed. */
  async function takeOver() {
    why = `something else listens on port ${settings.SITE_PORT}; end it, or set SITE_PORT to another number`
    const found = await findMark()
    isTakenOver = found === mark
    if (isTakenOver) return settle({ isUp: true, port: settings.SITE_PORT })
    if (found !== null) await endRunningSite()
  }

  async function launch() {
    if (settings.SITE_PORT !== 0 && (await isTaken(settings.SITE_PORT))) {
      await takeOver()
      if (!stopping) setTimeout(() => void launch(), EVERY).unref()
      return
    }
    isTakenOver = false
    if (stopping) return
    let hasListened = false
    why = 'it takes long to start'
    child = fork(program.file, {
      env: { ...env, MARK: mark },
      execArgv: program.execArgv ?? [],
    })
    child.once('error', ({ message }) => say(`The site could not be started: ${message}`))
    child.on('message', (report: Report) => {
      hasListened = true
      settle({ isUp: true, port: report.port })
    })
    child.once('exit', (code, signal) => {
      child = undefined
      if (!stopping) replace({ hasListened, how: signal ?? code })
    })
  }

  function replace({ hasListened, how }: { hasListened: boolean; how: number | string | null }) {
    if (isAsked) {
      isAsked = false
      return void launch()
    }
    ends.push({ at: Date.now(), hasListened })
    if (ends.length > MOST_ENDS) ends.shift()
    const pause = decideRestart({ ends, now: Date.now() })
    if (pause === null) {
      hasGivenUp = true
      say('The site ends before it can answer, and is not started again; the lines above say why.')
      return settle({ isUp: false, why: 'the lines above say why' })
    }
    say(`The site ended unasked (${how}); it is started again in ${pause} ms.`)
    setTimeout(() => {
      if (!stopping) void launch()
    }, pause)
  }

  for (const folder of program.watched ?? []) {
    watch(folder, { recursive: true }, () => {
      if (child && !isAsked) {
        isAsked = true
        child.kill()
      } else if (hasGivenUp) {
        hasGivenUp = false
        ends.length = 0
        void launch()
      }
    }).unref()
  }
  void launch()

  return {
    settled,
    async stop() {
      stopping = true
      if (isTakenOver) await endRunningSite()
      if (!child) return
      const ended = once(child, 'exit')
      child.kill()
      const overdue = setTimeout(() => child?.kill('SIGKILL'), GRACE)
      await ended
      clearTimeout(overdue)
    },
  }
}

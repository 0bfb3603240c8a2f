/** One entry of the environment: what it does, and how its text becomes a value. */
type Entry<T> = { doc: string; read: (text: string | undefined) => T }

const text = (preset: string) => (given: string | undefined) => given || preset

const address = (preset?: string) => (given: string | undefined) => {
  const url = given || preset
  if (!url || !URL.canParse(url) || !/^https?:/.test(url))
    throw new Error('must be an address that begins with http:// or https://')
  return url.replace(/\/+$/, '')
}

const number =
  ({ preset, most }: { preset: number; most: number }) =>
  (given: string | undefined) => {
    const value = Number(given || preset)
    if (!Number.isInteger(value) || value < 0 || value > most)
      throw new Error(`must be a whole number from 0 to ${most}`)
    return value
  }

const timeZone = (given: string | undefined) => {
  const zone = given || Intl.DateTimeFormat().resolvedOptions().timeZone
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new Error('must be the name of a time zone, such as Asia/Dushanbe')
  }
}

const secret = (given: string | undefined) => {
  if (given && !/^whsec_[A-Za-z0-9+/=]{24,}$/.test(given))
    throw new Error('must be the secret of a webhook, as the panel shows it: whsec_…')
  return given || null
}

const entry = <T>(doc: string, read: Entry<T>['read']): Entry<T> => ({ doc, read })

/** Everything the site reads from its environment. */
export const ENTRIES = {
  API_URL: entry('Where this server reaches Ovoz.', address('http://127.0.0.1:3000')),
  SITE_URL: entry('The address of this site as readers see it.', address('http://localhost:3001')),
  CMS_URL: entry('The address of the panel, as staff see it. Without it, API_URL.', (given) =>
    given ? address()(given) : null,
  ),
  PORT: entry('The port to listen on.', number({ preset: 3001, most: 65_535 })),
  HOST: entry('The address to listen on.', text('127.0.0.1')),
  WEBHOOK_SECRET: entry('Checks the signatures of webhooks, which arrive at /webhooks/ovoz.', secret),
  TIME_ZONE: entry('The time zone of dates, but for events. Without it, that of the machine.', timeZone),
  CACHE_MB: entry(
    'How much memory answers, pages and pictures may take, in megabytes each.',
    number({ preset: 64, most: 65_536 }),
  ),
  MARK: entry('A word that /healthz repeats, by which whoever started this site knows it again.', text('')),
  ASSETS_DIR: entry('The folder of the stylesheet, the script and the fonts, as they were built.', text('')),
} as const

export type Settings = { [Name in keyof typeof ENTRIES]: ReturnType<(typeof ENTRIES)[Name]['read']> }

/**
 * Reads all settings at once.
 * @throws Error with every fault in it, one a line.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const faults: string[] = []
  const values = Object.entries(ENTRIES).map(([name, { read }]) => {
    try {
      return [name, read(env[name]?.trim())]
    } catch (error) {
      faults.push(`  - ${name} ${(error as Error).message}`)
      return [name, undefined]
    }
  })
  if (faults.length) throw new Error(`The settings of the site cannot be used:\n${faults.join('\n')}`)
  return Object.fromEntries(values) as Settings
}

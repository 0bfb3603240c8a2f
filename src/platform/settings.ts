import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'

import { z } from 'zod'

import { isHookSecret } from './hook-secret.ts'
import { readNetwork } from './network-address.ts'
import { readPreviewUrls } from './preview-urls.ts'
import { ROLES } from './roles.ts'

/** One entry of the environment: how it is read, what it is without, and a sentence for the operator. */
type Entry<T = unknown> = { doc: string; example?: string; isSecret?: true; schema: z.ZodType<T> }

/** In seconds: how old an answer can be at worst that no PURGE reached. */
const HOUR = 3600

const entry = <T>(schema: z.ZodType<T>, rest: Omit<Entry<T>, 'schema'>): Entry<T> => ({ schema, ...rest })

const list = z.string().transform((value) => value.split(/[\s,]+/).filter(Boolean))
const onOff = (preset: 'on' | 'off') => z.enum(['on', 'off']).default(preset)
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .transform((value) => value.replace(/\/+$/, ''))
const key = z
  .base64('must be 32 random bytes in base64 (make one with: openssl rand -base64 32)')
  .refine((value) => Buffer.from(value, 'base64').length === 32, 'must hold exactly 32 bytes')

const markKey = z
  .base64('must be the 64 bytes in base64 that “keys rotate” has printed')
  .refine((value) => Buffer.from(value, 'base64').length === 64, 'must hold exactly 64 bytes')

const networks = list.default([]).transform((names, { addIssue }) =>
  names.flatMap((name) => {
    const network = readNetwork(name)
    if (network) return [network]
    addIssue({
      code: 'custom',
      message: `must be addresses or ranges such as 10.0.0.0/8, and ${name} is neither`,
    })
    return []
  }),
)

const PEOPLE = ROLES.filter((role) => role !== 'frontend')
const people = list.default([]).transform((names, { addIssue }) =>
  names.flatMap((name) => {
    const role = PEOPLE.find((one) => one === name)
    if (role) return [role]
    addIssue({
      code: 'custom',
      message: `must be roles of people (${PEOPLE.join(', ')}), and ${name} is none`,
    })
    return []
  }),
)

const hookSecret = z
  .string()
  .refine(
    isHookSecret,
    'must be whsec_ and 24 to 64 bytes in base64 (make the bytes with: openssl rand -base64 32)',
  )

const purgeUrls = list.default([]).transform((urls, { addIssue }) => {
  for (const url of urls) {
    const parsed = URL.canParse(url) ? new URL(url) : null
    if (!parsed || !/^https?:$/.test(parsed.protocol))
      addIssue({ code: 'custom', message: 'must be addresses that begin with http:// or https://' })
    else if (parsed.username || parsed.password)
      addIssue({ code: 'custom', message: 'must hold no name and no password' })
  }
  return urls
})

const previewUrls = z
  .string()
  .default('')
  .transform((text, { addIssue }) => {
    const { urls, faults } = readPreviewUrls(text)
    for (const message of faults) addIssue({ code: 'custom', message })
    return urls
  })

/** Everything Ovoz reads from its environment. `.env.example` and docs/settings.md are made from this table. */
export const ENTRIES = {
  PORT: entry(z.coerce.number().int().min(0).max(65535).default(3000), {
    doc: 'The port the server listens on.',
  }),
  HOST: entry(z.string().default('127.0.0.1'), {
    doc: 'The address the server listens on. Use 0.0.0.0 in a container, behind a reverse proxy.',
  }),
  DATA_DIR: entry(
    z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
    {
      doc: 'The folder for the embedded database, uploads, generated secrets and unsent mail.',
    },
  ),
  DATABASE_URI: entry(
    z
      .string()
      .regex(/^(mongodb(\+srv)?:\/\/|file:)/, 'must begin with mongodb://, mongodb+srv:// or file:')
      .optional(),
    {
      doc: 'MongoDB (a replica set, one node is enough) or a file: address. Without it, an embedded SQLite database in DATA_DIR.',
      example: 'mongodb://127.0.0.1:27017/ovoz?replicaSet=rs0',
    },
  ),
  PAYLOAD_SECRET: entry(z.string().min(32, 'must be at least 32 characters of random text').optional(), {
    doc: 'Signs staff sessions. Made in DATA_DIR at the first start when PUBLIC_URL is this machine.',
    isSecret: true,
  }),
  SEAL_KEY: entry(key.optional(), {
    doc: 'Encrypts what readers trust us with: 32 random bytes in base64. Made in DATA_DIR at the first start when PUBLIC_URL is this machine. Keep a copy apart from the database: without it the addresses are lost.',
    isSecret: true,
  }),
  SEAL_KEYS_OLD: entry(list.default([]).pipe(z.array(key)), {
    doc: 'Further keys that open and never seal, separated by commas, while keys are exchanged: former ones, or the next one. docs/keys.md says how.',
    isSecret: true,
  }),
  MARK_KEY: entry(markKey.optional(), {
    doc: 'What the marks of addresses and the tokens of readers are made with: 64 bytes in base64, printed by “keys rotate”. Without it, made from SEAL_KEY; needed once SEAL_KEY was exchanged.',
    isSecret: true,
  }),
  PUBLIC_URL: entry(webAddress.optional(), {
    doc: 'The address of this server as browsers see it. Without it, http://localhost and the port.',
    example: 'https://cms.example.org',
  }),
  SITE_URL: entry(webAddress.optional(), {
    doc: 'The address of the site readers see; articles get their addresses below it. Without it, http://localhost and SITE_PORT where SITE is on, else PUBLIC_URL.',
    example: 'https://example.org',
  }),
  SITE: entry(z.enum(['on', 'off']).optional(), {
    doc: 'Whether the server also starts the site that comes with it, as a process of its own: on or off. Without it, on where PUBLIC_URL is this machine and SITE_URL names no other site.',
    example: 'on',
  }),
  SITE_PORT: entry(z.coerce.number().int().min(0).max(65535).optional(), {
    doc: 'The port that site listens on. Without it, the one after PORT.',
    example: '3001',
  }),
  SITE_WEBHOOK_URL: entry(webAddress.optional(), {
    doc: 'Where a site that is not started by the server takes webhooks, with SITE_WEBHOOK_SECRET. It may be in your own network. The webhook is made at the start.',
    example: 'http://site:3001/webhooks/ovoz',
  }),
  SITE_WEBHOOK_SECRET: entry(hookSecret.optional(), {
    doc: 'What the webhooks to the site are signed with: whsec_ and 24 to 64 bytes in base64. Without it, made from SEAL_KEY for a site the server starts.',
    isSecret: true,
  }),
  PREVIEW_URL: entry(previewUrls, {
    doc: 'Where the front end shows drafts to staff, with {token} in it and, if it likes, {collection}, {locale} and {slug}. Several, separated by spaces, each with what it is for in front: posts=…, posts.tg=…, tg=…. Without it, /preview?token={token} below SITE_URL, or no preview where there is no site.',
    example: 'https://example.org/preview?token={token}',
  }),
  CORS_ORIGINS: entry(list.default([]), {
    doc: 'Origins whose pages may call the public API from the browser, separated by commas; * for all. SITE_URL is always allowed.',
    example: 'https://example.org,https://www.example.org',
  }),
  SMTP_URL: entry(
    z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
    {
      doc: 'The mail server. Without it, each mail is written to DATA_DIR/mail as a file.',
      example: 'smtp://user:password@mail.example.org:587',
      isSecret: true,
    },
  ),
  MAIL_FROM: entry(z.email('must be one plain address').default('ovoz@localhost.localdomain'), {
    doc: 'The sender of our mails.',
  }),
  ADMIN_EMAIL: entry(z.email('must be one plain address').optional(), {
    doc: 'The first administrator, for unattended set-up; ADMIN_PASSWORD goes with it.',
  }),
  ADMIN_PASSWORD: entry(z.string().min(8, 'must have at least 8 characters').optional(), {
    doc: 'The password of the first administrator. Without it, one is made and printed once.',
    isSecret: true,
  }),
  SECOND_FACTOR: entry(people, {
    doc: 'The roles that must sign in with a one-time code besides the password, separated by commas: admin, editor, author, moderator, translator. Who has set up none yet is led to it and can do nothing else. Without it, everyone may and nobody must.',
    example: 'admin,editor,moderator',
  }),
  DEMO: entry(z.enum(['0', '1']).default('1'), {
    doc: 'Whether a new database gets demonstration content: 1 or 0.',
  }),
  GRAPHQL_INTROSPECTION: entry(z.enum(['on', 'off']).optional(), {
    doc: 'Whether GraphQL tells staff and API keys its schema: on or off. Without it, off in production and on elsewhere.',
    example: 'on',
  }),
  WEB_PROCESSES: entry(z.coerce.number().int().min(1).max(256).optional(), {
    doc: 'How many processes answer, on one port. Without it, one with the embedded database and one for each core with MongoDB.',
    example: '4',
  }),
  JOBS: entry(onOff('on'), {
    doc: 'Whether the server also does the jobs (mail, scheduled publishing), in one of its processes. Set off where a worker runs beside it.',
  }),
  CACHE_MB: entry(z.coerce.number().int().min(0).max(65_536).default(64), {
    doc: 'How much memory each process may use to keep public answers, in megabytes; 0 keeps none.',
  }),
  TRUST_PROXY: entry(networks, {
    doc: 'The proxies whose X-Forwarded-For is believed: addresses or ranges (CIDR), separated by commas. Without it, none: then all readers behind a proxy are one to the limits.',
    example: '127.0.0.1,10.0.0.0/8',
  }),
  LIMITS: entry(onOff('on'), {
    doc: 'Whether the number of requests a stranger can make is limited. off is for measuring, and is refused in production unless HOST is this machine.',
  }),
  SPAM_POW: entry(onOff('on'), {
    doc: 'Whether the browser of a writer is asked for a small proof of work (ALTCHA, served by us). Who has no JavaScript can write all the same; the comment waits for a moderator.',
  }),
  PURGE_URL: entry(purgeUrls, {
    doc: 'Where a proxy that keeps public answers is told that they have changed: it gets one PURGE request without a body and answers 204 (docs/proxy.md). Several, separated by commas.',
    example: 'http://127.0.0.1:8080/purge',
  }),
  SHARED_MAX_AGE: entry(z.coerce.number().int().min(0).max(31_536_000).optional(), {
    doc: 'How long a proxy may give a public answer without asking again, in seconds (s-maxage). Browsers always ask. Without it, an hour with PURGE_URL and one second else: with more, readers may see what was taken away.',
    example: '3600',
  }),
  SHARED_STALE: entry(z.coerce.number().int().min(0).max(31_536_000).default(0), {
    doc: 'How long after that a proxy may give the old answer while it asks for the new one, in seconds (stale-while-revalidate).',
  }),
  WEBHOOK_PRIVATE: entry(onOff('off'), {
    doc: 'Whether webhooks may go to private, link-local and loopback addresses, to any port and without TLS: on for receivers in your own network.',
  }),
  METRICS_TOKEN: entry(
    z
      .string()
      .regex(/^[\x21-\x7e]{24,}$/, 'must be at least 24 characters of random text, without spaces')
      .optional(),
    {
      doc: 'With it (Authorization: Bearer) GET /metrics is answered from anywhere (make one with: openssl rand -hex 32). Without it, only to programs on this machine.',
      isSecret: true,
    },
  ),
  LOG_LEVEL: entry(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    doc: 'The least serious entry that is logged.',
  }),
} as const

type Read = { [Name in keyof typeof ENTRIES]: z.output<(typeof ENTRIES)[Name]['schema']> }
export type Settings = Read & {
  PUBLIC_URL: string
  SITE_URL: string
  SITE: 'on' | 'off'
  SITE_PORT: number
  GRAPHQL_INTROSPECTION: 'on' | 'off'
  WEB_PROCESSES: number
  SHARED_MAX_AGE: number
  /** True when PUBLIC_URL names this very machine: no reader from outside comes in by it. */
  isLocal: boolean
  isProduction: boolean
}

export class SettingsFault extends Error {
  override name = 'SettingsFault'
}

export const isMongo = (uri: string | undefined): uri is string => Boolean(uri?.startsWith('mongodb'))
export const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

/**
 * Reads all settings at once.
 * @throws SettingsFault with every fault in it and how to mend each, one a line.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const faults: string[] = []
  const read = {} as Record<string, unknown>
  for (const [name, { schema }] of Object.entries(ENTRIES)) {
    const raw = env[name]?.trim()
    const result = schema.safeParse(raw === '' ? undefined : raw)
    if (result.success) read[name] = result.data
    else faults.push(...result.error.issues.map(({ message }) => `${name} ${message}`))
  }
  const found = read as Read
  if (Boolean(env.ADMIN_EMAIL?.trim()) !== Boolean(env.ADMIN_PASSWORD?.trim())) {
    faults.push('ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or neither')
  }
  const site = decideSite(found)
  if (found.LIMITS === 'off' && env.NODE_ENV === 'production' && !isLoopback(found.HOST ?? ''))
    faults.push('LIMITS may only be off where HOST is this machine (127.0.0.1), or outside of production')
  if (site.SITE === 'on' && site.SITE_PORT === found.PORT && found.PORT !== 0)
    faults.push('SITE_PORT must be another number than PORT')
  if (site.SITE === 'on' && !site.isLocal && !found.SITE_URL)
    faults.push('SITE_URL must say where readers find the site: PUBLIC_URL is not this machine')
  if (site.SITE === 'on' && found.SITE_WEBHOOK_URL)
    faults.push(
      'SITE_WEBHOOK_URL is for a site that the server does not start: leave it out, or set SITE=off',
    )
  if (faults.length)
    throw new SettingsFault(`The settings cannot be used:\n${faults.map((f) => `  - ${f}`).join('\n')}`)

  const { PUBLIC_URL } = site
  const frontEnd = found.SITE_URL ?? (site.SITE === 'on' ? site.own : undefined)
  const isProduction = env.NODE_ENV === 'production'
  return {
    ...found,
    PUBLIC_URL,
    SITE: site.SITE,
    SITE_PORT: site.SITE_PORT,
    SITE_URL: frontEnd ?? PUBLIC_URL,
    // A site has a page for drafts; this server has none.
    PREVIEW_URL: [
      ...found.PREVIEW_URL,
      ...(frontEnd ? readPreviewUrls(`${frontEnd}/preview?token={token}`).urls : []),
    ],
    GRAPHQL_INTROSPECTION: found.GRAPHQL_INTROSPECTION ?? (isProduction ? 'off' : 'on'),
    WEB_PROCESSES: found.WEB_PROCESSES ?? (isMongo(found.DATABASE_URI) ? availableParallelism() : 1),
    SHARED_MAX_AGE: found.SHARED_MAX_AGE ?? (found.PURGE_URL.length ? HOUR : 1),
    isLocal: site.isLocal,
    isProduction,
  }
}

/** Whether the site that comes with the server is started, and where it is. */
function decideSite(found: Read) {
  // What is not there is at fault and told of already.
  const PORT = found.PORT ?? 0
  const PUBLIC_URL = found.PUBLIC_URL ?? `http://localhost:${PORT}`
  const isLocal = isLoopback(new URL(PUBLIC_URL).hostname)
  const SITE_PORT = found.SITE_PORT ?? (PORT === 0 ? 0 : PORT === 65535 ? PORT - 1 : PORT + 1)
  const named = found.SITE_URL ? new URL(found.SITE_URL) : null
  const isOwn = named === null || (isLoopback(named.hostname) && named.port === String(SITE_PORT))
  return {
    PUBLIC_URL,
    isLocal,
    SITE_PORT,
    SITE: found.SITE ?? (isLocal && isOwn ? ('on' as const) : ('off' as const)),
    own: `http://localhost:${SITE_PORT}`,
  }
}

/** True while Next compiles the panel: nothing may be written or asked for then. */
export const isBuilding = process.env.NEXT_PHASE === 'phase-production-build'

export const settings = readSettings(process.env)

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'

import { bodyOf, paragraph, publishArticle, realArticle, text } from './article.ts'
import { ADMIN, freePort, Server, until } from './server.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Where the built site is. */
const PROGRAM = join(ROOT, 'dist/site/server.js')

/** The zone of everything here: pages and tests agree on what day it is. */
export const TIME_ZONE = 'Asia/Dushanbe'

/** An article as small as one can be that has all the parts of the real one, for where that is not at hand. */
const SMALL: NonNullable<typeof realArticle> = {
  post: {
    title: 'A meeting about the canal',
    slug: 'a-meeting-about-the-canal',
    paragraphs: [
      'Forty people met by the canal.',
      '“Water is for all,” said Oisha.',
      'They meet again in spring.',
    ],
    tags: ['Water', 'Law'],
  },
  event: {
    title: 'A meeting about the canal',
    date: '2024-11-27',
    timeZone: TIME_ZONE,
    venue: 'The house by the canal',
    city: 'Bokhtar',
    country: 'Tajikistan',
    attendance: 'Forty people.',
    organizers: ['Navbahor'],
    partners: ['Paymon'],
    agenda: ['Whose turn, and who decides'],
  },
  people: [{ name: 'Oisha Rajabova', role: 'Chair', organization: 'Navbahor' }],
  quotes: [{ speaker: 'Oisha Rajabova', text: 'Water is for all.' }],
}

/** What the webhooks to the site are signed with here. */
export const secret = `whsec_${Buffer.alloc(32, 'a secret of tests').toString('base64')}`

/** What the tests call the article with everything in it. */
export const whole = realArticle ?? SMALL

/** The site alone, as a process of its own, beside a CMS that somebody else starts. */
export class SiteProcess {
  output = ''
  #child: ChildProcess | undefined

  constructor(
    private readonly settings: Record<string, string>,
    readonly port: number,
  ) {}

  get url() {
    return `http://localhost:${this.port}`
  }

  async start() {
    if (!existsSync(PROGRAM)) throw new Error('The site is not built: npm run build.')
    const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
      cwd: ROOT,
      env: {
        // Of its own settings, those of the tests' surroundings are no part.
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        PORT: String(this.port),
        SITE_URL: this.url,
        TIME_ZONE,
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (words) => (this.output += String(words)))
    await answers(this.url, () => this.output)
    return this
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

const answers = (url: string, output: () => string) =>
  until(async () => (await fetch(`${url}/healthz`)).ok, {
    milliseconds: 30_000,
    what: `the site at ${url}. ${output()}`,
  })

type Staff = Awaited<ReturnType<Server['signIn']>>

/** A CMS and its site, as a newsroom has them, and what its people do there. */
export class Newsroom {
  staff!: Staff

  private constructor(
    readonly server: Server,
    readonly siteUrl: string,
    /** Where the site was started apart from the CMS. */
    readonly site: SiteProcess | null,
  ) {}

  /** Both as `npm start` runs them; with `apart`, each by itself, as in two containers. */
  static async open({
    settings = {},
    apart = false,
  }: { settings?: Record<string, string>; apart?: boolean } = {}) {
    const port = await freePort()
    const siteUrl = `http://localhost:${port}`
    const mine: Record<string, string> = apart
      ? {
          SITE: 'off',
          SITE_WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/ovoz`,
        }
      : { SITE: 'on', SITE_PORT: String(port) }
    const server = new Server({
      SITE_URL: siteUrl,
      TZ: TIME_ZONE,
      ...mine,
      SITE_WEBHOOK_SECRET: secret,
      ...settings,
    })
    await server.start()
    const site = apart ? new SiteProcess({ API_URL: server.url, WEBHOOK_SECRET: secret }, port) : null
    if (site) await site.start()
    else await answers(siteUrl, () => server.output)
    const newsroom = new Newsroom(server, siteUrl, site)
    newsroom.staff = await server.signIn(ADMIN)
    return newsroom
  }

  async close() {
    await this.site?.stop()
    await this.server.stop()
  }

  /** An address of the site in a language. */
  at(path: string, locale = 'en') {
    return `${this.siteUrl}${locale === 'en' ? '' : `/${locale}`}${path === '/' && locale !== 'en' ? '' : path}`
  }

  /** Asks the staff door, and does not put up with a refusal. */
  async rest(path: string, request: { body?: unknown; method?: string } = {}): Promise<any> {
    const { status, body } = await this.staff.rest(path, request)
    if (status >= 400) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  /** A published article of a few words, in one language. */
  async publish({
    slug,
    locale = 'en',
    title = slug,
    words = 'The water came back on Tuesday.',
    ...more
  }: { slug: string; locale?: string; title?: string; words?: string } & Record<string, unknown>) {
    const body = {
      title,
      slug,
      body: bodyOf(paragraph(text(words))),
      sourceLanguage: locale,
      _status: 'published',
      ...more,
    }
    return (await this.rest(`/posts?locale=${locale}`, { body })).doc as { id: string; slug: string }
  }

  /** The article that has everything: event, people, organizations, quotes, tags; in three languages, with a picture. */
  async publishWhole() {
    const made = await publishArticle(this.staff, whole, 'admin')
    const image = await this.upload('A hall full of people', { width: 1600, height: 900 })
    const authors = [...made.persons.values()].slice(0, 1)
    await this.rest(`/posts/${made.post.id}`, {
      method: 'PATCH',
      body: { image, authors, _status: 'published' },
    })
    for (const [locale, title] of [
      ['ru', 'Форум о воде и праве'],
      ['tg', 'Ҳамоиш дар бораи об ва ҳуқуқ'],
    ]) {
      const body = { title, body: bodyOf(paragraph(text(`${title}.`))), _status: 'published' }
      await this.rest(`/posts/${made.post.id}?locale=${locale}`, { method: 'PATCH', body })
    }
    return { ...made, image }
  }

  /** Where a draft is shown to staff, with its token. */
  async previewOf(id: string): Promise<string> {
    const { headers } = await fetch(`${this.server.url}/api/posts/${id}/preview`, {
      headers: { authorization: `JWT ${await this.#token()}` },
      redirect: 'manual',
    })
    return headers.get('location')!
  }

  async #token(): Promise<string> {
    const login = await fetch(`${this.server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMIN),
    })
    return ((await login.json()) as { token: string }).token
  }

  /** A picture in one colour; its id. */
  async upload(alt: string, { width, height }: { width: number; height: number }): Promise<string> {
    const bytes = await sharp({ create: { width, height, channels: 3, background: '#46788a' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'picture.jpg')
    form.set('_payload', JSON.stringify({ alt }))
    const answer = await fetch(`${this.server.url}/api/media`, {
      method: 'POST',
      headers: { authorization: `JWT ${await this.#token()}` },
      body: form,
    })
    if (!answer.ok) throw new Error(`The picture was not taken: ${await answer.text()}`)
    return ((await answer.json()) as { doc: { id: string } }).doc.id
  }

  /** A comment as a reader's program sends it; the receipt with the token. */
  async comment(on: string, values: { body: string; name?: string; email?: string; parent?: string | null }) {
    const answer = await this.server.api('/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on, name: 'Nigora', email: 'nigora@private.example', ...values }),
    })
    if (answer.status !== 202) throw new Error(`The comment was not taken: ${await answer.text()}`)
    return (await answer.json()) as { id: string; manageToken: string }
  }

  /** Lets comments be seen, as a moderator does. */
  async approve(...ids: string[]) {
    await this.rest('/comments/move', { body: { comments: ids.map((id) => ({ id })), status: 'approved' } })
  }

  /** So many approved comments, `Comment 1` the oldest; their ids. */
  async fill(on: string, count: number): Promise<string[]> {
    const ids: string[] = []
    // One after the other: the order of a thread is that of arrival.
    for (let n = 1; n <= count; n++)
      ids.push(
        (
          await this.comment(on, {
            body: `Comment ${n}`,
            name: `Reader ${n}`,
            email: `r${n}@private.example`,
          })
        ).id,
      )
    await this.approve(...ids)
    return ids
  }

  /** The rules of the discussion on the whole site. */
  async rule(data: { state?: 'open' | 'held' | 'closed'; message?: string; waits?: 'everyone' | 'nobody' }) {
    await this.rest('/globals/discussion', { body: data })
  }

  /** What the public knows of a thread. */
  async thread(on: string) {
    return (await (await this.server.api(`/comments?on=${on}`)).json()) as {
      total: number
      items: { id: string; text: string }[]
    }
  }

  /** The comment with these words, whatever its state, as staff find it. */
  async find(body: string): Promise<{ id: string; status: string }> {
    const { docs } = await this.rest(`/comments?limit=1&where[body][equals]=${encodeURIComponent(body)}`)
    if (!docs[0]) throw new Error(`There is no comment “${body}”.`)
    return docs[0]
  }
}

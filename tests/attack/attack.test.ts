import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeFigures } from '../../bench/figures.ts'
import { THREAT_WORDS } from '../../src/threats/words.ts'
import { type Arrived, linksOf, openMailbox } from '../support/mailbox.ts'
import { linksIn } from '../support/moderators.ts'
import { tell } from '../support/tell.ts'
import { until } from '../support/server.ts'
import { whatActs } from './acting.ts'
import { createSearch } from './forms.ts'
import { furnish, type House } from './house.ts'
import type { Probe } from './probe.ts'
import { COLLECTIONS, collections, folderOf, globals, namesIn } from './probes/collections.ts'
import { throughGraphql } from './probes/graphql.ts'
import { insiders } from './probes/insiders.ts'
import { markup } from './probes/markup.ts'
import { ownWays } from './probes/own-ways.ts'
import { reading } from './probes/reading.ts'
import { strangers } from './probes/staff-door.ts'
import { accounts, browser, wire } from './probes/wire.ts'
import { writing } from './probes/writing.ts'
import { INSIDE, READERS, SECRETS_OF_THE_DESK, SECRETS_OF_THE_HOUSE } from './secrets.ts'
import { type Asker, engine, read, Target } from './target.ts'

type Groups = Record<string, Probe[]>

const AT_THE_STAFF_DOOR: Groups = {
  "Payload's ways to every collection": collections,
  "Payload's ways to the settings": globals,
  'ways of our own for staff': ownWays,
  'a stranger at the staff door': strangers,
  GraphQL: throughGraphql,
  'people of the house who reach for more': insiders,
}

const IN_PUBLIC: Groups = {
  'reading at the public door': reading,
  'writing at the public door': writing,
  'markup in what is written': markup,
  'the bytes of requests': wire,
  'what browsers are told': browser,
  'who has an account': accounts,
}

/** Addresses of the site, for what it says and what it may not. */
const PAGES = [
  '/',
  '/ru',
  '/tg',
  '/posts/water-by-day',
  '/posts/not-yet',
  '/events',
  '/search?q=governor',
  '/search?q=%3Cscript%3Ealert(1)%3C/script%3E',
  '/posts/water-by-day?own=x.y',
  '/posts/water-by-day?comment=%22%3E%3Cscript%3E1%3C/script%3E',
  '/sitemap.xml',
  '/robots.txt',
]

const ANSWER = /We had water at noon/
/** Who may hear secrets of the house, some of them or all. */
const TOLD: Asker[] = ['desk', 'administrator', 'owner']
const probes = Object.values({ ...AT_THE_STAFF_DOOR, ...IN_PUBLIC }).flat().length
let house: House
let target: Target
let mailbox: Awaited<ReturnType<typeof openMailbox>>

beforeAll(async () => {
  mailbox = await openMailbox()
  target = new Target('probes', { LIMITS: 'off', SPAM_POW: 'off', SMTP_URL: process.env.SMTP_URL! })
  await target.start({ withSite: true })
  house = await furnish(target)
})

afterAll(async () => {
  await target.stop()
  await mailbox.close()
})

/** Waits for a mail to somebody that is the one meant. */
async function mailTo(address: string, what: string, isIt: (mail: Arrived) => boolean): Promise<Arrived> {
  await until(async () => mailbox.to(address).some(isIt), { milliseconds: 60_000, what })
  return mailbox.to(address).find(isIt)!
}

/** Everything of a mail, also as it is read: what is broken over lines on the way would not be found. */
const wholeOf = ({ bytes, subject, text, html }: Arrived) => [bytes, subject, text, html].join('\n')

describe('what is asked', () => {
  it('is every collection there is, each in a file of its name', () => {
    for (const kind of ['collections', 'globals'] as const)
      for (const name of namesIn(kind)) {
        const file = readFileSync(join(folderOf(kind), `${name}.ts`), 'utf8')
        expect([...file.matchAll(/\bslug: '([\w-]+)'/g)].map(([, slug]) => slug)).toEqual([name])
      }
    const types = readFileSync(join(import.meta.dirname, '../../src/payload-types.ts'), 'utf8')
    const [, listed] = /^ {2}collections: \{\n([^}]*)\}/m.exec(types)!
    const slugs = [...listed!.matchAll(/^ +'?([\w-]+)'?:/gm)].map(([, slug]) => slug)
    expect([...COLLECTIONS].sort()).toEqual(slugs.sort())
  })
})

const runAll = (groups: Groups) =>
  describe.each(Object.entries(groups))(`%s (${engine})`, (_, group) => {
    it.each(group)('$name', ({ run }) => run(house))
  })

runAll(AT_THE_STAFF_DOOR)

// By now the question has arrived; until the answer is told of, there is enough to ask.
describe(`a reader who is asked whether the address is hers (${engine})`, () => {
  it('says so by the link of the mail, and is answered', async () => {
    const question = await mailTo(READERS.approved, 'the question', (mail) => 'confirm' in linksOf(mail))
    const link = linksOf(question).confirm!
    expect((await target.ask(link, { method: 'POST', who: 'owner' })).status).toBe(200)
    await house.move('answering', 'approved')
    await house.untilShown('answering')
    // What is shown of the two now, as one who reads them.
    const thread = await target.ask('/api/v1/comments?on=posts/water-by-day')
    const item = read(thread).items.find(({ id }: { id: string }) => id === house.ids.approved)
    expect(item.replies.map((reply: object) => Object.keys(reply).sort())).toEqual([Object.keys(item).sort()])
  })
})

runAll(IN_PUBLIC)

describe(`mails (${engine})`, () => {
  it('tell a reader of an answer once she has said that the address is hers', async () => {
    await mailTo(READERS.approved, 'the answer', ({ text = '' }) => ANSWER.test(text))
  })

  it('tell those who moderate, the one a threat is about, and who asks what is kept', async () => {
    await mailTo('moderator@newsroom.example', 'what waits', ({ text = '' }) => linksIn(text).length > 0)
    const threat = await mailTo(
      INSIDE.editor,
      'the threat',
      ({ subject }) => subject === THREAT_WORDS.en.subject,
    )
    expect(wholeOf(threat)).not.toContain(INSIDE.threatText)
    await mailTo(READERS.trash, 'the copy', ({ text = '' }) => /\/privacy\//.test(text))
    await mailTo(INSIDE.author, 'the way back in', ({ text = '' }) => /\/admin\/reset\//.test(text))
  })
})

describe(`what was let out (${engine})`, () => {
  it.each(PAGES)('has no page %s that breaks or acts', async (path) => {
    const { status, text } = await target.ask(path, {}, target.siteUrl)
    expect(status).toBeLessThan(500)
    expect(whatActs(text)).toEqual([])
  })

  it('is no answer that is not for the one who asked', () => {
    const { never } = house
    const everything = createSearch([...never, ...SECRETS_OF_THE_HOUSE])
    const searches: Partial<Record<Asker, typeof everything>> = {
      stranger: everything,
      key: everything,
      author: createSearch([...never, ...SECRETS_OF_THE_DESK]),
      desk: createSearch(never),
      // They see whose a comment is.
      administrator: createSearch(never.filter(({ name }) => !/address of the writer/.test(name))),
    }
    const found = target.heard.flatMap(({ what, who, bytes }) =>
      (searches[who]?.find(bytes) ?? []).map((secret) => `${who}: ${what}: ${secret}`),
    )
    expect(found).toEqual([])
    const searched = target.heard.filter(({ who }) => searches[who])
    for (const who of Object.keys(searches))
      expect(searched.filter((one) => one.who === who).length, who).toBeGreaterThan(20)
    tell(
      `${probes} probes, ${searched.length} answers searched for ${everything.forms} forms of secrets (${engine})`,
    )
  })

  it('would be found: what the owner of a secret was told has it in it', async () => {
    const { ids, never } = house
    for (const id of [ids.pending, ids.spam, ids.trash, ids.withdrawn, ids.approved])
      await house.as(house.moderator, `/api/desk/comments/${id}`)
    const told = Buffer.concat(target.heard.filter(({ who }) => TOLD.includes(who)).map(({ bytes }) => bytes))
    // A password is in no answer at all, and nobody tells a recovery code in another form.
    const isTold = ({ name }: { name: string }) => !/password|run together/.test(name)
    for (const secret of [...never.filter(isTold), ...SECRETS_OF_THE_HOUSE])
      expect(createSearch([secret]).find(told), secret.name).not.toEqual([])
  })

  it('is no line of the log with what may not be kept', () => {
    expect(target.server.output.length).toBeGreaterThan(0)
    expect(createSearch([...house.never, ...SECRETS_OF_THE_DESK]).find(target.server.output)).toEqual([])
  })

  it('is no mail with what is not for the one who gets it', () => {
    const readers: string[] = Object.values(READERS)
    for (const mail of mailbox.arrived) {
      const [address] = mail.envelope
      const whole = wholeOf(mail)
      const others = house.never.filter(({ value }) => value !== address)
      const more = readers.includes(address!) ? SECRETS_OF_THE_HOUSE : []
      expect(createSearch([...others, ...more]).find(whole), `${address}: ${mail.subject}`).toEqual([])
      // The search sees what is there.
      expect(mail.envelope).toHaveLength(1)
      expect(createSearch([{ name: 'own', value: address! }]).find(whole)).not.toEqual([])
    }
  })

  it('is in no file and no table as it was written', async () => {
    const kept = await target.kept()
    const find = (secrets: typeof house.never) =>
      kept.flatMap(({ what, bytes }) =>
        createSearch(secrets)
          .find(bytes)
          .map((one) => `${what}: ${one}`),
      )
    expect(find(house.never)).toEqual([])
    expect(find([{ name: 'a draft', value: INSIDE.draftTitle }])).not.toEqual([])
    writeFigures(
      `attack-${engine}`,
      `${engine}: ${probes} probes, ${target.heard.length} answers, ${mailbox.arrived.length} mails, ` +
        `${kept.length} files and tables searched for ${house.never.length + SECRETS_OF_THE_HOUSE.length} secrets; none was found.`,
    )
  })

  it('leaves the house as it was', async () => {
    const { status } = await target.ask('/readyz')
    expect(status).toBe(200)
    const pending = read(await house.as(house.admin, `/api/comments/${house.ids.pending}?depth=0`))
    expect(pending.status).toBe('pending')
  })
})

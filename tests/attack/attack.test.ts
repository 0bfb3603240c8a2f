import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeFigures } from '../../bench/figures.ts'
import { openMailbox } from '../support/mailbox.ts'
import { tell } from '../support/tell.ts'
import { until } from '../support/server.ts'
import { whatActs } from './acting.ts'
import { createSearch } from './forms.ts'
import { furnish, type House, NEVER, type Probe, read, SECRETS_OF_THE_HOUSE } from './house.ts'
import { markup, reading, writing } from './probes/public-door.ts'
import { insiders, strangers, throughGraphql } from './probes/staff-door.ts'
import { accounts, browser, wire } from './probes/wire.ts'
import { engine, Target } from './target.ts'

const GROUPS: Record<string, Probe[]> = {
  'a stranger at the staff door': strangers,
  'GraphQL by a stranger': throughGraphql,
  'people of the house who reach for more': insiders,
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

const probes = Object.values(GROUPS).flat().length
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

describe.each(Object.entries(GROUPS))(`%s (${engine})`, (_, group) => {
  it.each(group)('$name', ({ run }) => run(house))
})

describe(`what was let out (${engine})`, () => {
  it.each(PAGES)('has no page %s that breaks or acts', async (path) => {
    const { status, text } = await target.ask(path, {}, target.siteUrl)
    expect(status).toBeLessThan(500)
    expect(whatActs(text)).toEqual([])
  })

  it('is no answer that a stranger may not hear', () => {
    const all = createSearch([...NEVER, ...SECRETS_OF_THE_HOUSE])
    const never = createSearch(NEVER)
    const heard = target.heard.filter(({ who }) => who !== 'staff')
    const found = heard.flatMap(({ what, who, bytes }) =>
      (who === 'insider' ? never : all).find(bytes).map((secret) => `${what}: ${secret}`),
    )
    expect(found).toEqual([])
    tell(`${probes} probes, ${heard.length} answers searched for ${all.forms} forms of secrets (${engine})`)
  })

  it('is no line of the log with what may not be kept', () => {
    expect(target.server.output.length).toBeGreaterThan(0)
    expect(createSearch(NEVER).find(target.server.output)).toEqual([])
  })

  it('is no mail to one reader with the address of another', async () => {
    const { approved, answering } = house.ids
    expect([approved, answering]).toHaveLength(2)
    await until(async () => mailbox.arrived.length > 0, { milliseconds: 60_000, what: 'a first mail' })
    for (const { bytes, envelope } of mailbox.arrived) {
      const others = NEVER.filter(({ value }) => !envelope.includes(value))
      expect(createSearch(others).find(bytes), envelope.join()).toEqual([])
    }
  })

  it('is in no file and no table as it was written', async () => {
    const kept = await target.kept()
    const found = kept.flatMap(({ what, bytes }) =>
      createSearch(NEVER)
        .find(bytes)
        .map((one) => `${what}: ${one}`),
    )
    expect(found).toEqual([])
    expect(kept.length).toBeGreaterThan(0)
    writeFigures(
      `attack-${engine}`,
      `${engine}: ${probes} probes, ${target.heard.length} answers, ${mailbox.arrived.length} mails, ` +
        `${kept.length} files and tables searched for ${NEVER.length + SECRETS_OF_THE_HOUSE.length} secrets; none was found.`,
    )
  })

  it('leaves the house as it was', async () => {
    const { status } = await target.ask('/readyz')
    expect(status).toBe(200)
    const pending = read(await house.as(house.admin, `/api/comments/${house.ids.pending}?depth=0`))
    expect(pending.status).toBe('pending')
  })
})

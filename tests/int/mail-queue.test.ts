import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { writerOf } from '../../src/comments/trust.ts'
import { aboutComment, aboutReader } from '../../src/mail/about.ts'
import { queueMail, takeBackComments, takeBackMail } from '../../src/mail/service.ts'
import { handOver } from '../../src/mail/transport.ts'
import { tellDue } from '../../src/notices/service.ts'
import { settings } from '../../src/platform/settings.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { erase } from '../../src/privacy/erase.ts'
import { runRetention } from '../../src/retention/run.ts'
import { letterTo, mailsOf, mailWorker } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

const DAY = 24 * 60 * 60_000
const FOLDER = join(settings.DATA_DIR, 'mail')
const ADDRESS = 'survivor.with.a.rare.name@shelter-reader.example'

/** An address and everything one could make of it without a key. */
const shapes = [ADDRESS, 'survivor.with.a.rare.name', 'rare words of a letter'].flatMap((text) => [
  text,
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('base64url'),
  Buffer.from(text).toString('hex'),
  ...['md5', 'sha1', 'sha256'].flatMap((kind) => {
    const digest = createHash(kind).update(text).digest()
    return [
      digest.toString('hex'),
      digest.toString('base64url'),
      digest.toString('base64').replace(/=+$/, ''),
    ]
  }),
])

function expectNothingOf(haystack: string) {
  const low = haystack.toLowerCase()
  for (const shape of shapes) expect(low).not.toContain(shape.toLowerCase())
}

describe(`queueing mail (${engine})`, () => {
  const ovoz = useOvoz()
  const queue = (more: Parameters<typeof letterTo>[1] = {}) =>
    queueMail({ payload: ovoz.payload, mail: letterTo(ADDRESS, more) })

  beforeAll(async () => {
    for (const role of ['admin', 'editor'] as const) await ovoz.signUp(role)
  })
  afterEach(async () => {
    await ovoz.payload.delete({ collection: 'mails', where: { id: { exists: true } }, overrideAccess: true })
    rmSync(FOLDER, { recursive: true, force: true })
  })

  it('writes a mail down with the change it is part of, or not at all', async () => {
    const { payload } = ovoz
    await expect(
      inTransaction(payload, async (req) => {
        expect(await queueMail({ payload, req, mail: letterTo(ADDRESS) })).toBe(true)
        throw new Error('The change failed.')
      }),
    ).rejects.toThrow('The change failed.')
    expect(await mailsOf(ovoz)).toEqual([])
    await inTransaction(payload, (req) => queueMail({ payload, req, mail: letterTo(ADDRESS) }))
    expect(await mailsOf(ovoz)).toMatchObject([{ kind: 'test', status: 'waiting', attempts: 0 }])
  })

  it('queues the same notice once, however often and by whomever it is announced', async () => {
    const asked = await Promise.all([1, 2, 3, 4].map(() => queue({ once: 'the same' })))
    expect(asked.filter(Boolean)).toHaveLength(1)
    const { payload } = ovoz
    const mail = letterTo(ADDRESS, { once: 'the same' })
    expect(await inTransaction(payload, (req) => queueMail({ payload, req, mail }))).toBe(false)
    expect(await queue({ once: 'another' })).toBe(true)
    expect(await mailsOf(ovoz)).toHaveLength(2)
  })

  it('lets a change stand whose mail has no address to go to', async () => {
    for (const to of ['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])
      expect(await queueMail({ payload: ovoz.payload, mail: letterTo(to) })).toBe(false)
    expect(await mailsOf(ovoz)).toEqual([])
  })

  it('refuses a letter with a header of its own, or one of two lines', async () => {
    const headers = (given: Record<string, string>) => queue({ headers: given })
    await expect(headers({ Bcc: 'c@d.example' })).rejects.toThrow('Bcc')
    await expect(headers({ 'List-Id': 'a\r\nBcc: c@d.example' })).rejects.toThrow('List-Id')
    expect(await mailsOf(ovoz)).toEqual([])
  })

  it('takes back what has not gone out, for good, with the change that asks for it', async () => {
    const { payload } = ovoz
    const reader = `reader:${ADDRESS}`
    await queue({ once: 'one', about: [reader, 'comment:1'] })
    await queue({ once: 'two', about: ['comment:2', reader] })
    await queue({ once: 'three', about: ['comment:3'] })
    await expect(
      inTransaction(payload, async (req) => {
        await takeBackMail({ payload, req, about: reader })
        throw new Error('The change failed.')
      }),
    ).rejects.toThrow()
    expect((await mailsOf(ovoz)).map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting'])
    await takeBackMail({ payload, about: 'comment:2' })
    await inTransaction(payload, (req) => takeBackMail({ payload, req, about: reader }))
    await takeBackMail({ payload, about: 'comment:4' })
    const rows = await mailsOf(ovoz)
    expect(rows.map(({ status, sealed }) => [status, sealed === null])).toEqual([
      ['dropped', true],
      ['dropped', true],
      ['waiting', false],
    ])
    expect(await queue({ once: 'one', about: [reader] })).toBe(false)
    expect((await ovoz.rest(`/mails/${rows[0].id}/again`, { as: 'admin', method: 'POST' })).status).toBe(409)
    expectNothingOf(await ovoz.dump())
  })

  it('keeps neither address nor contents where anybody could read them', async () => {
    await queue({
      once: `notice to ${ADDRESS}`,
      about: [ADDRESS],
      subject: 'rare words of a letter',
      text: 'rare words of a letter',
      html: '<p>rare words of a letter</p>',
    })
    const [row] = await mailsOf(ovoz)
    const bytes = await ovoz.dump()
    // It is the right database.
    expect(bytes).toContain(row.sealed)
    expectNothingOf(bytes)
    expectNothingOf(JSON.stringify(row))
  })

  it('shows administrators a masked address in the list, and nobody anything more', async () => {
    await queue()
    const list = await ovoz.rest('/mails', { as: 'admin' })
    expect(list.body.docs).toMatchObject([
      { kind: 'test', status: 'waiting', to: 's•••@shelter-reader.example' },
    ])
    expectNothingOf(JSON.stringify(list.body))
    const [{ id }] = list.body.docs
    const one = await ovoz.rest(`/mails/${id}`, { as: 'admin' })
    expect(one.body.to).toBe('s•••@shelter-reader.example')
    for (const doc of [one.body, list.body.docs[0]]) {
      expect(doc).not.toHaveProperty('sealed')
      expect(doc).not.toHaveProperty('once')
      expect(doc).not.toHaveProperty('about')
    }
    expect((await ovoz.rest('/mails', { as: 'editor' })).status).toBe(403)
    for (const field of ['to', 'sealed', 'once', 'about'])
      expect(
        (await ovoz.rest(`/mails?where[${field}][exists]=true`, { as: 'admin' })).status,
      ).toBeGreaterThan(399)
  })

  it('writes mail to a folder where there is no server, and tells the log where and not to whom', async () => {
    const lines: string[] = []
    const info = vi
      .spyOn(ovoz.payload.logger, 'info')
      .mockImplementation((...given: unknown[]) => void lines.push(JSON.stringify(given)))
    await queue({ subject: 'Салом' })
    await mailWorker(ovoz).send()
    info.mockRestore()
    const [row] = await mailsOf(ovoz)
    expect(readdirSync(FOLDER)).toEqual([`${row.id}.eml`])
    const file = join(FOLDER, `${row.id}.eml`)
    const mail = await simpleParser(readFileSync(file))
    expect(mail).toMatchObject({ subject: 'Салом', to: { value: [{ address: ADDRESS }] } })
    expect(lines.join('\n')).toContain(file)
    expectNothingOf(lines.join('\n'))
    expect(row).toMatchObject({ status: 'sent', sealed: null })
  })

  describe('what lies in the folder', () => {
    const files = () =>
      existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8')) : []
    const later = (days: number) => new Date(Date.now() + days * DAY)

    it('goes with whom it was for, and with the comment it shows to others', async () => {
      const { payload } = ovoz
      await publish(ovoz, { title: 'Sheltered' })
      const { id } = await comment(ovoz, 'posts/sheltered', {
        ...{ email: ADDRESS, name: 'Survivor', notify: 'replies', status: 'pending' },
      })
      await move(ovoz, id, 'approved')
      await tellDue({ payload, now: new Date(Date.now() + 60_000) })
      const staff = (once: string, about: string[]) =>
        queueMail({ payload, mail: letterTo('staff@newsroom.example', { once, about, subject: once }) })
      await staff('It waits', [aboutComment('another'), aboutComment(id)])
      await staff('Others wait', [aboutComment('another')])
      await mailWorker(ovoz).send(60_000)
      expect(files().filter((file) => file.includes(ADDRESS)).length).toBeGreaterThan(0)
      expect(files().some((file) => file.includes('Subject: It waits'))).toBe(true)
      await erase({
        ...{ payload, writer: writerOf(ADDRESS), email: ADDRESS, locale: 'en', choice: 'anonymous' },
        ...{ agent: 'reader', note: null, now: new Date() },
      })
      expect(files()).toEqual([expect.stringContaining('Subject: Others wait')])
      // The last one, which says that all is forgotten.
      await mailWorker(ovoz).send()
      expect(files().filter((file) => file.includes(ADDRESS))).toEqual([
        expect.stringContaining('Subject: You are forgotten'),
      ])
    })

    it('stays where somebody wants no more mail, since it was theirs to read', async () => {
      await queue({ about: [aboutReader('them')] })
      await mailWorker(ovoz).send()
      await takeBackMail({ payload: ovoz.payload, about: aboutReader('them') })
      expect(files()).toHaveLength(1)
    })

    it('does not stay there where it was taken back, or its row deleted, while it was on its way', async () => {
      const { payload } = ovoz
      const meanwhile = [
        () => inTransaction(payload, (req) => takeBackComments({ ids: ['one'], req })),
        () => payload.delete({ collection: 'mails', where: { id: { exists: true } }, overrideAccess: true }),
      ]
      for (const act of meanwhile) {
        await queue({ about: [aboutComment('one')] })
        await mailWorker(ovoz, { hand: async (asked) => (await act(), handOver(asked)) }).send()
        expect(files()).toEqual([])
      }
    })

    it('goes with its row after its term, and by its own time where there is no row', async () => {
      const { payload } = ovoz
      await queue()
      await mailWorker(ovoz).send()
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(join(FOLDER, 'of-an-earlier-version.eml'), `To: ${ADDRESS}`)
      writeFileSync(join(FOLDER, 'kept.txt'), 'Put here by the operator.')
      await runRetention({ payload, now: later(29.9) })
      expect(files()).toHaveLength(3)
      const counted = await runRetention({ payload, now: later(30.1), isDry: true })
      expect(counted).toContainEqual(expect.objectContaining({ rule: 'mails', count: 1 }))
      expect(files()).toHaveLength(3)
      await runRetention({ payload, now: later(30.1) })
      expect([files(), await mailsOf(ovoz)]).toEqual([['Put here by the operator.'], []])
    })
  })
})

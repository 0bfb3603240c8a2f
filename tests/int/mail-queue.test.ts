import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { queueMail, takeBackMail } from '../../src/mail/service.ts'
import { settings } from '../../src/platform/settings.ts'
import { inTransaction } from '../../src/platform/transaction.ts'
import { letterTo, mailsOf, mailWorker } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

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
    const [name, ...others] = readdirSync(join(settings.DATA_DIR, 'mail'))
    expect(others).toEqual([])
    expect(name).toMatch(/\.eml$/)
    const file = join(settings.DATA_DIR, 'mail', name!)
    const mail = await simpleParser(readFileSync(file))
    expect(mail).toMatchObject({ subject: 'Салом', to: { value: [{ address: ADDRESS }] } })
    expect(lines.join('\n')).toContain(file)
    expectNothingOf(lines.join('\n'))
    expect(await mailsOf(ovoz)).toMatchObject([{ status: 'sent', sealed: null }])
  })
})

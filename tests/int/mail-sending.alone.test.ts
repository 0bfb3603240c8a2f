import type { ChildProcess } from 'node:child_process'

import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { runMail } from '../../src/mail/jobs.ts'
import { runRetention } from '../../src/retention/run.ts'
import { LEASE } from '../../src/mail/postman.ts'
import { LAST_MAIL } from '../../src/mail/letter.ts'
import type { Handed } from '../../src/mail/retry.ts'
import { queueMail, takeBackMail } from '../../src/mail/service.ts'
import { type HandOver, handOver } from '../../src/mail/transport.ts'
import { PAUSES } from '../../src/platform/pauses.ts'
import { letterTo, mailsOf, mailWorker, openMailServer, refusal } from '../support/mail.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { startProgram } from '../support/program.ts'

// The settings are read when they are first imported, so the port is chosen before anything else.
const port = await vi.hoisted(async () => {
  const { takeMailPort } = await import('../support/mail-port.ts')
  return takeMailPort()
})

const NIGORA = 'nigora.rahimova@reader.example'
const DAY = 24 * 3_600_000
/** So long that a worker that died has certainly lost what it held. */
const LEASE_IS_OVER = LEASE + 60_000

describe(`sending mail (${engine})`, () => {
  const ovoz = useOvoz()
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    for (const role of ['admin', 'editor'] as const) await ovoz.signUp(role)
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    for (const collection of ['mails', 'ledger'] as const)
      await ovoz.payload.delete({ collection, where: { id: { exists: true } }, overrideAccess: true })
  })

  const server = async (behaviour: Omit<Parameters<typeof openMailServer>[0], 'port'> = {}) => {
    const opened = await openMailServer({ port, ...behaviour })
    closing.push(opened.close)
    return opened
  }
  const queue = (more: Parameters<typeof letterTo>[1] = {}, to = NIGORA) =>
    queueMail({ payload: ovoz.payload, mail: letterTo(to, more) })
  const states = async () => (await mailsOf(ovoz)).map(({ status }) => status)
  const row = async () => (await mailsOf(ovoz))[0]
  const again = (id: string, as: string) => ovoz.rest(`/mails/${id}/again`, { as, method: 'POST' })

  it('hands over what was queued, to whom it is for and nobody else', async () => {
    const post = await server()
    const stop = `https://site.example/mail/stop/${'a'.repeat(43)}`
    await queue({
      locale: 'tg',
      subject: 'Шарҳи шумо нашр шуд: «Ҷустуҷӯи ғалаба»',
      text: 'Салом, Нигора.\n',
      html: '<p>Салом, Нигора.</p>',
      headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    })
    await mailWorker(ovoz).send()
    const [{ to, raw, mail }] = post.arrived as [(typeof post.arrived)[0]]
    expect(to).toEqual([NIGORA])
    expect(mail.to).toMatchObject({ value: [{ address: NIGORA, name: '' }] })
    expect(mail.from).toMatchObject({ value: [{ address: 'ovoz@localhost.localdomain', name: 'Ovoz' }] })
    expect(mail.subject).toBe('Шарҳи шумо нашр шуд: «Ҷустуҷӯи ғалаба»')
    expect(mail.text).toBe('Салом, Нигора.\n')
    expect(mail.html).toBe('<p>Салом, Нигора.</p>')
    expect(mail.messageId).toBe(`<${(await row()).id}@localhost.localdomain>`)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.get('content-language')).toBe('tg')
    // In one piece, as mail programs look for it.
    const unfolded = `\r\n${raw.replace(/\r\n[ \t]+/g, ' ')}`
    expect(unfolded).toContain(`\r\nList-Unsubscribe: <${stop}>\r\n`)
    expect(unfolded).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  })

  it('forgets address and contents at once when a mail has gone out', async () => {
    await server()
    await queue()
    await mailWorker(ovoz).send()
    expect(await row()).toMatchObject({
      status: 'sent',
      attempts: 1,
      sealed: null,
      lastError: null,
      nextAttemptAt: null,
      sentAt: expect.any(String),
    })
    const { body } = await ovoz.rest('/mails', { as: 'admin' })
    expect(body.docs[0].to ?? null).toBeNull()
  })

  it('goes to addresses of any kind that readers may leave', async () => {
    const post = await server()
    // The second is written in ASCII on its way; the server reads it back.
    for (const to of ["o'neil+a!b@reader.example", 'n@Почта.рф']) await queue({}, to)
    await mailWorker(ovoz).send()
    expect(post.arrived.flatMap(({ to }) => to).sort()).toEqual(['n@почта.рф', "o'neil+a!b@reader.example"])
  })

  it('lets nothing that stands in a name or title become a header or a recipient', async () => {
    const post = await server()
    const nasty = 'Nigora\r\nBcc: evil@other.example\r\n\r\nAnother body\u2028X-Evil: 1\u0000'
    await queue({ subject: nasty, text: `${nasty}\n.\r\nQUIT\r\n` })
    await mailWorker(ovoz).send()
    const [{ to, mail }] = post.arrived as [(typeof post.arrived)[0]]
    expect(post.arrived).toHaveLength(1)
    expect(to).toEqual([NIGORA])
    expect(mail.subject).toBe('Nigora Bcc: evil@other.example Another body X-Evil: 1')
    expect([...mail.headers.keys()].sort()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
  })

  it('waits while the server is away without using up the attempts of all, and sends when it is back', async () => {
    for (let n = 0; n < 8; n++) await queue({ subject: `News ${n}` })
    const worker = mailWorker(ovoz)
    await worker.send()
    const attempts = (await mailsOf(ovoz)).map((mail) => mail.attempts)
    expect(Math.max(...attempts)).toBe(1)
    // A few at once are under way when the first is told.
    expect(attempts.filter((many) => many === 0).length).toBeGreaterThanOrEqual(4)
    expect(await states()).toEqual(Array(8).fill('waiting'))
    expect((await mailsOf(ovoz)).find((mail) => mail.attempts === 1).lastError).toContain('ECONNREFUSED')
    const post = await server()
    // Not before its time.
    await worker.send(5_000)
    expect(post.arrived).toEqual([])
    await worker.send(15_000)
    expect(post.subjects()).toEqual(Array.from({ length: 8 }, (_, n) => `News ${n}`))
    expect(await states()).toEqual(Array(8).fill('sent'))
  })

  it('tries nine times within a day, and once more when an administrator says so', async () => {
    await queue()
    const worker = mailWorker(ovoz)
    let ahead = 0
    for (const [i, pause] of PAUSES.entries()) {
      await worker.send(ahead)
      expect(await row()).toMatchObject({ status: 'waiting', attempts: i + 1 })
      ahead += pause + 5000
    }
    expect(ahead).toBeLessThan(DAY)
    await worker.send(ahead)
    const failed = await row()
    expect(failed).toMatchObject({ status: 'failed', attempts: 9, nextAttemptAt: null })
    const post = await server()
    await worker.send(5 * DAY)
    expect(post.arrived).toEqual([])
    expect((await again(failed.id, 'editor')).status).toBe(403)
    expect((await again('00000000-0000-4000-8000-000000000000', 'admin')).status).toBe(404)
    expect((await again(failed.id, 'admin')).status).toBe(202)
    await worker.send(6 * DAY)
    expect(post.arrived).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
    // What has gone out is not there any more.
    expect((await again(failed.id, 'admin')).status).toBe(409)
  })

  it('gives up where the recipient is refused for good, comes back where it is not, and sends the others', async () => {
    const post = await server({
      onRcptTo({ address }, _session, done) {
        if (address.startsWith('gone'))
          return done(refusal(550, `No such user <${address}>, gone.person of reader.example`))
        if (address.startsWith('busy')) return done(refusal(450, 'Come back later'))
        return done()
      },
    })
    await queue({ subject: 'gone' }, 'gone.person@reader.example')
    await queue({ subject: 'busy' }, 'busy@reader.example')
    await queue({ subject: 'here' })
    await mailWorker(ovoz).send()
    expect(post.subjects()).toEqual(['here'])
    const [gone, busy, here] = await mailsOf(ovoz)
    expect(gone).toMatchObject({ status: 'failed', attempts: 1 })
    expect(gone.lastError).toMatch(/550 No such user/)
    expect(gone.lastError).not.toMatch(/gone\.person|reader\.example/)
    expect(busy).toMatchObject({ status: 'waiting', attempts: 1, lastError: expect.stringContaining('450') })
    expect(here).toMatchObject({ status: 'sent' })
  })

  it('never sends by itself what a worker sent that died before it wrote that down', async () => {
    const post = await server()
    await queue()
    const dying = mailWorker(ovoz, {
      hand: async (asked) => {
        await handOver(asked)
        return new Promise(() => undefined)
      },
    })
    await dying.postman.look(() => new Date())
    await vi.waitFor(() => expect(post.arrived).toHaveLength(1))
    // While it may still be alive, nobody else takes it.
    const other = mailWorker(ovoz)
    await other.send()
    expect(await states()).toEqual(['sending'])
    const { id } = await row()
    expect((await again(id, 'admin')).status).toBe(409)
    await other.send(LEASE_IS_OVER)
    expect(await row()).toMatchObject({
      status: 'unsure',
      lastError: expect.stringContaining('may have arrived'),
    })
    for (const ahead of [LEASE_IS_OVER, DAY, 20 * DAY]) await mailWorker(ovoz).send(ahead)
    expect(post.arrived).toHaveLength(1)
    // People decide; whoever gets it twice can tell by its Message-ID.
    expect((await again(id, 'admin')).status).toBe(202)
    await other.send(21 * DAY)
    expect(post.arrived).toHaveLength(2)
    expect(new Set(post.arrived.map(({ mail }) => mail.messageId)).size).toBe(1)
    expect(await states()).toEqual(['sent'])
  })

  it('never sends by itself what a process had sent that was killed before it wrote that down', async () => {
    await queue()
    const child: { current?: ChildProcess } = {}
    let hasEnded!: () => void
    const ended = new Promise<void>((resolve) => (hasEnded = resolve))
    const { arrived } = await server({
      // It has all of the mail, and has not said so yet.
      onEnd(_, done) {
        child.current!.once('exit', () => (done(), hasEnded()))
        child.current!.kill('SIGKILL')
      },
    })
    child.current = startProgram('mail-worker')
    await ended
    expect(arrived).toHaveLength(1)
    expect(await states()).toEqual(['sending'])
    for (const ahead of [0, LEASE_IS_OVER, LEASE_IS_OVER, DAY, 20 * DAY]) await mailWorker(ovoz).send(ahead)
    expect(arrived).toHaveLength(1)
    expect(await states()).toEqual(['unsure'])
  }, 120_000)

  it('does not send later what was taken back while it was on its way, and lets stand what arrived', async () => {
    const post = await server()
    const about = ['comment:1']
    const takeBack = () => takeBackMail({ payload: ovoz.payload, about: about[0]! })
    const why = 'An answer of the server'
    const ends: Handed[] = [
      { kind: 'away', why },
      { kind: 'refused', isForGood: false, why },
      { kind: 'refused', isForGood: true, why },
      { kind: 'unsure', why },
      { kind: 'accepted' },
    ]
    for (const handed of ends) {
      await queue({ about })
      await mailWorker(ovoz, { hand: async () => (await takeBack(), handed) }).send()
    }
    await queue({ about })
    await mailWorker(ovoz, { hand: () => new Promise(() => undefined) }).postman.look(() => new Date())
    await vi.waitFor(async () => expect((await states()).at(-1)).toBe('sending'))
    await takeBack()
    await mailWorker(ovoz).send(LEASE_IS_OVER)
    const rows = await mailsOf(ovoz)
    expect(rows.map(({ status, sealed }) => `${status} ${sealed}`)).toEqual([
      ...Array<string>(4).fill('dropped null'),
      'sent null',
      'dropped null',
    ])
    for (const { id } of rows) expect((await again(id, 'admin')).status).toBe(409)
    for (const ahead of [DAY, 20 * DAY]) await mailWorker(ovoz).send(ahead)
    expect(post.arrived).toEqual([])
  })

  it('forgets the address of the last mail to somebody however it ends', async () => {
    const why = 'An answer of the server'
    const send = async (handed: Handed, more: Parameters<typeof letterTo>[1] = {}) => {
      await queue({ kind: LAST_MAIL, ...more })
      await mailWorker(ovoz, { hand: async () => handed }).send()
      const { status, sealed } = (await mailsOf(ovoz)).at(-1)
      return [status, sealed !== null]
    }
    expect(await send({ kind: 'refused', isForGood: true, why })).toEqual(['failed', false])
    expect(await send({ kind: 'unsure', why })).toEqual(['unsure', false])
    expect(await send({ kind: 'accepted' }, { until: new Date(Date.now() - 1) })).toEqual(['failed', false])
    expect(await send({ kind: 'away', why })).toEqual(['waiting', true])
    const [{ id }] = await mailsOf(ovoz)
    expect((await again(id, 'admin')).status).toBe(409)
  })

  it('is unsure of what was handed over without an answer, and sends again what was not', async () => {
    const hangUp = (post: { connections: Set<unknown> }) => {
      for (const connection of post.connections)
        (connection as { _socket: { destroy: () => void } })._socket.destroy()
    }
    const deaf = await server({ onEnd: (post) => hangUp(post) })
    await queue({ subject: 'One' })
    await mailWorker(ovoz).send()
    expect(deaf.subjects()).toEqual(['One'])
    expect(await states()).toEqual(['unsure'])
    await closing.pop()!()
    const early = await server({ onRcptTo: () => hangUp(early.server) })
    await queue({ subject: 'Two' })
    await mailWorker(ovoz).send()
    expect(early.arrived).toEqual([])
    expect(await states()).toEqual(['unsure', 'waiting'])
    await closing.pop()!()
    const well = await server()
    await mailWorker(ovoz).send(DAY)
    expect(well.subjects()).toEqual(['Two'])
  })

  it('sends each mail once where two workers look at the same moment', async () => {
    const post = await server()
    for (let n = 0; n < 12; n++) await queue({ subject: `News ${n}` })
    const workers = [mailWorker(ovoz), mailWorker(ovoz)]
    await Promise.all(workers.map((worker) => worker.send()))
    await Promise.all(workers.map((worker) => worker.send()))
    expect(post.arrived).toHaveLength(12)
    expect(new Set(post.subjects()).size).toBe(12)
    expect((await mailsOf(ovoz)).map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(
      Array(12).fill('sent 1'),
    )
  })

  it('keeps no mail waiting for one that nobody answers for, and takes that for unsure in the end', async () => {
    const post = await server()
    const hand: HandOver = (asked) =>
      asked.contents.subject === 'Silent' ? new Promise(() => undefined) : handOver(asked)
    await queue({ subject: 'Silent' })
    for (let n = 0; n < 6; n++) await queue({ subject: `News ${n}` })
    await mailWorker(ovoz, { hand, deadline: 1000 }).send()
    expect(post.arrived).toHaveLength(6)
    expect(await states()).toEqual(['unsure', ...Array<string>(6).fill('sent')])
  })

  it('sends nothing before its time, and nothing that would come too late', async () => {
    const post = await server()
    const inAnHour = new Date(Date.now() + 3_600_000)
    await queue({ subject: 'Later', notBefore: inAnHour })
    await queue({ subject: 'Soon', until: inAnHour, notBefore: inAnHour })
    const worker = mailWorker(ovoz)
    await worker.send(3_500_000)
    expect(post.arrived).toEqual([])
    await worker.send(2 * 3_600_000)
    expect(post.subjects()).toEqual(['Later'])
    expect(await states()).toEqual(['sent', 'failed'])
  })

  it('tells of a mail that it cannot open, and sends the others', async () => {
    const post = await server()
    await queue({ subject: 'One' })
    await queue({ subject: 'Two' })
    const [one, two] = await mailsOf(ovoz)
    // Sealed for another mail, it does not open.
    await ovoz.payload.update({
      collection: 'mails',
      id: one.id,
      data: { sealed: two.sealed },
      overrideAccess: true,
    })
    await mailWorker(ovoz).send()
    expect(post.subjects()).toEqual(['Two'])
    expect((await mailsOf(ovoz))[0]).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('SEAL_KEY'),
    })
    const { body } = await ovoz.rest(`/mails/${one.id}`, { as: 'admin' })
    expect(body.to).toBe('•••')
  })

  it('says nothing in the log of who gets mail', async () => {
    await server({ onRcptTo: ({ address }, _session, done) => done(refusal(550, `No ${address}`)) })
    const lines: unknown[] = []
    for (const level of ['info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(ovoz.payload.logger, level).mockImplementation((...given: unknown[]) => void lines.push(given))
    await queue()
    await queue({}, 'nigora.rahimova@reader.example, b@c.example')
    await mailWorker(ovoz).send()
    await mailWorker(ovoz, { hand: () => Promise.reject(new Error('A bug.')) }).send(DAY)
    vi.restoreAllMocks()
    // It is told of the address that is none.
    expect(lines).not.toEqual([])
    expect(JSON.stringify(lines)).not.toMatch(/nigora|reader\.example/i)
  })

  it('forgets mails after 30 days, whatever became of them', async () => {
    await server()
    await queue()
    await mailWorker(ovoz).send()
    await queue({ notBefore: new Date(Date.now() + 3_600_000) })
    const { payload } = ovoz
    await runRetention({ payload, now: new Date(Date.now() + 30 * DAY - 60_000) })
    expect(await states()).toEqual(['sent', 'waiting'])
    await runRetention({ payload, now: new Date(Date.now() + 30 * DAY + 60_000) })
    expect(await states()).toEqual([])
  })

  it('sends what was just queued, and ends when it is told to', async () => {
    const post = await server()
    const jobs = runMail({ payload: ovoz.payload, every: 20 })
    await queue()
    await vi.waitFor(() => expect(post.arrived).toHaveLength(1), { timeout: 20_000 })
    await jobs.stop()
    expect(await states()).toEqual(['sent'])
    await queue()
    expect(await states()).toEqual(['sent', 'waiting'])
  })
})

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { engine, type Ovoz, PASSWORD } from '../support/ovoz.ts'

describe(`mail to staff over SMTP (${engine})`, () => {
  const arrived: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => (arrived.push(mail), done()), done)
    },
  })
  let ovoz: Ovoz

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    // The settings are read when they are first imported, so everything is imported anew with this one.
    vi.resetModules()
    const support = await import('../support/ovoz.ts')
    ovoz = await new support.Ovoz().open()
    await ovoz.signUp('editor', 'gulnora')
  })
  afterAll(async () => {
    await ovoz.close()
    server.close()
  })

  const forgot = (email: string) => ovoz.rest('/users/forgot-password', { body: { email } })

  it('lets somebody back in by a link that is ours whatever the request says', async () => {
    const answer = await ovoz.rest('/users/forgot-password', {
      body: { email: 'gulnora@newsroom.example' },
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    })
    expect(answer.status).toBe(200)
    await vi.waitFor(() => expect(arrived).toHaveLength(1))
    const [mail] = arrived
    expect(mail!.to).toMatchObject({ value: [{ address: 'gulnora@newsroom.example' }] })
    const token = /http:\/\/localhost:3000\/admin\/reset\/([0-9a-f]+)/.exec(mail!.html || '')?.[1]
    expect(mail!.html).not.toContain('evil.example')
    const reset = await ovoz.rest('/users/reset-password', { body: { token, password: `${PASSWORD} new` } })
    expect(reset.status).toBe(200)
    const login = await ovoz.rest('/users/login', {
      body: { email: 'gulnora@newsroom.example', password: `${PASSWORD} new` },
    })
    expect(login.body.token).toMatch(/^ey/)
  })

  it('tells a stranger nothing of who is known, also when the mail server is away', async () => {
    const known = await forgot('gulnora@newsroom.example')
    const unknown = await forgot('nobody@newsroom.example')
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    await new Promise((resolve) => server.close(() => resolve(null)))
    await ovoz.signUp('editor', 'zarina')
    const [again, neither] = [await forgot('zarina@newsroom.example'), await forgot('noone@newsroom.example')]
    expect([again.status, again.body]).toEqual([neither.status, neither.body])
    expect(arrived).toHaveLength(1)
  })

  it('sends one link at a time, however often it is asked for', async () => {
    expect((await forgot('gulnora@newsroom.example')).status).toBe(200)
    expect(arrived).toHaveLength(1)
  })
})

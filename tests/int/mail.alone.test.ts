import { beforeAll, describe, expect, it, vi } from 'vitest'

import { LINK_LASTS } from '../../src/staff/reset.ts'
import { mailsOf, mailWorker, openMailServer } from '../support/mail.ts'
import { engine, PASSWORD, useOvoz } from '../support/ovoz.ts'

const port = await vi.hoisted(async () => {
  const { takeMailPort } = await import('../support/mail-port.ts')
  return takeMailPort()
})

describe(`mail to staff over SMTP (${engine})`, () => {
  const ovoz = useOvoz()

  beforeAll(async () => {
    for (const name of ['gulnora', 'zarina', 'farzona']) await ovoz.signUp('editor', name)
  })

  const forgot = (email: string) => ovoz.rest('/users/forgot-password', { body: { email } })
  /** What is queued for staff, once there are so many: the answer does not wait for it. */
  const queued = (many: number) =>
    vi.waitFor(async () => {
      const mails = await mailsOf(ovoz)
      expect(mails).toHaveLength(many)
      return mails
    })

  it('lets somebody back in by a link that is ours whatever the request says', async () => {
    const { arrived, close } = await openMailServer({ port })
    const answer = await ovoz.rest('/users/forgot-password', {
      body: { email: 'gulnora@newsroom.example' },
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    })
    expect(answer.status).toBe(200)
    await queued(1)
    await mailWorker(ovoz).send()
    await close()
    expect(arrived).toHaveLength(1)
    const [{ to, mail }] = arrived as [(typeof arrived)[0]]
    expect(to).toEqual(['gulnora@newsroom.example'])
    const link = /http:\/\/localhost:3000\/admin\/reset\/([0-9a-f]+)/
    const token = link.exec(mail.html || '')?.[1]
    expect(link.exec(mail.text ?? '')?.[1]).toBe(token)
    expect(mail.html).not.toContain('evil.example')
    const reset = await ovoz.rest('/users/reset-password', { body: { token, password: `${PASSWORD} new` } })
    expect(reset.status).toBe(200)
    const login = await ovoz.rest('/users/login', {
      body: { email: 'gulnora@newsroom.example', password: `${PASSWORD} new` },
    })
    expect(login.body.token).toMatch(/^ey/)
  })

  it('tells a stranger nothing of who is known', async () => {
    const known = await forgot('zarina@newsroom.example')
    const unknown = await forgot('nobody@newsroom.example')
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect((await queued(2)).map(({ kind }) => kind)).toEqual(['password-link', 'password-link'])
  })

  it('sends one link at a time, however often it is asked for', async () => {
    for (let n = 0; n < 3; n++) expect((await forgot('farzona@newsroom.example')).status).toBe(200)
    await queued(3)
    const [, zarina] = await mailsOf(ovoz)
    // It is of no use once the link has ended, so it is not sent then.
    await mailWorker(ovoz).send(LINK_LASTS + 60_000)
    expect((await mailsOf(ovoz)).find(({ id }) => id === zarina.id)).toMatchObject({ status: 'failed' })
  })
})

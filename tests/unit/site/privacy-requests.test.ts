import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { openSite, type OpenSite } from './open-site.ts'

let site: OpenSite
const PATH = '/ru/privacy/requests'
const ANSWER = { status: 202, body: { message: 'Taken.' } }

beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

const send = (form: Record<string, string>) =>
  site.app.request(`https://site.example${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })

describe('the form for readers who ask what is kept about them', () => {
  test('stands in every language, without a script, and is linked from every page', async () => {
    for (const prefix of ['', '/ru', '/tg']) {
      const text = await (await site.get(`${prefix}/privacy/requests`)).text()
      expect(text).toContain(`action="${prefix}/privacy/requests"`)
      expect(text.match(/type="radio"/g)).toHaveLength(2)
      expect(text).not.toContain('<script')
      expect(await (await site.get(`${prefix}/tags`)).text()).toContain(`href="${prefix}/privacy/requests"`)
    }
  })

  test('hands on what is asked for, and thanks without the address', async () => {
    site.api.reply('/api/v1/privacy/requests', ANSWER)
    const answer = await send({ email: 'nigora@reader.example', kind: 'erase' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PATH}?done=1`])
    expect(JSON.parse(site.api.asked.at(-1)!.body)).toEqual({
      email: 'nigora@reader.example',
      kind: 'erase',
      locale: 'ru',
    })
    const thanks = await (await site.get(`${PATH}?done=1`)).text()
    expect(thanks).toContain('Спасибо.')
    expect(thanks).not.toContain('type="radio"')
  })

  test('comes back as it was filled in where it is refused, and is kept by nobody', async () => {
    site.api.reply('/api/v1/privacy/requests', {
      status: 422,
      body: {
        code: 'invalid',
        status: 422,
        errors: [{ field: 'email', code: 'invalid', message: 'Не адрес.' }],
      },
    })
    const answer = await send({ email: '"><i>', kind: 'copy' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([422, 'private, no-store'])
    const text = await answer.text()
    expect(text).toContain('Не адрес.')
    expect(text).toContain('value="&quot;&gt;&lt;i&gt;"')
    expect(text).toMatch(/value="copy"[^>]* checked/)
    const unchosen = await send({ email: 'nigora@reader.example' })
    expect([unchosen.status, site.api.timesAsked('/api/v1/privacy/requests')]).toEqual([422, 1])
  })

  test('says so where the CMS is away', async () => {
    await site.api.close()
    const answer = await send({ email: 'nigora@reader.example', kind: 'copy' })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('nigora@reader.example')
  })
})

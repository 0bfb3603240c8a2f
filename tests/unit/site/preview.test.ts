import { runInNewContext } from 'node:vm'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { PREVIEW_SCRIPT } from '../../../site/src/preview-script.ts'
import { example, openSite, type OpenSite } from './open-site.ts'

const PREVIEW = '/api/v1/preview'

let site: OpenSite

beforeEach(async () => {
  site = await openSite()
  site.api.reply(PREVIEW, { body: { ...site.post, locale: 'ru', title: 'Черновик о воде' } })
})
afterEach(() => site.close())

const textOf = async (path: string) => (await site.get(path)).text()

describe('the preview of a draft', () => {
  test('shows it in its own language, and says that it is one', async () => {
    const text = await textOf('/preview?token=secret')
    expect(text).toContain('<html lang="ru">')
    expect(text).toContain('Черновик о воде')
    expect(text).toContain('Черновик: его видят только сотрудники редакции')
    expect(text).toContain('noindex')
  })

  test('shows it in the language that is asked for', async () => {
    expect(await textOf('/preview?token=secret&locale=tg')).toContain('<html lang="tg">')
    expect(site.api.asked.map(({ path }) => path)).toContain(`${PREVIEW}?token=secret&locale=tg`)
  })

  test('shows an event like an article', async () => {
    site.api.reply(PREVIEW, { body: { ...example('Event'), locale: 'en', title: 'A meeting to come' } })
    const text = await textOf('/preview?token=secret')
    expect(text).toContain('A meeting to come')
    expect(text).toContain('class="event')
  })

  test('leads to the same draft in the other languages', async () => {
    expect(await textOf('/preview?token=secret')).toContain('href="/preview?token=secret&amp;locale=tg"')
  })

  test('may be framed by the panel alone, is kept by nobody, and does not give its address away', async () => {
    const { headers } = await site.get('/preview?token=secret')
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\/cms\.example$/)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('etag')).toBeNull()
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('is asked for anew each time', async () => {
    await site.get('/preview?token=secret')
    site.api.reply(PREVIEW, { body: { ...site.post, title: 'Written on' } })
    expect(await textOf('/preview?token=secret')).toContain('Written on')
  })

  test.each([403, 404, 422])('says how to open it again where the API answers %i', async (status) => {
    site.api.reply(PREVIEW, { status, body: { status, code: 'forbidden' } })
    const answer = await site.get('/preview?token=old')
    expect(answer.status).toBe(403)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const text = await answer.text()
    expect(text).toContain('Open it again from the panel')
    expect(text).not.toContain('old')
  })

  test('says that the server is away where it is', async () => {
    await site.api.close()
    expect((await site.get('/preview?token=secret')).status).toBe(503)
  })
})

describe('its script', () => {
  function run() {
    const heard: ((message: unknown) => void)[] = []
    const parent = { postMessage: vi.fn() }
    const location = { reload: vi.fn() }
    runInNewContext(PREVIEW_SCRIPT, {
      document: { currentScript: { dataset: { panel: 'https://cms.example' } } },
      addEventListener: (_name: string, listener: (message: unknown) => void) => heard.push(listener),
      window: { opener: null, parent },
      location,
    })
    return { parent, location, hear: (message: unknown) => heard[0]!(message) }
  }

  test('tells the panel, and nobody else, that it listens', () => {
    expect(run().parent.postMessage.mock.calls).toEqual([
      [{ type: 'payload-live-preview', ready: true }, 'https://cms.example'],
    ])
  })

  test('loads the draft again after a save, by the word of the panel alone', () => {
    const { location, hear } = run()
    const data = { type: 'payload-document-event' }
    hear({ origin: 'https://evil.example', data })
    hear({ origin: 'https://cms.example', data: { type: 'payload-live-preview' } })
    hear({ origin: 'https://cms.example', data: null })
    expect(location.reload).not.toHaveBeenCalled()
    hear({ origin: 'https://cms.example', data })
    expect(location.reload).toHaveBeenCalledOnce()
  })
})

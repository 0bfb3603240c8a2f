import { describe, expect, it } from 'vitest'

import type { Locale } from '../../../src/contract/index.ts'
import { privacyWords } from '../../../src/admin/privacy/words.ts'
import type { Copy } from '../../../src/privacy/copy.ts'
import { toCopyPage } from '../../../src/privacy/copy-page.ts'
import { doneMail, linkMail } from '../../../src/privacy/mails.ts'

const LOCALES: Locale[] = ['en', 'ru', 'tg']
const copy: Copy = {
  madeAt: '2026-05-03T10:00:00.000Z',
  email: 'nigora@reader.example',
  comments: [
    {
      id: '1',
      on: null,
      state: 'approved',
      name: '<b>Nigora</b>',
      url: 'https://nigora.example',
      text: '<script>alert(1)</script>',
      locale: 'en',
      createdAt: '2026-05-01T10:00:00.000Z',
      editedAt: null,
      withdrawnAt: null,
      answers: null,
      reasons: [],
      notify: 'none',
      hasNetworkMark: true,
    },
  ],
  subscriptions: [],
  links: [],
  notices: [],
  mails: [],
  reports: [],
}

describe.each(LOCALES)('what is said about privacy in “%s”', (locale) => {
  it('stands in mails with a link of our own, and none in the last one', () => {
    const to = 'nigora@reader.example'
    const link = linkMail({ kind: 'erase', token: 'T', until: new Date(), about: [], to, locale })
    expect(link.text).toContain('http://localhost:3000/privacy/T')
    const last = { entry: '1', now: new Date(), to, locale }
    expect(doneMail({ ...last, isAllDone: true }).text).not.toContain('http')
    const whole = doneMail({ ...last, isAllDone: true }).text.length
    expect(doneMail({ ...last, isAllDone: false }).text.length).toBeGreaterThan(whole)
  })

  it('is a copy that shows what strangers wrote as text', () => {
    const page = toCopyPage({ copy, locale, mailDays: 21 })
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page).toContain('alert(1)')
    expect(page).not.toMatch(/<script|<b>/)
    expect(page).toContain('2026-05-01 10:00 UTC')
    expect(page).toContain({ en: 'kept for 21 days', ru: 'помним 21 день', tg: '21 рӯз дар ёд' }[locale])
    expect(page).not.toMatch(/\{\w+\}/)
  })

  it('has every word of the panel in letters of that language', () => {
    const words = privacyWords(locale)
    for (const [key, word] of Object.entries(words)) {
      const text = typeof word === 'function' ? word(2, 2 as never) : word
      expect([key, text]).toEqual([key, expect.stringMatching(locale === 'en' ? /[a-z]/i : /[а-яӣӯғқҳҷ]/i)])
    }
  })
})

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Context, Hono } from 'hono'
import type { Payload } from 'payload'

import { ERASURE_CHOICES, type ErasureChoice, type Locale } from '../contract/index.ts'
import { boundBody } from '../platform/body.ts'
import { KEY_PAGE_HEADERS, toKeyPage } from '../platform/key-page.ts'
import { chooseLocale } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { sumUp } from './copy.ts'
import { makeCopy } from './copy-store.ts'
import { downloadOf, FORMATS } from './download.ts'
import { pathOf, PRIVACY_PATH } from './links.ts'
import { eraseByLink, openCopy, readLink, readPerson } from './service.ts'
import { words } from './words.ts'

/** A form of ours is a few short words. */
const LARGEST_FORM = 1024

type Shown = { locale: Locale; title: string; content: ElementContent[] }

const answer = (status: number, shown: Shown, headers: Record<string, string> = {}) =>
  new Response(toKeyPage(shown), { status, headers: { ...KEY_PAGE_HEADERS, ...headers } })

const form = (token: string, content: ElementContent[]) =>
  h('form', { method: 'post', action: pathOf(token) }, content)
const hidden = (name: string, value: string) => h('input', { type: 'hidden', name, value })
const button = (label: string) => h('button', { type: 'submit' }, label)

const copyPage = (token: string, locale: Locale): Shown => ({
  locale,
  title: words('page-copy', locale),
  content: [
    h('p', words('page-copy-text', locale)),
    form(token, [button(words('page-copy-button', locale))]),
  ],
})

const choicePage = (token: string, locale: Locale): Shown => ({
  locale,
  title: words('page-erase', locale),
  content: [
    form(token, [
      h('fieldset', [
        h('legend', words('page-erase-text', locale)),
        ...ERASURE_CHOICES.flatMap((choice) => [
          h('label', [
            h('input', {
              type: 'radio',
              name: 'choice',
              value: choice,
              required: true,
              ariaDescribedBy: `${choice}-hint`,
            }),
            words(choice, locale),
          ]),
          h('p', { id: `${choice}-hint` }, words(`${choice}-hint`, locale)),
        ]),
      ]),
      button(words('page-erase-button', locale)),
    ]),
  ],
})

const surePage = (token: string, locale: Locale, choice: ErasureChoice): Shown => ({
  locale,
  title: words('page-sure', locale),
  content: [
    h('p', words(`page-sure-${choice}`, locale)),
    h('p', words('page-sure-text', locale)),
    form(token, [hidden('choice', choice), hidden('sure', 'yes'), button(words('page-sure-button', locale))]),
    h('p', { className: 'others' }, [h('a', { href: pathOf(token) }, words('page-sure-back', locale))]),
  ],
})

/**
 * The pages that the links of privacy mails lead to. A GET shows a page with a button and changes nothing, and nothing about anybody is
 * in it, since mail scanners open every link. No cookies.
 */
export function createPrivacyPages(payload: Payload) {
  const pages = new Hono()
  const tell = (c: Context, status: number, what: 'over' | 'away', headers?: Record<string, string>) => {
    const locale = chooseLocale({ accept: c.req.header('accept-language') ?? null })
    const content = [h('p', words(`page-${what}-text`, locale))]
    return answer(status, { locale, title: words(`page-${what}`, locale), content }, headers)
  }
  const over = (c: Context) => tell(c, 404, 'over')

  async function open(c: Context, token: string) {
    const now = new Date()
    const opened = await openCopy({ payload, token, now })
    if (!opened) return over(c)
    const { person } = opened
    const { locale } = person
    const summary = sumUp(await makeCopy({ payload, person, now }))
    const { states } = summary
    const counted = (['approved', 'pending', 'spam', 'trash'] as const)
      .filter((state) => states[state])
      .map((state) => `${words(state, locale)}: ${states[state]}`)
    const fact = (word: 'comments' | 'subscriptions' | 'mails', value: string) => [
      h('dt', words(word, locale)),
      h('dd', value),
    ]
    return answer(200, {
      locale,
      title: words('page-summary', locale),
      content: [
        h('dl', [
          ...fact(
            'comments',
            [String(summary.comments), ...(counted.length ? [`(${counted.join('; ')})`] : [])].join(' '),
          ),
          ...fact('subscriptions', String(summary.subscriptions)),
          ...fact('mails', String(summary.mails)),
        ]),
        ...FORMATS.map((format) =>
          form(opened.token, [hidden('as', format), button(words(`page-download-${format}`, locale))]),
        ),
      ],
    })
  }

  async function download(c: Context, token: string, as: string | null) {
    const person = await readPerson({ payload, token })
    const format = FORMATS.find((one) => one === as)
    if (!person || !format) return over(c)
    const copy = await makeCopy({ payload, person, now: new Date() })
    return downloadOf({ payload, copy, format, locale: person.locale })
  }

  async function forget(c: Context, token: string, locale: Locale, sent: URLSearchParams) {
    const choice = ERASURE_CHOICES.find((one) => one === sent.get('choice'))
    if (!choice) return answer(200, choicePage(token, locale))
    if (sent.get('sure') !== 'yes') return answer(200, surePage(token, locale, choice))
    const erased = await eraseByLink({ payload, token, choice, now: new Date() })
    if (!erased) return over(c)
    const content = [
      h('p', words('page-done-text', locale)),
      ...(erased.sealed ? [h('p', words('done-sealed', locale))] : []),
      h('p', words('done-again', locale)),
    ]
    return answer(200, { locale, title: words('page-done', locale), content })
  }

  const path = `${PRIVACY_PATH}:token`
  pages.get(path, async (c) => {
    const token = c.req.param('token')
    const link = await readLink({ payload, token, now: new Date() })
    if (link?.act === 'copy') return answer(200, copyPage(token, link.locale))
    return link?.act === 'erase' ? answer(200, choicePage(token, link.locale)) : over(c)
  })
  pages.post(path, async (c) => {
    await boundBody(c, LARGEST_FORM)
    const token = c.req.param('token')
    const link = await readLink({ payload, token, now: new Date() })
    if (!link) return over(c)
    const sent = new URLSearchParams(await c.req.text())
    if (link.act === 'copy') return open(c, token)
    if (link.act === 'download') return download(c, token, sent.get('as'))
    return forget(c, token, link.locale, sent)
  })
  pages.all(path, (c) => tell(c, 405, 'over', { Allow: 'GET, HEAD, POST' }))
  pages.notFound(over)
  pages.onError((err, c) => {
    if (err instanceof Refusal && err.code === 'too-large') return tell(c, 413, 'over')
    payload.logger.error({ err, msg: 'A page of a privacy mail could not be shown.' })
    return tell(c, 503, 'away')
  })
  return pages
}

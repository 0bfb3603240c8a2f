import { EMPTY_FORM, type FormValues } from '@ovoz/widget/markup.ts'
import type { Context, Hono } from 'hono'
import { type Client, createClient, type Locale, OvozError } from 'ovoz/client'

import { answerPage, makeAnswer } from '../answer.tsx'
import type { Ground } from '../app.ts'
import { readBody } from '../body.ts'
import { ownAddress, readWishes, type Returned } from '../discussion.ts'
import { inLocale, LOCALES } from '../links.ts'
import { askFor } from '../reader.ts'
import { PAGES } from '../pages/index.ts'
import { textsIn } from '../texts/index.ts'

/** The pages that have a discussion, by what is discussed there. */
const PLACES = ['posts', 'events'] as const

type Told = { redirect: string } | { status: number; retryAfter: number | null; returned: Returned }
type Act = { client: Client; form: URLSearchParams; page: string; on: string; locale: Locale }

/** What the API has against a form, or that it does not answer, and in how many seconds it may be sent again. */
export function problemOf(error: unknown, locale: Locale) {
  const retryAfter = error instanceof OvozError ? error.retryAfter : null
  return error instanceof OvozError && error.status < 500
    ? {
        status: error.status,
        retryAfter,
        faults: { problem: error.errors.length ? null : error.message, errors: error.errors },
      }
    : { status: 503, retryAfter, faults: { problem: textsIn(locale)('unsent'), errors: [] } }
}

const typedIn = (form: URLSearchParams): FormValues => ({
  name: form.get('name') ?? '',
  email: form.get('email') ?? '',
  url: form.get('url') ?? '',
  body: form.get('body') ?? '',
  notify: form.get('notify') === 'replies',
})

/** A comment that was written without a script: kept, and shown to its writer; or the form again, as it was typed. */
async function submit({ client, form, page, on, locale }: Act): Promise<Told> {
  const { notify, ...values } = typedIn(form)
  try {
    const receipt = await client.comments.submit({
      ...values,
      on,
      parent: form.get('parent') || null,
      notify: notify ? 'replies' : 'none',
      website: form.get('website') || null,
      locale,
    })
    return { redirect: ownAddress({ page, id: receipt.id, token: receipt.manageToken, done: 'sent' }) }
  } catch (error) {
    const { faults, ...refused } = problemOf(error, locale)
    const isClosed = error instanceof OvozError && error.code === 'closed'
    return {
      ...refused,
      returned: {
        form: { ...EMPTY_FORM, ...faults, values: typedIn(form) },
        ...(isClosed && { closedReason: error.message }),
      },
    }
  }
}

/** What a writer does to a comment of one's own, by its private address. */
async function changeOwn(
  { client, form, page, locale }: Act,
  { own, mode }: { own: { id: string; token: string }; mode: string },
): Promise<Told> {
  try {
    if (mode === 'withdraw') {
      await client.comments.withdraw(own.id, own.token)
      return { redirect: ownAddress({ page, ...own, done: 'withdrawn' }) }
    }
    await client.comments.edit(own.id, own.token, { body: form.get('body') ?? '' })
    return { redirect: ownAddress({ page, ...own, done: 'saved' }) }
  } catch (error) {
    const { faults, ...refused } = problemOf(error, locale)
    const message = faults.problem ?? faults.errors.map((one) => one.message).join(' ')
    return { ...refused, returned: { edit: { typed: form.get('body') ?? undefined, error: message } } }
  }
}

/** Forms of a discussion, sent to the page they stand on. */
export function addDiscussions(app: Hono, ground: Ground) {
  async function answer(c: Context, locale: Locale, place: (typeof PLACES)[number]) {
    const body = await readBody(c)
    if (body === null) return c.text('This is too large.', 413)
    const url = new URL(c.req.url)
    const wishes = readWishes(url.searchParams)
    const act = {
      client: createClient({ url: ground.settings.API_URL, locale, fetch: askFor(c, ground) }),
      form: new URLSearchParams(body.toString()),
      page: url.pathname,
      on: `${place}/${c.req.param('slug')}`,
      locale,
    }
    const told = wishes.own ? await changeOwn(act, { own: wishes.own, mode: wishes.mode }) : await submit(act)
    if ('redirect' in told) {
      // What was refused has changed nothing, so that nobody can empty what is kept by sending faults.
      ground.source.expire()
      return c.redirect(told.redirect, 303)
    }
    // The form comes back at its place: below the comment it answers.
    const parent = act.form.get('parent')
    if (parent) url.searchParams.set('reply', parent)
    const make = PAGES.find(([path]) => path === `/${place}/:slug`)![1]
    return answerPage(
      c,
      await makeAnswer({ ground, url: url.href, locale, make, params: c.req.param(), ...told }),
    )
  }

  for (const locale of LOCALES) {
    for (const place of PLACES) {
      app.post(inLocale(locale, `/${place}/:slug`), (c) => answer(c, locale, place))
    }
  }
}

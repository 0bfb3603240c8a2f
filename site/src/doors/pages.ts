import type { Context, Hono } from 'hono'

import type { Ground } from '../app.ts'
import { type Answered, answerPage, makeAnswer } from '../answer.tsx'
import { DEFAULT_LOCALE, inLocale, LOCALES } from '../links.ts'
import { PAGES } from '../pages/index.ts'

/** Every page under its address in every language, and the page for what is not there. */
export function addPages(app: Hono, ground: Ground) {
  const send = (c: Context, answered: Promise<Answered>) => answered.then((one) => answerPage(c, one))
  for (const locale of LOCALES) {
    for (const [path, make] of PAGES) {
      app.get(inLocale(locale, path), (c) =>
        send(c, makeAnswer({ ground, url: c.req.url, locale, make, params: c.req.param() })),
      )
    }
  }
  // The default language has no prefix; whoever writes one is led to the page all the same.
  app.get(`/${DEFAULT_LOCALE}/*`, (c) => c.redirect(c.req.path.slice(3) || '/', 301))
  app.get(`/${DEFAULT_LOCALE}`, (c) => c.redirect('/', 301))
  app.notFound((c) => send(c, makeAnswer({ ground, url: c.req.url, make: 'not-found' })))
}

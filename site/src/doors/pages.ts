import type { Context, Hono } from 'hono'

import type { Ground } from '../app.ts'
import { answerPage, makeAnswer } from '../answer.tsx'
import { inLocale, LOCALES } from '../links.ts'
import { PAGES } from '../pages/index.ts'

/** Every page under its address in every language, and the page for what is not there. */
export function addPages(app: Hono, ground: Ground) {
  for (const locale of LOCALES) {
    for (const [path, make] of PAGES) {
      app.get(inLocale(locale, path), async (c: Context) =>
        answerPage(c, await makeAnswer({ ground, url: c.req.url, locale, make, params: c.req.param() })),
      )
    }
  }
  app.notFound(async (c) => answerPage(c, await makeAnswer({ ground, url: c.req.url, make: 'not-found' })))
}

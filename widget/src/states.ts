import { type Locale, OvozError } from 'ovoz/client'

import { type Html, markup } from './escape.ts'
import { say } from './texts/index.ts'
import type { Links } from './view.ts'

const LINES = Array.from({ length: 6 }, () => markup`<span .line></span>`)

/** While the thread is on its way. */
export const waiting = (locale: Locale): Html =>
  markup`<section class="ovoz" part="discussion" lang="${locale}" aria-busy="true" tabindex="-1">
    <p .said role="status"></p>
    <div .skeleton aria-hidden="true">${LINES}</div>
    </section>`

/** When it did not come: why, where the API said so, and another try. */
export const failure = (locale: Locale, error: unknown): Html =>
  markup`<section class="ovoz" part="discussion" lang="${locale}">
    <div .failed role="alert"><p>${say(locale, 'loadFailed')} ${error instanceof OvozError && error.message}</p>
    <button .button type="button">${say(locale, 'tryAgain')}</button></div>
    </section>`

/** The addresses of a discussion that lives in one page: places in it. */
export const elementLinks = (api: string): Links => ({
  action: `${api.replace(/\/+$/, '')}/api/v1/comments`,
  reply: () => '#respond',
  cancelReply: '#respond',
  order: () => '#comments',
  page: () => '#comments',
  first: null,
  all: '#comments',
  permalink: (id) => `#comment-${id}`,
  report: (id) => `#comment-${id}`,
  own: (id) => `#comment-${id}`,
})

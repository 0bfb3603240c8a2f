import { createHash } from 'node:crypto'

import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

import type { Locale } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import { isVerdict, type Verdict, VERDICTS, whyItWaits } from './decision.ts'
import { DESK } from './letter.ts'
import type { Opened } from './service.ts'
import { askKey, doKey, isKey, doneKey, momentIn, whyKey, wordIn } from './words.ts'

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--muted:#556070;--paper:#fff;--line:#c9d2dc;--accent:#0b6b5d;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf1;--muted:#a9b4c1;--paper:#161b22;--line:#465160;--accent:#5fd0bd;--on:#0c1a17}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.3rem;line-height:1.3;margin:0 0 1rem}
h1,p,blockquote,dd{overflow-wrap:anywhere}
a{color:var(--accent)}
blockquote{margin:.25rem 0 1rem;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);white-space:pre-line}
dl{margin:0 0 1.5rem}
dt{color:var(--muted)}
dd{margin:0 0 .5rem}
button{width:100%;min-height:3rem;padding:.7rem 1rem;border:0;border-radius:.4rem;background:var(--accent);color:var(--on);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.name{font-weight:600;margin:0}
.others a{display:inline-block;padding:.7rem 1rem .7rem 0}
`

/** What such a page may do: wear its own style, and send its one form to where it is from. */
export const PAGE_HEADERS: Record<string, string> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    // The icon that says there is none.
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
}

/** Whatever is put into it is text: hast knows no other way to say it. */
const toPage = ({ locale, title, content }: { locale: Locale; title: string; content: ElementContent[] }) =>
  `<!doctype html>${toHtml(
    h('html', { lang: locale }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'robots', content: 'noindex, nofollow' }),
        h('title', `${title} · Ovoz`),
        h('link', { rel: 'icon', href: 'data:,' }),
        h('style', STYLE),
      ]),
      h('body', [h('main', [h('h1', title), ...content])]),
    ]),
  )}`

const toDesk = (locale: Locale) =>
  h('p', [h('a', { href: `${settings.PUBLIC_URL}${DESK}` }, wordIn(locale)('desk'))])

function commentOf({ comment, moderator: { locale }, state }: Opened): ElementContent[] {
  if (!comment) return []
  const word = wordIn(locale)
  return [
    h('p', [comment.title || word('page-gone')]),
    h('p', { className: ['name'] }, comment.name || word('anonymous')),
    h('blockquote', comment.body),
    h('dl', [
      h('dt', word('written')),
      h('dd', momentIn(locale, comment.editedAt ?? comment.createdAt)),
      ...(comment.status === 'pending'
        ? [h('dt', word('why')), h('dd', word(whyKey(whyItWaits({ state, editedAt: comment.editedAt }))))]
        : []),
    ]),
  ]
}

/** Asks, by a form with one button; `verdict` is that of the link. */
export function askPage({ opened, verdict }: { opened: Opened; verdict: Verdict }): string {
  const { comment, moderator } = opened
  const { locale } = moderator
  const word = wordIn(locale)
  if (!comment || comment.status !== 'pending') return decidedPage(opened)
  return toPage({
    locale,
    title: word(askKey(verdict)),
    content: [
      ...commentOf(opened),
      h('form', { method: 'post' }, [
        h('input', { type: 'hidden', name: 'to', value: verdict }),
        h('input', { type: 'hidden', name: 'seen', value: String(comment.revision) }),
        h('button', { type: 'submit' }, word(doKey(verdict))),
      ]),
      h('nav', { className: ['others'], ariaLabel: word('instead') }, [
        h('p', [
          `${word('instead')}: `,
          ...VERDICTS.filter((other) => other !== verdict).map((other) =>
            h('a', { href: `?to=${other}` }, word(other)),
          ),
        ]),
      ]),
    ],
  })
}

/** It was decided before: nothing is asked. */
function decidedPage(opened: Opened): string {
  const { comment, moderator } = opened
  const { locale } = moderator
  const word = wordIn(locale)
  const { status, movedBy, isWithdrawn } = comment ?? {}
  const by = movedBy && !isWithdrawn ? word('decided-by', { name: movedBy }) : ''
  return toPage({
    locale,
    title: isVerdict(status) ? word(isKey(status)) : word('is-gone'),
    content: [h('p', isWithdrawn ? word('withdrawn') : by), ...commentOf(opened), toDesk(locale)],
  })
}

/** Nothing was done, because it is not what was read. */
export function latePage({ opened, verdict }: { opened: Opened; verdict: Verdict }): string {
  if (opened.comment?.status !== 'pending') return decidedPage(opened)
  const { locale } = opened.moderator
  const word = wordIn(locale)
  return toPage({
    locale,
    title: word('changed-title'),
    content: [h('p', word('changed')), h('p', [h('a', { href: `?to=${verdict}` }, word('again'))])],
  })
}

export function donePage({
  moderator,
  verdict,
}: {
  moderator: Opened['moderator']
  verdict: Verdict
}): string {
  const { locale, name } = moderator
  const word = wordIn(locale)
  return toPage({
    locale,
    title: word(doneKey(verdict)),
    content: [h('p', word('done-by', { name })), toDesk(locale)],
  })
}

/** One answer for every link that does not work, so that nothing is to be learnt from it. */
export const refusedPage = (locale: Locale): string => {
  const word = wordIn(locale)
  return toPage({
    locale,
    title: word('refused-title'),
    content: [h('p', word('refused')), toDesk(locale)],
  })
}

export const awayPage = (locale: Locale): string =>
  toPage({ locale, title: wordIn(locale)('away'), content: [] })

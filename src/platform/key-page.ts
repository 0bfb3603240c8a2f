import { createHash } from 'node:crypto'

import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

import type { Locale } from '../contract/index.ts'

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
fieldset{margin:0 0 1.5rem;padding:0;border:0}
legend{padding:0;margin:0 0 .5rem}
label{display:flex;gap:.6rem;padding:.7rem 0 .2rem;font-weight:600}
label+p{margin:0 0 .5rem;color:var(--muted)}
input[type=radio]{flex:none;width:1.3rem;height:1.3rem;margin:.1rem 0 0}
form+form{margin-top:1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
.name{font-weight:600;margin:0}
.others a{display:inline-block;padding:.7rem 1rem .7rem 0}
`

/**
 * What a page may do whose address is a key, such as those that mails lead to: wear its own style, and send its one form to
 * where it is from. Nobody keeps it, nobody frames it, and no link of it hands its address on.
 */
export const KEY_PAGE_HEADERS: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
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

/** Such a page. Whatever is put into it is text: hast knows no other way to say it. */
export const toKeyPage = ({
  locale,
  title,
  content,
}: {
  locale: Locale
  title: string
  content: ElementContent[]
}) =>
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

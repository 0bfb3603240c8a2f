import type { Locale } from '../contract/index.ts'
import { cleanLine, cleanText } from '../platform/text.ts'
import { type Html, markup } from './html.ts'

/** A link; the first one of a row stands out. `url` is an http or https address. */
export type Action = { text: string; url: string }

/** A part of a mail. Every text may come from a stranger: it is cleaned and escaped here. */
export type Part =
  /** A paragraph; its line ends are kept. */
  | string
  | { heading: string }
  /** Somebody's words, and whose; set apart, so that they cannot pass for ours. */
  | { quote: string; by?: string }
  /** Names and values, a line each. */
  | { facts: [name: string, value: string][] }
  | { actions: Action[] }

export type Draft = {
  locale: Locale
  title: string
  paragraphs: Part[]
  /** Below the paragraphs. */
  actions?: Action[]
  /** Why this came and how to end it, in small letters. */
  footer?: (string | Action)[]
}

/**
 * A mail in both its forms: plain text, and HTML of one column that fits a phone, without a picture, a script or
 * anything else to load.
 * @throws Error where an action leads anywhere but to an http or https address
 */
export function renderMail({ locale, title, paragraphs, actions = [], footer = [] }: Draft): {
  text: string
  html: string
} {
  const parts = [...paragraphs, ...(actions.length ? [{ actions }] : [])]
  const heading = cleanLine(title)
  const text = [heading, ...parts.map(partAsText), ...(footer.length ? [footerAsText(footer)] : [])]
    .filter(Boolean)
    .join('\n\n')
  return { text: `${text}\n`, html: String(page({ locale, heading, parts, footer })) }
}

function checked({ text, url }: Action): Action {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new Error('A link in a mail must be an http or https address.')
  return { text: cleanLine(text), url: new URL(url).href }
}

const actionAsText = (action: Action) => {
  const { text, url } = checked(action)
  return `${text}:\n${url}`
}

/** Each line is marked, so that no line of a stranger's begins a part of ours. */
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>')

function partAsText(part: Part): string {
  if (typeof part === 'string') return cleanText(part)
  if ('heading' in part) return `## ${cleanLine(part.heading)}`
  if ('facts' in part)
    return part.facts.map(([name, value]) => `${cleanLine(name)}: ${cleanLine(value)}`).join('\n')
  if ('actions' in part) return part.actions.map(actionAsText).join('\n\n')
  return [...(part.by ? [`${cleanLine(part.by)}:`] : []), quoted(cleanText(part.quote))].join('\n')
}

// Two dashes and a space begin what mail programs show smaller and leave out of answers.
const footerAsText = (footer: (string | Action)[]) =>
  `-- \n${footer.map((one) => (typeof one === 'string' ? cleanText(one) : actionAsText(one))).join('\n\n')}`

const INK = '#1c2430'
const MUTED = '#5b6675'
const ACCENT = '#0b6b5d'

const P = 'margin:0 0 16px;white-space:pre-line;overflow-wrap:anywhere'
const BUTTON = `display:inline-block;margin:0 8px 12px 0;padding:12px 20px;border:1px solid ${ACCENT};border-radius:6px;font-weight:600;text-decoration:none`
const MAIN = `${BUTTON};background:${ACCENT};color:#ffffff`
const OTHER = `${BUTTON};color:${ACCENT}`
const QUOTE = `margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #c9d2dc;white-space:pre-line;overflow-wrap:anywhere`

function partAsHtml(part: Part): Html {
  if (typeof part === 'string') return markup`<p style="${P}">${cleanText(part)}</p>`
  if ('heading' in part)
    return markup`<h2 style="margin:24px 0 8px;font-size:17px;line-height:1.35;overflow-wrap:anywhere">
      ${cleanLine(part.heading)}</h2>`
  if ('facts' in part)
    return markup`<p style="${P}">${part.facts.map(
      ([name, value], i) =>
        markup`${i ? markup`<br>` : null}<span style="color:${MUTED}">${cleanLine(name)}:</span> ${cleanLine(value)}`,
    )}</p>`
  if ('actions' in part)
    return markup`<p style="margin:0 0 8px">${part.actions
      .map(checked)
      .map(({ text, url }, i) => markup`<a href="${url}" style="${i ? OTHER : MAIN}">${text}</a>`)}</p>`
  const { by, quote } = part
  return markup`${by ? markup`<p style="margin:0 0 6px;font-weight:600;overflow-wrap:anywhere">${cleanLine(by)}</p>` : null}
    <blockquote style="${QUOTE}">${cleanText(quote)}</blockquote>`
}

function footerAsHtml(footer: (string | Action)[]): Html | null {
  if (!footer.length) return null
  const lines = footer.map((one) => {
    if (typeof one === 'string') return markup`<p style="margin:0 0 8px">${cleanText(one)}</p>`
    const { text, url } = checked(one)
    return markup`<p style="margin:0 0 8px"><a href="${url}" style="color:${MUTED}">${text}</a></p>`
  })
  return markup`<div style="margin-top:24px;padding-top:12px;border-top:1px solid #dde3ea;
    font-size:13px;line-height:1.5;color:${MUTED}">${lines}</div>`
}

type Page = { locale: Locale; heading: string; parts: Part[]; footer: (string | Action)[] }

const page = ({ locale, heading, parts, footer }: Page) => markup`<!doctype html>
  <html lang="${locale}">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${heading}</title>
  </head>
  <body style="margin:0;padding:0;background:#f3f5f7">
  <div style="max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;color:${INK};
    font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:16px;line-height:1.5">
  <h1 style="margin:0 0 16px;font-size:21px;line-height:1.3;overflow-wrap:anywhere">${heading}</h1>
  ${parts.map(partAsHtml)}
  ${footerAsHtml(footer)}
  </div>
  </body>
  </html>`

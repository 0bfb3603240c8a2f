import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { LinkifyIt } from 'linkify-it'

declare const safe: unique symbol
/** HTML that can stand in a page as it is. Only code that builds trees and serialises them makes it. */
export type SafeHtml = string & { readonly [safe]: true }

// Only addresses that say http or https themselves; neither e-mail addresses nor words that merely look like a host.
const links = new LinkifyIt()
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null)
  .set({ fuzzyEmail: false, fuzzyIP: false, fuzzyLink: false })

const LONGEST_SHOWN = 60

// Anything that could be markup, or that a serialiser would write in another way, and addresses. Most comments have
// none of it, and are a twentieth of the work without a tree.
const NEEDS_TREE = /[<>&"'`\r\0]|:\/\//

function* inline(line: string): Generator<ElementContent> {
  let end = 0
  for (const { index, lastIndex, url, schema } of links.match(line) ?? []) {
    if (schema !== 'http:' && schema !== 'https:') continue
    if (index > end) yield { type: 'text', value: line.slice(end, index) }
    const signs = [...url]
    const shown = signs.length > LONGEST_SHOWN ? `${signs.slice(0, LONGEST_SHOWN - 1).join('')}…` : url
    yield h('a', { href: url, rel: ['ugc', 'nofollow', 'noopener'] }, shown)
    end = lastIndex
  }
  if (end < line.length) yield { type: 'text', value: line.slice(end) }
}

/**
 * Plain text as HTML: paragraphs at empty lines, line breaks, and bare web addresses as links that carry no
 * weight. It is built as a tree whose texts the serialiser escapes; no HTML of the writer's ever takes part.
 */
export function textToHtml(text: string): SafeHtml {
  const paragraphs = text.split(/\n{2,}/).filter(Boolean)
  if (!NEEDS_TREE.test(text)) {
    return paragraphs.map((one) => `<p>${one.replaceAll('\n', '<br>')}</p>`).join('') as SafeHtml
  }
  const tree = paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n')
    return h(
      'p',
      lines.flatMap((line, i) => [...(i ? [h('br')] : []), ...inline(line)]),
    )
  })
  return toHtml({ type: 'root', children: tree }) as SafeHtml
}

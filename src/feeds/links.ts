import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'

const absolute = (address: unknown, base: string) =>
  typeof address === 'string' && URL.canParse(address, base) ? new URL(address, base).href : address

function rewrite(node: Nodes, base: string) {
  if (node.type === 'element') {
    const { properties } = node
    for (const name of ['href', 'src'] as const) {
      if (properties[name] !== undefined) properties[name] = absolute(properties[name], base) as string
    }
  }
  if ('children' in node) for (const child of node.children) rewrite(child, base)
}

/** HTML whose links lead somewhere wherever it is shown: a feed is read far away from its page. */
export function toAbsolute({ html, base }: { html: string; base: string }): string {
  const tree = fromHtml(html, { fragment: true })
  rewrite(tree, base)
  return toHtml(tree)
}

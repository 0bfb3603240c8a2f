import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

type Node = Root | Root['children'][number]

/** Programs of our own: modules from a file, and what is no program. */
const isOurs = ({ properties }: Element) =>
  properties.type === 'application/ld+json' ||
  (properties.type === 'module' && /^\/assets\//.test(String(properties.src)))

function faultOf({ tagName, properties }: Element): string | null {
  const [handler] = Object.keys(properties).filter((name) => /^on[a-z]/i.test(name))
  if (handler) return `<${tagName} ${handler}>`
  const addresses = [
    properties.href,
    properties.src,
    properties.action,
    properties.srcDoc,
    properties.xLinkHref,
  ]
  const leads = addresses.find((one) => /^\s*(javascript|data|vbscript):/i.test(String(one ?? '')))
  return leads === undefined ? null : `<${tagName} ${String(leads).slice(0, 40)}>`
}

/** What would act in a page, as a browser reads it, and is not of the page itself. */
export function whatActs(html: string): string[] {
  const found: string[] = []
  const visit = (node: Node) => {
    if (node.type === 'element') {
      const { tagName } = node
      if (['iframe', 'object', 'embed', 'base', 'style'].includes(tagName)) found.push(`<${tagName}>`)
      if (tagName === 'script' && !isOurs(node)) found.push('<script>')
      const fault = faultOf(node)
      if (fault) found.push(fault)
    }
    if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  visit(fromHtml(html))
  return found
}

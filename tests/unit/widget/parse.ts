import { fromHtml } from 'hast-util-from-html'

type Node = { tagName?: string; properties?: Record<string, unknown>; children?: Node[]; value?: string }

/** What a browser makes of markup: its tags, the names of their attributes, and the text of its first textarea. */
export function hastFrom(html: string) {
  const tags: string[] = []
  const attributes: string[] = []
  let textarea: string | null = null
  const visit = (node: Node) => {
    if (node.tagName) tags.push(node.tagName)
    attributes.push(...Object.keys(node.properties ?? {}))
    if (node.tagName === 'textarea' && textarea === null)
      textarea = (node.children ?? []).map(({ value }) => value ?? '').join('')
    node.children?.forEach(visit)
  }
  visit(fromHtml(html, { fragment: true }) as Node)
  return { tags, attributes, textarea }
}

/**
 * Pure work on rich text, as Lexical keeps it: a tree of `{type, children?, …}` below `root`.
 */
export type BodyNode = { type: string; children?: BodyNode[]; [key: string]: unknown }
export type BodyState = { root: BodyNode }

/** Every kind of node an article may hold; the editor offers no other, and what arrives otherwise is taken out. */
const NODE_TYPES = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'linebreak',
  'tab',
  'list',
  'listitem',
  'quote',
  'link',
  'autolink',
  'horizontalrule',
  'upload',
  'relationship',
])

/** The collections a reference in a body may point to. */
const REFERABLE = new Set(['quotes'])

export const isBody = (value: unknown): value is BodyState =>
  typeof value === 'object' && value !== null && 'root' in value && isNode(value.root)

const isNode = (value: unknown): value is BodyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/**
 * Whether a link may stand in an article: to the web, a mailbox, a telephone, or within the site. Browsers leave gaps and
 * control signs out and read a backslash as a slash, so `/\host` would lead away from here.
 */
export const isSafeLink = (url: unknown): url is string =>
  typeof url === 'string' && /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(url.replace(/[\s\p{C}]/gu, ''))

/** The id a reference holds, whether or not the document was loaded into it. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id)
  return null
}

/**
 * A body with nothing in it that could harm a reader: unknown nodes give way to their text, unsafe links to their
 * words, styles are dropped, references keep only the id they point to.
 */
export function cleanBody(body: BodyState): BodyState {
  return { root: { ...cleanNode({ ...body.root, type: 'root' })[0]! } }
}

const SAFE_KEYS = [
  'type',
  'version',
  'direction',
  'format',
  'indent',
  'tag',
  'listType',
  'start',
  'value',
  'checked',
  'detail', // prettier-ignore
  'mode',
  'text',
  'textFormat',
  'textStyle',
  'id',
  'fields',
  'relationTo', // prettier-ignore
] as const

const TAGS = new Set(['h2', 'h3', 'h4', 'ul', 'ol'])
const LIST_TYPES = new Set(['bullet', 'number', 'check'])

function cleanNode(node: BodyNode): BodyNode[] {
  const children = (node.children ?? []).filter(isNode).flatMap(cleanNode)
  if (!NODE_TYPES.has(node.type)) return children
  const clean: BodyNode = { type: node.type }
  for (const key of SAFE_KEYS) if (node[key] !== undefined) clean[key as string] = node[key]
  if (clean.textStyle !== undefined) clean.textStyle = ''
  if (clean.tag !== undefined && !TAGS.has(String(clean.tag))) delete clean.tag
  if (clean.listType !== undefined && !LIST_TYPES.has(String(clean.listType))) delete clean.listType
  if (node.type === 'text') return typeof node.text === 'string' ? [{ ...clean, style: '' }] : []
  if (node.children) clean.children = children

  if (node.type === 'upload' || node.type === 'relationship') {
    const value = idOf(node.value)
    const known =
      node.type === 'upload' ? node.relationTo === 'media' : REFERABLE.has(String(node.relationTo))
    return value && known ? [{ ...clean, value, ...(node.type === 'upload' && { fields: {} }) }] : []
  }
  if (node.type === 'link' || node.type === 'autolink') {
    const { url, newTab } = (node.fields ?? {}) as { url?: unknown; newTab?: unknown }
    if (!isSafeLink(url)) return children
    return [{ ...clean, fields: { linkType: 'custom', url: url.trim(), newTab: newTab === true } }]
  }
  if (clean.fields !== undefined) delete clean.fields
  return [clean]
}

/** The ids of the documents of one collection that a body refers to, in order, each once. */
export function referencesIn({ body, collection }: { body: BodyState; collection: string }): string[] {
  const found = new Set<string>()
  const walk = (node: BodyNode) => {
    const id = node.relationTo === collection ? idOf(node.value) : null
    if (id) found.add(id)
    node.children?.forEach(walk)
  }
  walk(body.root)
  return [...found]
}

const HASHTAG = /^#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)$/u

/**
 * Hashtags that end an article (`#GenderandDevelopment #OSCE`) are its tags: the last paragraph, when it holds
 * nothing else, is taken off and its words are given back without the sign, each once.
 */
export function takeHashtags(body: BodyState): { body: BodyState; hashtags: string[] } {
  const children = [...(body.root.children ?? [])]
  while (children.length && textOf(children.at(-1)!).trim() === '' && children.at(-1)!.type === 'paragraph')
    children.pop()
  const last = children.at(-1)
  const words = last?.type === 'paragraph' ? textOf(last).trim().split(/\s+/) : []
  const hashtags = words.map((word) => HASHTAG.exec(word.replace(/[,;.]$/, ''))?.[1])
  if (!hashtags.length || hashtags.some((tag) => tag === undefined)) return { body, hashtags: [] }
  const unique = new Map(hashtags.map((tag) => [tag!.toLowerCase(), tag!]))
  return { body: { root: { ...body.root, children: children.slice(0, -1) } }, hashtags: [...unique.values()] }
}

const textOf = (node: BodyNode): string =>
  node.type === 'linebreak'
    ? ' '
    : typeof node.text === 'string'
      ? node.text
      : (node.children ?? []).map(textOf).join('')

/** The paragraphs of a body as plain text, an empty line between them. */
export const paragraphsOf = (body: BodyState): string =>
  (body.root.children ?? [])
    .filter(({ type }) => type === 'paragraph')
    .map((node) => textOf(node).trim())
    .filter(Boolean)
    .join('\n\n')

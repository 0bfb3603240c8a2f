import type { BodyNode } from '../content/body.ts'
import type { Post } from '../payload-types.ts'

/** A rich text as the collections take it. */
export type Body = NonNullable<Post['body']>

type Child = string | BodyNode

const FRAME = { version: 1, direction: null, format: '', indent: 0 } as const

const text = (words: string): BodyNode => ({
  type: 'text',
  text: words,
  version: 1,
  format: 0,
  mode: 'normal',
  style: '',
  detail: 0,
})

const spread = (children: Child[]) =>
  children.map((child) => (typeof child === 'string' ? text(child) : child))

export const paragraph = (...children: Child[]): BodyNode => ({
  ...FRAME,
  type: 'paragraph',
  children: spread(children),
  textFormat: 0,
  textStyle: '',
})

export const heading = (words: string): BodyNode => ({
  ...FRAME,
  type: 'heading',
  tag: 'h2',
  children: [text(words)],
})

export const link = ({ url, words }: { url: string; words: string }): BodyNode => ({
  ...FRAME,
  type: 'link',
  version: 3,
  fields: { linkType: 'custom', url, newTab: false },
  children: [text(words)],
})

export const list = (...items: string[]): BodyNode => ({
  ...FRAME,
  type: 'list',
  listType: 'bullet',
  tag: 'ul',
  start: 1,
  children: items.map((item, i) => ({ ...FRAME, type: 'listitem', value: i + 1, children: [text(item)] })),
})

export const quoteRef = (id: string): BodyNode => ({
  type: 'relationship',
  relationTo: 'quotes',
  value: id,
  version: 2,
  format: '',
})

export const picture = (id: string): BodyNode => ({
  type: 'upload',
  relationTo: 'media',
  value: id,
  version: 3,
  format: '',
  fields: {},
})

/** The paragraph that ends an article and becomes its tags when it is saved. */
export const hashtags = (...words: string[]) => paragraph(words.map((word) => `#${word}`).join(' '))

export const bodyOf = (children: BodyNode[]): Body => ({
  root: {
    ...FRAME,
    type: 'root',
    // Every builder above states the version the editor asks of a node.
    children: children as Body['root']['children'],
  },
})

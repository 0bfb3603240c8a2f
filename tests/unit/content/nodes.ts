import type { BodyNode, BodyState } from '../../../src/content/body.ts'

/** Rich text written short. */
export const text = (words: string, format = 0): BodyNode => ({ type: 'text', text: words, format })
export const paragraph = (...children: (BodyNode | string)[]): BodyNode => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
export const link = (url: unknown, words: string, more = {}): BodyNode => ({
  type: 'link',
  fields: { linkType: 'custom', url, newTab: false, ...more },
  children: [text(words)],
})
export const quoteRef = (value: unknown): BodyNode => ({ type: 'relationship', relationTo: 'quotes', value })
export const pictureRef = (value: unknown): BodyNode => ({ type: 'upload', relationTo: 'media', value })
export const bodyOf = (...children: BodyNode[]): BodyState => ({ root: { type: 'root', children } })

import { convertLexicalToHTML, type HTMLConverters } from '@payloadcms/richtext-lexical/html'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

import type { Body, Image, Quote } from '../contract/index.ts'
import { type BodyNode, type BodyState, cleanBody, idOf } from './body.ts'

/** What a body may show, by id: a reference to anything else leaves no trace. */
export type Shown = { quotes: Map<string, Quote>; media: Map<string, Image> }

/** What may stand in the HTML of an article. The converters make no more; this holds should they ever. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: ['p', 'br', 'h2', 'h3', 'h4', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'a', 'ul', 'ol', 'li', 'blockquote', 'hr', 'figure', 'figcaption', 'cite', 'img'], // prettier-ignore
  attributes: {
    a: ['href', 'rel', 'target'],
    figure: [['className', 'quote', 'picture']],
    img: ['src', 'srcSet', 'sizes', 'alt', 'width', 'height', ['loading', 'lazy']],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  clobberPrefix: '',
  strip: ['script', 'style'],
}

/** Lexical's marks of a text, one bit each, and the element for it. */
const MARKS: [bit: number, tag: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

const markedText = (text: string, format: unknown) =>
  MARKS.reduce<ElementContent>((inner, [bit, tag]) => (Number(format) & bit ? h(tag, [inner]) : inner), {
    type: 'text',
    value: text,
  })

const speakerLine = ({ speaker, role, organization }: Quote) =>
  [speaker.name, role, organization?.name].filter(Boolean).join(', ')

const quoteFigure = (quote: Quote) =>
  h('figure', { className: ['quote'] }, [
    h(
      'blockquote',
      quote.text.split(/\n+/).map((line) => h('p', line)),
    ),
    h('figcaption', speakerLine(quote)),
  ])

const pictureFigure = ({ url, alt, width, height, credit, variants }: Image) =>
  h('figure', { className: ['picture'] }, [
    h('img', {
      src: url,
      srcSet: variants.map((one) => `${one.url} ${one.width}w`).join(', ') || undefined,
      sizes: variants.length ? '(min-width: 48rem) 44rem, 100vw' : undefined,
      alt,
      width,
      height,
      loading: 'lazy',
    }),
    ...(credit ? [h('figcaption', credit)] : []),
  ])

const converters =
  (shown: Shown) =>
  ({ defaultConverters }: { defaultConverters: object }): HTMLConverters => ({
    ...defaultConverters,
    // Marks as elements; the converter of Payload's would write some of them as styles.
    text: ({ node }) => toHtml(markedText(node.text, node.format)),
    relationship: ({ node }) => {
      const quote = shown.quotes.get(idOf(node.value) ?? '')
      return quote ? toHtml(quoteFigure(quote)) : ''
    },
    upload: ({ node }) => {
      const image = shown.media.get(idOf(node.value) ?? '')
      return image ? toHtml(pictureFigure(image)) : ''
    },
    unknown: '',
  })

/** Takes out of a body what may not be shown: quotes without consent or before their time, pictures that are gone. */
function showable(node: BodyNode, shown: Shown): BodyNode[] {
  const id = idOf(node.value) ?? ''
  if (node.type === 'relationship' && !shown.quotes.has(id)) return []
  if (node.type === 'upload' && !shown.media.has(id)) return []
  return [
    { ...node, ...(node.children && { children: node.children.flatMap((child) => showable(child, shown)) }) },
  ]
}

/** A body in the three forms of the public answer. Only what is in `shown` stands in any of them. */
export function toPublicBody({ body, shown }: { body: BodyState | null; shown: Shown }): Body {
  if (!body) return { html: '', text: '', lexical: { root: { type: 'root', children: [] } } }
  const state = { root: showable(cleanBody(body).root, shown)[0]! }
  const data = state as unknown as Parameters<typeof convertLexicalToHTML>[0]['data']
  const html = convertLexicalToHTML({
    data,
    converters: converters(shown),
    disableContainer: true,
    disableIndent: true,
    disableTextAlign: true,
  })
  const text = convertLexicalToPlaintext({
    data,
    converters: {
      relationship: ({ node }: { node: { value?: unknown } }) => {
        const quote = shown.quotes.get(idOf(node.value) ?? '')!
        return `\n\n“${quote.text}” — ${speakerLine(quote)}`
      },
      upload: () => '',
    } as never,
  })
  return {
    html: toHtml(sanitize(fromHtml(html, { fragment: true }), SCHEMA)),
    text: text.trim(),
    lexical: state,
  }
}

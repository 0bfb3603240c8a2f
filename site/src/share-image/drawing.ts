import { createHash } from 'node:crypto'
import { join } from 'node:path'

import type { Locale } from 'ovoz/client'
import type { OverlayOptions } from 'sharp'

import { fit } from './fitting.ts'
import {
  BAND,
  COLOURS,
  EDGE,
  FOOT_TOP,
  FOOT_WIDTH,
  HEIGHT,
  MOST_TEXT,
  NAME_SIZE,
  RULE_TOP,
  SIZES,
  STANDING_SIZE,
  WIDTH,
  WORDS,
} from './layout.ts'

/** What is written on a picture for link previews. */
export type Card = {
  /** Words of somebody, set as such; or a title. */
  kind: 'quote' | 'title'
  text: string
  locale: Locale
  /** Of whom or what it is. */
  name: string | null
  /** What there is to say of that: a role, a day. */
  standing: string | null
  site: string
}

/** Raised whenever the same card is drawn differently. */
const VERSION = 1

/** Two cards that are drawn alike have the same. */
export const keyOf = (card: Card) =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, card]))
    .digest('base64url')
    .slice(0, 22)

const FONTS = {
  regular: { font: 'PT Serif', file: 'PTSerif_400Regular.ttf' },
  italic: { font: 'PT Serif Italic', file: 'PTSerif_400Regular_Italic.ttf' },
  bold: { font: 'PT Serif Bold', file: 'PTSerif_700Bold.ttf' },
} as const

const MARKS: Record<Locale, readonly [string, string]> = { en: ['“', '”'], ru: ['«', '»'], tg: ['«', '»'] }

type Run = {
  text: string
  /** Put round it in the colour of the house. */
  marks?: readonly [string, string]
  face: keyof typeof FONTS
  colour: string
  size: number
  width: number
  lineHeight?: number
}
type Drawn = { data: Buffer; width: number; height: number }

/** Pango reads markup, and no control characters; half a character would end it too. */
const escapeMarkup = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const markupOf = (text: string, marks?: Run['marks']) =>
  marks
    ? marks.map((mark) => `<span foreground="${COLOURS.accent}">${mark}</span>`).join(escapeMarkup(text))
    : escapeMarkup(text)

const asLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Sharp is large, and a site that nobody links to never needs it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** Draws cards with the fonts of a folder. */
export function createDrawing(fonts: string) {
  async function write({ text, marks, face, colour, size, width, lineHeight = 1 }: Run): Promise<Drawn> {
    const sharp = await loadSharp()
    const { font, file } = FONTS[face]
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${colour}" line_height="${lineHeight}">${markupOf(text, marks)}</span>`,
        font: `${font} ${size}`,
        fontfile: join(fonts, file),
        width,
        wrap: 'word-char',
        rgba: true,
      },
    })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  }

  async function writeWords({ kind, text, locale }: Card): Promise<Drawn> {
    const run = (line: string, size: number): Run => ({
      text: line,
      marks: kind === 'quote' ? MARKS[locale] : undefined,
      face: kind === 'quote' ? 'italic' : 'bold',
      colour: COLOURS.ink,
      size,
      width: WORDS.width,
      lineHeight: 1.02,
    })
    const fitted = await fit({
      text: asLine(text).slice(0, MOST_TEXT),
      sizes: SIZES,
      height: WORDS.height,
      measure: async (line, size) => (await write(run(line, size))).height,
    })
    return write(run(fitted.text, fitted.size))
  }

  /** One line: what does not fit on it ends with an ellipsis. */
  async function writeLine(line: Omit<Run, 'width'> & { width: number }): Promise<Drawn> {
    const oneLine = (await write({ ...line, text: 'Ҷg' })).height * 1.35
    const { text } = await fit({
      text: asLine(line.text).slice(0, MOST_TEXT),
      sizes: [line.size],
      height: oneLine,
      measure: async (tried, size) => (await write({ ...line, text: tried, size })).height,
    })
    return write({ ...line, text })
  }

  const fill = (colour: string, width: number, height: number): OverlayOptions['input'] => ({
    create: { width, height, channels: 3, background: colour },
  })

  /** A PNG of 1200 × 630 pixels. */
  return async function draw(card: Card): Promise<Buffer> {
    const sharp = await loadSharp()
    const words = await writeWords(card)
    const layers: OverlayOptions[] = [
      { input: fill(COLOURS.accent, WIDTH, BAND), left: 0, top: 0 },
      {
        input: words.data,
        left: EDGE,
        top: WORDS.top + Math.max(0, Math.round((WORDS.height - words.height) / 2)),
      },
      { input: fill(COLOURS.line, WIDTH - 2 * EDGE, 2), left: EDGE, top: RULE_TOP },
    ]
    let below = FOOT_TOP
    if (card.name) {
      const name = await writeLine({ text: card.name, face: 'bold', colour: COLOURS.ink, size: NAME_SIZE, width: FOOT_WIDTH }) // prettier-ignore
      layers.push({ input: name.data, left: EDGE, top: below })
      below += NAME_SIZE + 16
    }
    if (card.standing) {
      const standing = await writeLine({ text: card.standing, face: 'regular', colour: COLOURS.quiet, size: STANDING_SIZE, width: WORDS.width }) // prettier-ignore
      layers.push({ input: standing.data, left: EDGE, top: below })
    }
    const site = await writeLine({ text: card.site, face: 'bold', colour: COLOURS.accent, size: NAME_SIZE, width: WIDTH - 2 * EDGE - FOOT_WIDTH }) // prettier-ignore
    layers.push({ input: site.data, left: WIDTH - EDGE - site.width, top: FOOT_TOP })
    return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: COLOURS.paper } })
      .composite(layers)
      .png({ palette: true, colours: 128, compressionLevel: 9 })
      .toBuffer()
  }
}

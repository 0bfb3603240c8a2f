/** The size of a picture for link previews, in pixels: what all places that show them take. */
export const WIDTH = 1200
export const HEIGHT = 630

/** The colours of the site in the light (styles/tokens.css); a picture has no night. */
export const COLOURS = {
  paper: '#fbf8f3',
  ink: '#221b16',
  quiet: '#6b5f55',
  line: '#e3d9cb',
  accent: '#8a2c4a',
} as const

/** Where everything stands, in pixels from the left upper corner. */
export const EDGE = 84
export const BAND = 14
export const WORDS = { top: 84, width: WIDTH - 2 * EDGE, height: 330 } as const
export const RULE_TOP = 462
export const FOOT_TOP = 488
export const FOOT_WIDTH = 760

/** The sizes of the words, and of what stands below the line. */
export const SIZES = [76, 68, 62, 56, 50, 45, 40, 36, 32, 28] as const
export const NAME_SIZE = 30
export const STANDING_SIZE = 24

/** No picture holds more; what is longer need not be measured, in characters. */
export const MOST_TEXT = 2000

/** The picture of a page, as the head of the page names it: at the address of the page itself. */
export const shareImage = (path: string, alt: string) => ({
  url: `${path}.png`,
  width: WIDTH,
  height: HEIGHT,
  alt,
})

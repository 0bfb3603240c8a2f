/** The size of a picture for link previews, in pixels: what all places that show them take. */
export const WIDTH = 1200
export const HEIGHT = 630

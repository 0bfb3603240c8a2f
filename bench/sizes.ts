/** How much there is. */
export type Sizes = { articles: number; comments: number; hotComments: number }

export const FULL: Sizes = { articles: 1000, comments: 20_000, hotComments: 5000 }
/** For a try: everything is there, and nothing takes long. */
export const TINY: Sizes = { articles: 60, comments: 1200, hotComments: 300 }

/** The slug of the article everybody reads. */
export const HOT = 'hot'

/** How high a text is at a size, both in pixels. */
export type Measure = (text: string, size: number) => Promise<number>

type Question = {
  text: string
  /** The sizes that may be taken, the largest first. */
  sizes: readonly number[]
  /** How high the text may be. */
  height: number
  measure: Measure
}

/** The first size at which it fits, looked for by halves: a smaller text is never higher. */
async function sizeFor({ text, sizes, height, measure }: Question): Promise<number | null> {
  let from = 0
  let to = sizes.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((await measure(text, sizes[middle]!)) <= height) to = middle
    else from = middle + 1
  }
  return sizes[from] ?? null
}

/** As many pieces as fit, at least one, and an ellipsis; looked for by halves. */
async function cut(pieces: string[], joint: string, fits: (text: string) => Promise<boolean>) {
  const until = (count: number) =>
    `${pieces
      .slice(0, count)
      .join(joint)
      .replace(/[\s\p{P}]+$/u, '')}…`
  let stays = 0
  let tooMany = pieces.length
  while (tooMany - stays > 1) {
    const tried = (stays + tooMany) >> 1
    if (await fits(until(tried))) stays = tried
    else tooMany = tried
  }
  return stays === 0 ? null : until(stays)
}

/**
 * The largest of the sizes in which all of a text fits; where it fits in none, as many of its words as do in the
 * smallest, and an ellipsis. A first word that is too long itself is cut anywhere.
 */
export async function fit(question: Question): Promise<{ text: string; size: number }> {
  const { text, sizes, height, measure } = question
  const whole = await sizeFor(question)
  if (whole !== null) return { text, size: whole }
  const size = sizes.at(-1)!
  const fits = async (tried: string) => (await measure(tried, size)) <= height
  const shortened = (await cut(text.split(/\s+/), ' ', fits)) ?? (await cut([...text], '', fits)) ?? '…'
  return { text: shortened, size }
}

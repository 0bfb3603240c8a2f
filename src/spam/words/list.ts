/** Kinds of spam that come to a newsroom here. `offer` is what all of them say; alone it says nothing. */
export const KINDS = [
  'betting',
  'loans',
  'adult',
  'pharmacy',
  'earnings',
  'diplomas',
  'magic',
  'abroad',
  'seo',
  'prize',
  'goods',
  'flattery',
] as const
export type Kind = (typeof KINDS)[number]

/**
 * Phrases of one language, divided by commas. A word stands for all its forms, as search has them; `казин*` for all
 * words with this beginning; a phrase is found with up to two other words within. Tajik letters and their Russian
 * neighbours are the same.
 */
export type WordList = {
  /** Nobody writes these who does not sell it. */
  sure: Partial<Record<Kind, string>>
  /** What it is about. People write about the harm of it, too. */
  topics: Partial<Record<Kind, string>>
  /** What somebody says who sells, whatever it is. */
  offers: string
}

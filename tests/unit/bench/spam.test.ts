import { describe, expect, it } from 'vitest'

import { figuresOf, isGoodEnough, judgeAll, LANGUAGES, readSamples } from '../../../bench/spam-measure.ts'

describe('spam in the corpus', () => {
  const samples = readSamples()

  it('there are enough comments of either kind in each language, and no two are alike', () => {
    expect(samples.length).toBeGreaterThanOrEqual(500)
    expect(new Set(samples.map(({ name, body }) => `${name}\n${body}`)).size).toBe(samples.length)
    for (const language of LANGUAGES)
      expect(samples.filter(({ locale }) => locale === language).length).toBeGreaterThanOrEqual(170)
  })

  it(
    '95 % of the spam is caught, and 1 % of what is honest at most is called spam',
    { timeout: 120_000 },
    () => {
      const figures = figuresOf(judgeAll(samples))
      expect(figures, JSON.stringify(figures)).toSatisfy(isGoodEnough)
    },
  )
})

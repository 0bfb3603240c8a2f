import type { Known } from './check.ts'

/** What the site has decided about spam. What was never set is as `DEFAULTS` has it. */
export type SpamRules = {
  holdWords: readonly string[]
  spamWords: readonly string[]
  linksAllowed: number
  looksAtLanguage: boolean
  learns: boolean
  most: NonNullable<Known['most']>
  /** Third parties; null where the site asks none, `unusable` where it wants to and what that takes is missing. */
  akismet: { key: string } | 'unusable' | null
  siteCheck: { url: string; secret: string } | 'unusable' | null
}

export const DEFAULTS = {
  linksAllowed: 1,
  mostWriter: 20,
  mostNetwork: 60,
  mostArticle: 100,
  mostSite: 300,
} as const

/** How far back the same text is looked for, in days; the mark of a text is kept no longer. */
export const SAME_TEXT_DAYS = 7

/** The largest number of comments that is counted. */
export const MOST_COUNTED = 1000

const linesOf = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type Kept = Partial<{
  holdWords: string | null
  spamWords: string | null
  linksAllowed: number | null
  looksAtLanguage: boolean | null
  learns: boolean | null
  mostWriter: number | null
  mostNetwork: number | null
  mostArticle: number | null
  mostSite: number | null
  akismet: boolean | null
  akismetKey: string | null
  siteCheck: boolean | null
  siteCheckUrl: string | null
  siteCheckSecret: string | null
}>

/** The rules as they are kept, read. */
export function toRules(kept: Kept): SpamRules {
  const { akismetKey, siteCheckUrl, siteCheckSecret } = kept
  return {
    holdWords: linesOf(kept.holdWords),
    spamWords: linesOf(kept.spamWords),
    linksAllowed: kept.linksAllowed ?? DEFAULTS.linksAllowed,
    looksAtLanguage: kept.looksAtLanguage !== false,
    learns: kept.learns !== false,
    most: {
      writer: kept.mostWriter ?? DEFAULTS.mostWriter,
      network: kept.mostNetwork ?? DEFAULTS.mostNetwork,
      article: kept.mostArticle ?? DEFAULTS.mostArticle,
      site: kept.mostSite ?? DEFAULTS.mostSite,
    },
    akismet: kept.akismet !== true ? null : akismetKey ? { key: akismetKey } : 'unusable',
    siteCheck:
      kept.siteCheck !== true
        ? null
        : siteCheckUrl && siteCheckSecret
          ? { url: siteCheckUrl, secret: siteCheckSecret }
          : 'unusable',
  }
}

import type { Check, Finding, Known, SpamReason, Verdict, Written } from './check.ts'

/** What becomes of a comment, and everything that was found; the reasons are those of all checks, not the first. */
export type Judgement = { verdict: 'publish' | Verdict; findings: Finding[] }

const LONGEST_DETAIL = 100
const HARDEST_FIRST = ['refuse', 'spam', 'hold'] as const satisfies Verdict[]

/** Findings that rest on different things about a text: its links, its words, what moderation taught. */
const INDEPENDENT: readonly string[] = ['links', 'repeated', 'words', 'classifier'] satisfies SpamReason[]

/** Two reasons to wait that do not depend on one another are more than one. Measured by `npm run bench:spam`. */
const isSpamTogether = (findings: readonly Finding[]) =>
  new Set(findings.map(({ reason }) => reason).filter((reason) => INDEPENDENT.includes(reason))).size > 1

/** A check that fails lets nothing through by that. */
export const failed = (detail: string): Finding => ({ verdict: 'hold', reason: 'check-failed', detail })

const shortened = ({ detail, ...finding }: Finding): Finding =>
  detail ? { ...finding, detail: [...detail].slice(0, LONGEST_DETAIL).join('') } : finding

/** Moderators read first what decided; those alike stay in the order of the checks. */
const hardestFirst = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => HARDEST_FIRST.indexOf(a.verdict) - HARDEST_FIRST.indexOf(b.verdict))

/**
 * Puts findings together: the hardest verdict counts and stands first, each reason once. Two of the text alone that would
 * only wait make it spam.
 */
export function combine(findings: readonly Finding[]): Judgement {
  const hardest = HARDEST_FIRST.find((one) => findings.some((finding) => finding.verdict === one))
  const verdict = hardest === 'hold' && isSpamTogether(findings) ? 'spam' : hardest
  const once = hardestFirst(findings).filter(
    (finding, at, all) => all.findIndex(({ reason }) => reason === finding.reason) === at,
  )
  return { verdict: verdict ?? 'publish', findings: once.map(shortened) }
}

/** Asks every check; none can keep another from being asked. */
export function judge({
  checks,
  written,
  known,
}: {
  checks: readonly Check[]
  written: Written
  known: Known
}): Finding[] {
  return checks.flatMap((check) => {
    try {
      return check(written, known) ?? []
    } catch {
      return failed(check.name)
    }
  })
}

import type { Check, Finding, Known, Verdict, Written } from './check.ts'

/** What becomes of a comment, and everything that was found; the reasons are those of all checks, not the first. */
export type Judgement = { verdict: 'publish' | Verdict; findings: Finding[] }

const LONGEST_DETAIL = 100
const HARDEST_FIRST = ['refuse', 'spam', 'hold'] as const satisfies Verdict[]

/** A check that fails lets nothing through by that. */
export const failed = (detail: string): Finding => ({ verdict: 'hold', reason: 'check-failed', detail })

const shortened = ({ detail, ...finding }: Finding): Finding =>
  detail ? { ...finding, detail: [...detail].slice(0, LONGEST_DETAIL).join('') } : finding

/** Puts findings together: the hardest verdict counts, each reason once. */
export function combine(findings: readonly Finding[]): Judgement {
  const verdict = HARDEST_FIRST.find((one) => findings.some((finding) => finding.verdict === one))
  const once = findings.filter(
    (finding, at) => findings.findIndex(({ reason }) => reason === finding.reason) === at,
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

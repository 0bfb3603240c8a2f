import { isTrusted, type SiteRules } from '../content/discussion.ts'
import type { Finding } from '../spam/check.ts'
import { SPAM_REASONS } from '../spam/reasons.ts'

/**
 * Why a comment waits. `everyone` and `calm` are settings of the discussion; `untrusted` stands beside `everyone` where
 * trust could have spared it; `edited` is its writer's doing, `returned` a moderator's; the others are what the checks for
 * spam found.
 */
export const REASONS = ['everyone', 'untrusted', 'calm', 'edited', 'returned', ...SPAM_REASONS] as const
export type Reason = (typeof REASONS)[number]

/** Those that are no rule: everyone waits who is not trusted, or somebody acted on this comment. */
const NO_RULE = new Set<string>(['everyone', 'untrusted', 'edited', 'returned'])

/** What is kept of why a comment waits. */
export const waitingFor = (reasons: readonly Reason[]) => ({
  reasons: reasons.length ? reasons.join(' ') : null,
  isHeld: reasons.some((reason) => !NO_RULE.has(reason)),
})

const isOfSpam = (reason: Reason) => SPAM_REASONS.some((one) => one === reason)

/** What is kept of what the checks for spam found, beside why the comment waits. */
export const foundIn = (findings: readonly Finding[]): string | null => {
  const told = findings.flatMap(({ reason, detail }) => (detail ? [[reason, detail]] : []))
  return told.length ? JSON.stringify(Object.fromEntries(told)) : null
}

/** Why a comment waits or is spam, as moderators read it. Of spam only what the checks found is told. */
export function readFindings({
  status,
  reasons,
  findings,
}: {
  status: string
  reasons: string | null
  findings: string | null
}): { reason: Reason; detail: string | null }[] {
  if (status !== 'pending' && status !== 'spam') return []
  const details = detailsIn(findings)
  return readReasons(reasons)
    .filter((reason) => status === 'pending' || isOfSpam(reason))
    .map((reason) => ({ reason, detail: details[reason] ?? null }))
}

function detailsIn(findings: string | null): Partial<Record<Reason, string>> {
  try {
    return (JSON.parse(findings ?? '{}') ?? {}) as Partial<Record<Reason, string>>
  } catch {
    return {}
  }
}

/**
 * Why the rules of the site let a new comment wait.
 * @param approved how many approved comments its writer has; null where the address is not confirmed
 */
export function reasonsAtFirst(
  site: Pick<SiteRules, 'state' | 'waits' | 'trustedAfter'>,
  approved: number | null,
): Reason[] {
  const waits = site.waits !== 'nobody' && !isTrusted({ site, approved })
  return [
    ...(site.state === 'open' ? [] : (['calm'] as const)),
    ...(waits ? (['everyone'] as const) : []),
    ...(waits && site.trustedAfter !== null ? (['untrusted'] as const) : []),
  ]
}

/** The same once a comment is put back among those that wait. */
export const reasonsOnReturn = (actor: 'staff' | 'writer'): Reason[] => [
  actor === 'writer' ? 'edited' : 'returned',
]

/** The same once its writer has changed the text and it was checked again: what had been found in the old one is gone. */
export const reasonsAfterEdit = ({
  kept,
  from,
  findings,
}: {
  kept: string | null
  from: string
  findings: readonly Finding[]
}): Reason[] => [
  ...(from === 'pending' ? readReasons(kept).filter((reason) => !isOfSpam(reason)) : (['edited'] as const)),
  ...findings.map(({ reason }) => reason),
]

const isReason = (text: string): text is Reason => REASONS.some((one) => one === text)

/** What was kept of why a comment waits, in the order in which it was kept: of what the checks found, first what decided. */
export const readReasons = (kept: string | null): Reason[] => kept?.split(' ').filter(isReason) ?? []

import { isTrusted, type SiteRules } from '../content/discussion.ts'

/**
 * Why a comment waits. `everyone` and `calm` are settings of the discussion; `untrusted` stands beside `everyone` where
 * trust could have spared it; `edited` is its writer's doing, `returned` a moderator's. Rules that are still to come add a
 * name here.
 */
export const REASONS = ['everyone', 'untrusted', 'calm', 'edited', 'returned'] as const
export type Reason = (typeof REASONS)[number]

/** Those that are no rule: everyone waits who is not trusted, or somebody acted on this comment. */
const NO_RULE = new Set<string>(['everyone', 'untrusted', 'edited', 'returned'])

/** What is kept of why a comment waits. */
export const waitingFor = (reasons: readonly Reason[]) => ({
  reasons: reasons.length ? reasons.join(' ') : null,
  isHeld: reasons.some((reason) => !NO_RULE.has(reason)),
})

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

/** What was kept of why a comment waits, as it is read. */
export const readReasons = (kept: string | null): Reason[] =>
  REASONS.filter((reason) => kept?.split(' ').includes(reason))

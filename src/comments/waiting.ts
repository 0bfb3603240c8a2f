import type { SiteRules } from '../content/discussion.ts'

/**
 * Why a comment waits. `everyone` and `calm` are settings of the discussion, `edited` is its writer's doing, `returned` a
 * moderator's. Rules that are still to come add a name here.
 */
export const REASONS = ['everyone', 'calm', 'edited', 'returned'] as const
export type Reason = (typeof REASONS)[number]

/** Those that are no rule: everyone waits, or somebody acted on this comment. */
const NO_RULE = new Set<string>(['everyone', 'edited', 'returned'])

/** What is kept of why a comment waits. */
export const waitingFor = (reasons: readonly Reason[]) => ({
  reasons: reasons.length ? reasons.join(' ') : null,
  isHeld: reasons.some((reason) => !NO_RULE.has(reason)),
})

/** Why the rules of the site let a new comment wait. */
export const reasonsAtFirst = (site: Pick<SiteRules, 'state' | 'waits'>): Reason[] => [
  ...(site.state === 'open' ? [] : (['calm'] as const)),
  ...(site.waits === 'nobody' ? [] : (['everyone'] as const)),
]

/** The same once a comment is put back among those that wait. */
export const reasonsOnReturn = (actor: 'staff' | 'writer'): Reason[] => [
  actor === 'writer' ? 'edited' : 'returned',
]

/** What was kept of why a comment waits, as it is read. */
export const readReasons = (kept: string | null): Reason[] =>
  REASONS.filter((reason) => kept?.split(' ').includes(reason))

/** The rules of the site and of one page, as far as they decide who may write. */
export type SiteRules = {
  state: 'open' | 'held' | 'closed'
  message: string | null
  waits: 'everyone' | 'nobody'
  /** After so many approved comments a writer with a confirmed address does not wait; null where all do. */
  trustedAfter: number | null
  requireName: boolean
  requireEmail: boolean
}
export type PageRules = { state: 'open' | 'closed'; until: string | null }

export type Openness =
  | { isOpen: true }
  | { isOpen: false; because: 'closed-everywhere' | 'closed-here' }
  | { isOpen: false; because: 'closed-since'; since: Date }

/** Whether a page takes comments now. */
export function decideOpenness({
  site,
  page,
  now,
}: {
  site: SiteRules
  page: PageRules
  now: Date
}): Openness {
  if (site.state === 'closed') return { isOpen: false, because: 'closed-everywhere' }
  if (page.state === 'closed') return { isOpen: false, because: 'closed-here' }
  const until = page.until === null ? null : new Date(page.until)
  if (until && until <= now) return { isOpen: false, because: 'closed-since', since: until }
  return { isOpen: true }
}

/**
 * Where a new comment begins. Anything but a plain permission to publish means that it waits.
 * @param approved how many approved comments its writer has; null where the address is not confirmed
 */
export function firstStatus({
  site,
  approved,
}: {
  site: Pick<SiteRules, 'state' | 'waits' | 'trustedAfter'>
  approved: number | null
}): 'pending' | 'approved' {
  if (site.state !== 'open') return 'pending'
  return site.waits === 'nobody' || isTrusted({ site, approved }) ? 'approved' : 'pending'
}

/** Whether a writer has earned to be published at once, where that can be earned at all. */
export const isTrusted = ({
  site: { trustedAfter },
  approved,
}: {
  site: Pick<SiteRules, 'trustedAfter'>
  approved: number | null
}) => trustedAfter !== null && trustedAfter >= 1 && approved !== null && approved >= trustedAfter

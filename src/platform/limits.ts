/**
 * Whom a count is of: a network (src/platform/network.ts), a writer's address, one article, the whole site, or one account
 * asked for from one network. Marks and ids, never an address.
 */
export type By = 'network' | 'writer' | 'page' | 'site' | 'account'

/** At most `count` in `seconds`, from the first one on. */
export type Rule = { by: By; count: number; seconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How often strangers may do what writes or is worth guessing at. Networks are generous: mobile carriers in Tajikistan and its
 * neighbours put whole districts behind one IPv4 address, and a school or a village shares one line. Sixty comments in ten
 * minutes from one such address is a lively evening; a script has reached it in a second. What one person alone does (an
 * address, an account) is bounded more closely. The numbers for one article and for the site bound how fast a queue can grow
 * when many networks write at once.
 */
export const LIMITS = {
  /** Comments that are acceptable; what is faulty counts as `fault`, and what is sent twice counts once. */
  submit: [
    { by: 'network', count: 60, seconds: 10 * MINUTE },
    { by: 'network', count: 240, seconds: HOUR },
    { by: 'writer', count: 15, seconds: 10 * MINUTE },
    { by: 'page', count: 600, seconds: 10 * MINUTE },
    { by: 'site', count: 3000, seconds: 10 * MINUTE },
  ],
  /** Changing and withdrawing one's own comment; tokens that are guessed. */
  edit: [{ by: 'network', count: 60, seconds: 10 * MINUTE }],
  report: [
    { by: 'network', count: 20, seconds: 10 * MINUTE },
    { by: 'network', count: 60, seconds: HOUR },
  ],
  /** One for each form that is opened. */
  'form-token': [{ by: 'network', count: 300, seconds: 10 * MINUTE }],
  /** Each sends a mail to an address that anybody can type. */
  privacy: [
    { by: 'network', count: 10, seconds: HOUR },
    { by: 'network', count: 30, seconds: 24 * HOUR },
  ],
  /** The pane of an editor asks with every save. */
  preview: [{ by: 'network', count: 600, seconds: 10 * MINUTE }],
  /** Providers of mail press the button of one-click unsubscription for all of their users, from few addresses. */
  mail: [{ by: 'network', count: 300, seconds: 10 * MINUTE }],
  moderate: [{ by: 'network', count: 120, seconds: 10 * MINUTE }],
  /** Wrong passwords. Each further row is a longer wait; what succeeds is given back. */
  login: [
    { by: 'account', count: 5, seconds: MINUTE },
    { by: 'account', count: 8, seconds: 15 * MINUTE },
    { by: 'account', count: 12, seconds: HOUR },
    { by: 'network', count: 50, seconds: 15 * MINUTE },
  ],
  forgot: [{ by: 'network', count: 20, seconds: HOUR }],
  reset: [{ by: 'network', count: 20, seconds: 10 * MINUTE }],
  /** Requests of strangers at the door of staff, REST and GraphQL alike, that were refused. */
  'staff-door': [{ by: 'network', count: 1200, seconds: 10 * MINUTE }],
  /** What was refused at the public door because of what was sent. Then that network writes nothing for a while. */
  fault: [{ by: 'network', count: 300, seconds: 10 * MINUTE }],
} as const satisfies Record<string, readonly Rule[]>

export type LimitName = keyof typeof LIMITS

/** Whose counts a request adds to. Those it has no mark of are left out. */
export type Who = Partial<Record<By, string>>

/** One count that a request adds to: of a name under which it is found, at most so many until so many seconds after the first. */
export type Count = { key: string; most: number; seconds: number }

/** The counts that an act adds to. */
export function countsOf(name: LimitName, who: Who): Count[] {
  const marks: Who = { ...who, site: 'all' }
  return LIMITS[name].flatMap(({ by, count, seconds }) => {
    const mark = marks[by]
    return mark ? [{ key: `${name}:${by}:${seconds}:${mark}`, most: count, seconds }] : []
  })
}

/** Where a count stands: how many, and until when it lasts (milliseconds since 1970). */
export type Standing = { count: number; expiresAt: number }

/** A clock that went back must not hold a count for ever; clocks of several machines differ by less than a whole window. */
export const latestEnd = (now: number, seconds: number) => now + 2 * seconds * 1000

/** Where a count stands with one more, begun anew where it was none or its time is over. */
export function nextOf(before: Standing | undefined, { seconds }: Count, now: number): Standing {
  const isOver = !before || before.expiresAt <= now || before.expiresAt > latestEnd(now, seconds)
  return isOver
    ? { count: 1, expiresAt: now + seconds * 1000 }
    : { count: before.count + 1, expiresAt: before.expiresAt }
}

/** Whether one of the counts has gone beyond its rule. */
export const isBeyond = (standings: readonly Standing[], counts: readonly Count[]) =>
  standings.some(({ count }, i) => count > counts[i]!.most)

/** How long to wait, in seconds, where a count has gone beyond its rule; null where it has not. */
export function waitOf({
  standings,
  counts,
  now,
}: {
  standings: readonly Standing[]
  counts: readonly Count[]
  now: number
}): number | null {
  const waits = standings.flatMap(({ count, expiresAt }, i) => {
    const { most, seconds } = counts[i]!
    if (count <= most) return []
    return [Math.min(Math.max(Math.ceil((expiresAt - now) / 1000), 1), seconds)]
  })
  return waits.length ? Math.max(...waits) : null
}

const ID = '[^/]{1,200}'
/** The doors that are counted before anything is done, by the network alone; a comment is counted once it is acceptable. */
const DOORS: [method: string, path: RegExp, name: LimitName][] = [
  ['PATCH', new RegExp(`^/api/v1/comments/${ID}$`), 'edit'],
  ['DELETE', new RegExp(`^/api/v1/comments/${ID}$`), 'edit'],
  ['POST', new RegExp(`^/api/v1/comments/${ID}/reports$`), 'report'],
  ['GET', /^\/api\/v1\/comments\/form-token$/, 'form-token'],
  ['POST', /^\/api\/v1\/privacy\/requests$/, 'privacy'],
  ['GET', /^\/api\/v1\/preview$/, 'preview'],
  ['POST', /^\/(mail|privacy)\//, 'mail'],
  ['POST', /^\/moderate\//, 'moderate'],
  ['POST', /^\/api\/users\/forgot-password$/, 'forgot'],
  ['POST', /^\/api\/users\/reset-password$/, 'reset'],
]

/** As routers read it, so that no other spelling of an address goes uncounted. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What a request is counted as before it is answered; null for what is not, such as public reads. */
export function limitOf(method: string, path: string): LimitName | null {
  const asked = method === 'HEAD' ? 'GET' : method
  const plain = decoded(path)
  return DOORS.find(([one, pattern]) => one === asked && pattern.test(plain))?.[2] ?? null
}

import type { Payload, PayloadRequest } from 'payload'

export type Session = { id: string; createdAt?: string | null; expiresAt: string; browser?: string | null }
type Kept = { id: string; sessions?: Session[] | null }

const collection = 'users'

async function findKept({ payload, user, req }: { payload: Payload; user: string; req?: PayloadRequest }) {
  return (await payload.db.findOne({
    collection,
    where: { id: { equals: user } },
    ...(req && { req }),
  })) as Kept | null
}

/** The sessions of a user that still stand, the newest first; null where there is no such user. */
export async function findSessions({
  payload,
  user,
  now,
}: {
  payload: Payload
  user: string
  now: Date
}): Promise<Session[] | null> {
  const kept = await findKept({ payload, user })
  if (!kept) return null
  return (kept.sessions ?? [])
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .sort((a, b) => new Date(b.createdAt ?? 0).getTime() - new Date(a.createdAt ?? 0).getTime())
}

/** Who has typed the password a moment ago is not asked for it again. */
const FRESH = 10 * 60_000

/** Whether a session of a user was begun by the password just now. */
export async function isFresh({
  payload,
  user,
  sid,
  now,
}: {
  payload: Payload
  user: string
  sid: string | null
  now: Date
}): Promise<boolean> {
  const own = (await findSessions({ payload, user, now }))?.find(({ id }) => id === sid)
  return Boolean(own?.createdAt) && now.getTime() - new Date(own!.createdAt!).getTime() < FRESH
}

/**
 * Changes the sessions of a user, in the transaction of `req`: whoever signs in at that moment comes before or after.
 * @returns how many there are fewer
 */
export async function changeSessions({
  payload,
  user,
  change,
  req,
}: {
  payload: Payload
  user: string
  change: (sessions: Session[]) => Session[]
  req: PayloadRequest
}): Promise<number> {
  const kept = await findKept({ payload, user, req })
  if (!kept) return 0
  const sessions = kept.sessions ?? []
  const after = change(sessions)
  // The whole row, as Payload writes sessions itself; `updatedAt` is for what people change.
  await payload.db.updateOne({
    collection,
    id: user,
    data: { ...kept, sessions: after, updatedAt: null },
    req,
    returning: false,
  })
  return sessions.length - after.length
}

import type { PayloadRequest } from 'payload'

import { writeDown } from '../desk/audit.ts'
import { inTransaction } from '../platform/transaction.ts'
import { StaffRefusal } from './refusal.ts'
import { changeSessions, findSessions, type Session } from './sessions-store.ts'

/** How long a session lasts from its last renewal, in seconds. */
export const SESSION_LASTS = 8 * 60 * 60

/** A session as its owner and administrators see it: no address, and of the browser its family. */
function toShown(session: Session, sid: string | null) {
  const lastUsed = new Date(new Date(session.expiresAt).getTime() - SESSION_LASTS * 1000)
  return {
    id: session.id,
    since: session.createdAt ? new Date(session.createdAt).toISOString() : null,
    // The panel renews a session while it is used; what happens in between is written down nowhere.
    lastRenewed: lastUsed.toISOString(),
    browser: session.browser ?? null,
    isThis: session.id === sid,
  }
}

type Asking = { req: PayloadRequest; user: string; sid: string | null; now: Date }

/** @throws StaffRefusal `not-here` where there is no such user */
export async function list({ req, user, sid, now }: Asking) {
  const sessions = await findSessions({ payload: req.payload, user, now })
  if (!sessions) throw new StaffRefusal(req, 'not-here')
  return { sessions: sessions.map((session) => toShown(session, sid)) }
}

/**
 * Ends one session of a user, or all but that of the one who asks. What is ended is so from the next request on.
 * @throws StaffRefusal `not-here` where there is none
 */
export async function end({
  req,
  user,
  which,
  by,
}: {
  req: PayloadRequest
  user: string
  which: { id: string } | { allBut: string | null }
  /** An administrator who ends those of another, as it is written down. */
  by?: { id: string; name: string; of: string }
}) {
  const { payload } = req
  const goes = ({ id }: Session) => ('id' in which ? id === which.id : id !== which.allBut)
  const ended = await inTransaction(payload, async (within) => {
    const change = (sessions: Session[]) => sessions.filter((session) => !goes(session))
    const fewer = await changeSessions({ payload, user, change, req: within })
    if (fewer && by)
      await writeDown({
        req: within,
        entries: [{ act: 'sessions-ended', by: by.name, byId: by.id, via: 'panel', to: by.of }],
      })
    return fewer
  })
  if (!ended && 'id' in which) throw new StaffRefusal(req, 'not-here')
  return { ended }
}

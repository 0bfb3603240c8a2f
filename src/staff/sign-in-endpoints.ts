import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'

import { hasRole, isKey, isStaff, lacksSecondFactor } from '../platform/access.ts'
import { StaffRefusal } from './refusal.ts'
import * as factor from './second-factor.ts'
import * as sessions from './sessions.ts'

type Who = Parameters<typeof factor.stateOf>[0]['who']
type Call = { req: PayloadRequest; who: Who; now: Date; data: Record<string, unknown> }

const headers = { 'Cache-Control': 'no-store' }

/** The one who asks, by a session; the key of a program has no second factor and no sessions. */
function whoAsks(req: PayloadRequest, { also }: { also: 'nobody' | 'who sets up' }): Who {
  const { user } = req
  const isHere = isStaff(req) || (also === 'who sets up' && lacksSecondFactor(req))
  if (!user || !isHere || isKey(req))
    throw new StaffRefusal(req, lacksSecondFactor(req) ? 'set-up-first' : 'sign-in')
  return {
    id: String(user.id),
    email: user.email,
    name: user.name,
    role: user.role,
    sid: (user as { _sid?: string })._sid ?? null,
  }
}

const endpoint =
  (also: 'nobody' | 'who sets up') =>
  (method: 'get' | 'post', path: string, act: (call: Call) => Promise<object | void>): Endpoint => ({
    method,
    path,
    handler: async (req) => {
      const who = whoAsks(req, { also })
      if (method === 'post') await addDataAndFileToRequest(req)
      const data = (typeof req.data === 'object' && req.data !== null ? req.data : {}) as Call['data']
      return Response.json((await act({ req, who, now: new Date(), data })) ?? { message: 'Done.' }, {
        headers,
      })
    },
  })

const own = endpoint('nobody')
const settingUp = endpoint('who sets up')

/** The sessions of another are for administrators. */
async function another({ req, who }: Call) {
  if (!hasRole(req, 'admin')) throw new StaffRefusal(req, 'forbidden')
  const id = String(req.routeParams!.id)
  const other = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!other) throw new StaffRefusal(req, 'not-here')
  return { user: id, by: { id: who.id, name: who.name, of: other.name } }
}

const FACTOR = '/second-factor'

/** What people do about how they sign in; all of it at `/api/users`, for a session of a person. */
export const signInEndpoints: Endpoint[] = [
  settingUp('get', FACTOR, factor.stateOf),
  settingUp('post', `${FACTOR}/start`, ({ data: { password }, ...call }) =>
    factor.start({ ...call, password }),
  ),
  settingUp('post', `${FACTOR}/confirm`, ({ data: { code }, ...call }) =>
    factor.confirm({ ...call, typed: code }),
  ),
  own('post', `${FACTOR}/recovery`, ({ data: { password, code }, ...call }) =>
    factor.renewRecovery({ ...call, password, typed: code }),
  ),
  own('post', `${FACTOR}/off`, ({ data: { password, code }, ...call }) =>
    factor.turnOff({ ...call, password, typed: code }),
  ),
  own('get', '/sessions', ({ req, who, now }) => sessions.list({ req, user: who.id, sid: who.sid, now })),
  own('post', '/sessions/end', ({ req, who, data }) =>
    sessions.end({ req, user: who.id, which: { id: String(data.id ?? '') } }),
  ),
  own('post', '/sessions/end-others', ({ req, who }) =>
    sessions.end({ req, user: who.id, which: { allBut: who.sid } }),
  ),
  own('post', `/:id${FACTOR}/reset`, async (call) => {
    const { user } = await another(call)
    await factor.reset({ ...call, user })
  }),
  own('get', '/:id/sessions', async (call) => {
    const { user } = await another(call)
    return sessions.list({ req: call.req, user, sid: call.who.sid, now: call.now })
  }),
  own('post', '/:id/sessions/end', async (call) => {
    const { user, by } = await another(call)
    return sessions.end({ req: call.req, user, which: { allBut: null }, by })
  }),
]

/** Where somebody who has to set up a second factor may go; src/staff/door.ts lets nobody else of them in. */
export const SET_UP_PATHS = ['', '/start', '/confirm'].map((path) => `/api/users${FACTOR}${path}`)

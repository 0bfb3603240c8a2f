import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { mayModerate } from '../comments/policy.ts'
import { LOCALES, type ProblemCode, PROBLEMS } from '../contract/index.ts'
import { hasRole } from '../platform/access.ts'
import { Refusal } from '../platform/problem.ts'
import { type StaffWord, staffWord, wordsOfRefusal } from '../platform/staff-words.ts'
import { exportThreat, releaseThreat, sealThreat } from './service.ts'
import { findPeople, findTampered } from './store.ts'

const headers = { 'Cache-Control': 'no-store' }
const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status, headers })

/** How long a reason is at most. */
const MOST = 1000
const Asked = z.object({
  id: z.string().min(1).max(64),
  revision: z.int().min(0),
  why: z.string().trim().max(MOST).optional(),
  tell: z.array(z.string().min(1).max(64)).max(50).default([]),
  withText: z.boolean().default(false),
})

const SHAPE = { shape: '{id, revision}', more: '{why, tell: [ids of users], withText}' }

const WORDS: Partial<Record<ProblemCode, StaffWord>> = {
  'not-found': 'threat-missing',
  conflict: 'threat-settled',
}

async function refusing(req: PayloadRequest, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const known = WORDS[error.code]
    return say(PROBLEMS[error.code], known ? staffWord(req, known) : wordsOfRefusal(req, error))
  }
}

const forAdmins = (
  method: 'get' | 'post',
  path: string,
  act: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({
  method,
  path,
  handler: async (req) =>
    hasRole(req, 'admin') ? refusing(req, () => act(req)) : say(403, staffWord(req, 'threat-for-admins')),
})

const idOf = (req: PayloadRequest) => String(req.routeParams!.id)

/** `/api/threats/…`: sealing for those who moderate; all else for administrators. */
export const threatEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/seal',
    handler: async (req) => {
      if (!mayModerate({ req })) return say(403, staffWord(req, 'desk-closed'))
      await addDataAndFileToRequest(req)
      const asked = Asked.safeParse(req.data ?? {})
      if (!asked.success) return say(400, staffWord(req, 'threat-shape', SHAPE))
      return refusing(req, async () => {
        const outcome = await sealThreat({ asked: asked.data, now: new Date(), req })
        if (outcome.kind === 'gone') throw new Refusal('not-found')
        if (outcome.kind === 'conflict' || outcome.kind === 'illegal') throw new Refusal('conflict')
        const { status, revision } = outcome.kept
        return Response.json({ id: outcome.id, status, revision }, { headers })
      })
    },
  },
  {
    method: 'get',
    path: '/people',
    handler: async (req) => {
      if (!mayModerate({ req })) return say(403, staffWord(req, 'desk-closed'))
      const people = (await findPeople(req)).map(({ id, name }) => ({ id, name }))
      return Response.json({ people }, { headers })
    },
  },
  forAdmins('get', '/chain', async (req) =>
    Response.json({ brokenAt: await findTampered(req) }, { headers }),
  ),
  forAdmins('get', '/:id/export', async (req) => {
    const format = req.query.format === 'html' ? 'html' : 'json'
    const locale = LOCALES.find((one) => one === req.query.language) ?? 'en'
    const { type, body } = await exportThreat({ id: idOf(req), locale, format, now: new Date(), req })
    return new Response(body, {
      headers: {
        ...headers,
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="threat-${idOf(req)}.${format}"`,
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    })
  }),
  forAdmins('post', '/:id/release', async (req) => {
    await addDataAndFileToRequest(req)
    const why = z.string().trim().min(1).max(MOST).safeParse(req.data?.why)
    if (!why.success) return say(400, staffWord(req, 'threat-reason', { most: MOST }))
    await releaseThreat({ id: idOf(req), why: why.data, now: new Date(), req })
    return Response.json({ id: idOf(req) }, { headers })
  }),
]

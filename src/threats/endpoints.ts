import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { mayModerate } from '../comments/policy.ts'
import { LOCALES, PROBLEMS } from '../contract/index.ts'
import { hasRole } from '../platform/access.ts'
import { Refusal } from '../platform/problem.ts'
import { exportThreat, releaseThreat, sealThreat } from './service.ts'
import { findPeople, findTampered } from './store.ts'

const headers = { 'Cache-Control': 'no-store' }
const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status, headers })

const SAID = {
  en: {
    admins: 'Administrators do this.',
    moderators: 'The desk is for those who moderate comments.',
    'not-found': 'There is no such threat.',
    conflict: 'It is sealed, or released, already. Look at it again.',
    reason: 'Say why it is released, in 1 to 1000 characters.',
    ask: 'Send {id, revision}, and if you like {why, tell: [ids of users], withText}.',
  },
  ru: {
    admins: 'Это делают администраторы.',
    moderators: 'Этот стол для тех, кто модерирует комментарии.',
    'not-found': 'Такой угрозы нет.',
    conflict: 'Уже опечатано или снято с хранения. Посмотрите ещё раз.',
    reason: 'Напишите, почему снимается с хранения: от 1 до 1000 знаков.',
    ask: 'Отправьте {id, revision} и, если нужно, {why, tell: [номера пользователей], withText}.',
  },
  tg: {
    admins: 'Инро маъмурон мекунанд.',
    moderators: 'Ин миз барои онҳоест, ки шарҳҳоро модератсия мекунанд.',
    'not-found': 'Чунин таҳдид нест.',
    conflict: 'Аллакай мӯҳр ё озод шудааст. Аз нав нигоҳ кунед.',
    reason: 'Нависед, ки чаро озод мешавад: аз 1 то 1000 аломат.',
    ask: '{id, revision} ва агар хоҳед {why, tell: [рақамҳои корбарон], withText} фиристед.',
  },
}
const saidTo = (req: PayloadRequest) => SAID[req.i18n?.language as keyof typeof SAID] ?? SAID.en

const Asked = z.object({
  id: z.string().min(1).max(64),
  revision: z.int().min(0),
  why: z.string().trim().max(1000).optional(),
  tell: z.array(z.string().min(1).max(64)).max(50).default([]),
  withText: z.boolean().default(false),
})

async function refusing(req: PayloadRequest, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const words = saidTo(req)
    const known = error.code === 'conflict' || error.code === 'not-found' ? words[error.code] : error.message
    return say(PROBLEMS[error.code], known)
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
    hasRole(req, 'admin') ? refusing(req, () => act(req)) : say(403, saidTo(req).admins),
})

const idOf = (req: PayloadRequest) => String(req.routeParams!.id)

/** `/api/threats/…`: sealing for those who moderate; all else for administrators. */
export const threatEndpoints: Endpoint[] = [
  {
    method: 'post',
    path: '/seal',
    handler: async (req) => {
      if (!mayModerate({ req })) return say(403, saidTo(req).moderators)
      await addDataAndFileToRequest(req)
      const asked = Asked.safeParse(req.data ?? {})
      if (!asked.success) return say(400, saidTo(req).ask)
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
      if (!mayModerate({ req })) return say(403, saidTo(req).moderators)
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
    const why = z.string().trim().min(1).max(1000).safeParse(req.data?.why)
    if (!why.success) return say(400, saidTo(req).reason)
    await releaseThreat({ id: idOf(req), why: why.data, now: new Date(), req })
    return Response.json({ id: idOf(req) }, { headers })
  }),
]

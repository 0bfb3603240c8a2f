import type { Payload } from 'payload'

import { requirePublic } from '../comments/service.ts'
import type { Locale, Report, ReportReceipt } from '../contract/index.ts'
import { word } from '../platform/messages.ts'
import { Refusal } from '../platform/problem.ts'
import { decideReport } from './decision.ts'
import { keepReport } from './store.ts'

/**
 * Keeps what a reader reports of a public comment. Said twice by the same network it is answered alike and kept once.
 * @param network the mark of the network it comes from
 * @throws Refusal `not-found`, `gone`, or `invalid` with every fault at its field
 */
export async function report({
  payload,
  id,
  report,
  network,
  locale,
  now,
}: {
  payload: Payload
  id: string
  report: Report
  network: string
  locale: Locale
  now: Date
}): Promise<ReportReceipt & { on: string }> {
  const { on } = await requirePublic({ payload, id, now, uses: new Set() })
  const decided = decideReport({ report, locale })
  if (decided.kind === 'refuse') throw new Refusal('invalid', { errors: decided.errors })
  const row = { comment: id, network, ...decided.values, at: now.toISOString() }
  // It was taken away this very moment.
  if ((await keepReport({ payload, row })) === 'gone') throw new Refusal('not-found')
  return { message: word('reported', locale), on }
}

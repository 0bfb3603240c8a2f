import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { signedHeaders } from '../../webhooks/secret.ts'
import type { Finding, Written } from '../check.ts'
import { failed } from '../judge.ts'
import type { Ask } from './ask.ts'

/** What the service answers; `reasons` are for moderators. */
const Answer = z.object({
  verdict: z.enum(['publish', 'hold', 'spam', 'refuse']),
  reasons: z.array(z.string().max(200)).max(20).default([]),
})

/**
 * Asks a service of the site's own, by a message signed as webhooks are (https://www.standardwebhooks.com):
 * `{type: "comment.check", data: {on, name, url, body, locale}}`. Whatever is not an answer means that a person looks.
 */
export async function askSiteCheck({
  written: { name, url, body, locale },
  on,
  receiver,
  ask,
  now,
}: {
  written: Written
  on: string
  receiver: { url: string; secret: string }
  ask: Ask
  now: Date
}): Promise<Finding | null> {
  const message = JSON.stringify({
    type: 'comment.check',
    timestamp: now.toISOString(),
    data: { on, name, url, body, locale },
  })
  const messageId = `msg_${randomUUID()}`
  const answer = await ask({
    url: receiver.url,
    headers: signedHeaders({ secret: receiver.secret, messageId, body: message, now }),
    body: message,
  })
  const read = answer.kind === 'answered' && answer.status === 200 ? readAnswer(answer.text) : null
  if (!read) return failed('site-check: no answer')
  if (read.verdict === 'publish') return null
  return { verdict: read.verdict, reason: 'site-check', detail: read.reasons.join('; ') }
}

function readAnswer(text: string): z.infer<typeof Answer> | null {
  try {
    return Answer.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

import { z } from 'zod'

import { Locale, SUBJECT_TYPES, Time } from './basics.ts'

/** What a webhook can be told of, in the order of the panel. */
export const WEBHOOK_EVENTS = [
  'post.published',
  'post.updated',
  'post.unpublished',
  'event.published',
  'event.updated',
  'event.unpublished',
  'quote.published',
  'quote.updated',
  'quote.unpublished',
  'comment.approved',
  'comment.removed',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** What a server tells a site that it started itself, and only that: to end. It is signed like any other message. */
export const SITE_END = 'site.end'

const Alternate = z.object({ locale: Locale, url: z.url() })

/** An article or an event: where it is, never what it says. */
export const WebhookArticle = z
  .object({
    type: z.enum(SUBJECT_TYPES),
    id: z.string(),
    slug: z
      .string()
      .meta({ description: 'As the public knows it; of what was taken down, as it was known.' }),
    formerSlug: z
      .string()
      .nullable()
      .meta({ description: 'The address before this change, where it is another one.' }),
    url: z.url().meta({ description: 'Its page on the site.' }),
    locales: z.array(Locale).meta({ description: 'The languages it is written in.' }),
    alternates: z.array(Alternate).meta({ description: 'Its page in each of them.' }),
    publishedAt: Time.nullable(),
    updatedAt: Time,
  })
  .meta({ id: 'WebhookArticle' })
export type WebhookArticle = z.infer<typeof WebhookArticle>

export const WebhookQuote = z
  .object({
    type: z.literal('quotes'),
    id: z.string(),
    on: z
      .string()
      .nullable()
      .meta({ description: '`posts/<slug>` or `events/<slug>` while that is public.' }),
    locales: z.array(Locale),
    updatedAt: Time,
  })
  .meta({ id: 'WebhookQuote' })
export type WebhookQuote = z.infer<typeof WebhookQuote>

/** A comment: where it stands, and nothing its writer gave us. */
export const WebhookComment = z
  .object({
    type: z.literal('comments'),
    id: z.string(),
    on: z.string().meta({ description: '`posts/<slug>` or `events/<slug>`.' }),
    parent: z.string().nullable().meta({ description: 'The id of the comment it answers.' }),
  })
  .meta({ id: 'WebhookComment' })
export type WebhookComment = z.infer<typeof WebhookComment>

/** The body of a webhook, as https://www.standardwebhooks.com asks for it. */
export const WebhookMessage = z
  .object({
    type: z.enum([...WEBHOOK_EVENTS, 'webhook.test']),
    timestamp: Time.meta({ description: 'When it happened; the same over all attempts.' }),
    data: z.discriminatedUnion('type', [
      WebhookArticle,
      WebhookQuote,
      WebhookComment,
      z.object({ type: z.literal('webhooks'), id: z.string() }),
    ]),
  })
  .meta({ id: 'WebhookMessage' })
export type WebhookMessage = z.infer<typeof WebhookMessage>

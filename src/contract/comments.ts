import { z } from 'zod'

import { JsonLd } from './json-ld.ts'
import { Locale, LocaleQuery, MOST_PER_PAGE, ThreadPageQuery, Time } from './basics.ts'

/** The most characters (Unicode code points, after trimming) a reader may write in each field. */
export const COMMENT_LIMITS = { name: 80, email: 254, url: 2000, body: 5000 } as const

/** The largest body of `POST /comments`, in bytes. */
export const SUBMISSION_BYTES = 64 * 1024

export const COMMENT_STATES = ['pending', 'approved', 'spam', 'trash'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** What the writer of a comment can ask to be told of by mail. */
export const NOTIFICATIONS = ['none', 'replies'] as const
export type Notification = (typeof NOTIFICATIONS)[number]

export const On = z
  .string()
  .regex(/^(posts|events)\/[a-z0-9-]{1,200}$/)
  .meta({
    description: 'What is commented on: `posts/{slug}` or `events/{slug}`.',
    example: 'posts/water-by-day',
  })

export type Comment = {
  id: string
  on: string
  parent: string | null
  author: { name: string; url: string | null; isStaff: boolean; avatarSeed: string }
  html: string
  text: string
  locale: Locale | null
  createdAt: string
  editedAt: string | null
  isRemoved: boolean
  replyCount: number
  replies: Comment[]
}

export const Comment: z.ZodType<Comment> = z
  .object({
    id: z.string(),
    on: z.string(),
    parent: z.string().nullable(),
    author: z.object({
      name: z.string().meta({ description: 'Empty where the writer gave none or the comment was removed.' }),
      url: z.string().nullable(),
      isStaff: z.boolean(),
      avatarSeed: z.string().meta({ description: 'For drawing a picture. Made from the public name alone.' }),
    }),
    html: z.string().meta({ description: 'Safe to put into a page as it is.' }),
    text: z.string().meta({ description: 'As it was written.' }),
    locale: Locale.nullable(),
    createdAt: Time,
    editedAt: Time.nullable(),
    isRemoved: z.boolean().meta({ description: 'Taken away; it stands here because it has answers.' }),
    replyCount: z.int().min(0).meta({ description: 'Public answers below it, at any depth.' }),
    get replies() {
      return z.array(Comment)
    },
  })
  .meta({ id: 'Comment' })

/** A comment by itself. In a thread, this would only be said twice. */
export const SingleComment = z
  .intersection(Comment, z.object({ jsonLd: JsonLd }))
  .meta({ id: 'SingleComment', description: 'A public comment with the answers below it.' })
export type SingleComment = z.infer<typeof SingleComment>

export const OwnComment = z
  .intersection(Comment, z.object({ status: z.enum(COMMENT_STATES) }))
  .meta({ id: 'OwnComment', description: "The writer's own comment, in any state." })
export type OwnComment = z.infer<typeof OwnComment>

export const Thread = z
  .object({
    on: z.string(),
    total: z.int().min(0).meta({ description: 'All public comments, answers included.' }),
    open: z.boolean(),
    closedReason: z
      .string()
      .nullable()
      .meta({ description: 'A sentence for readers, in the language asked for.' }),
    notice: z.string().nullable().meta({
      description:
        'What the newsroom says to readers while every comment of the site waits for a moderator, in the language asked for. Plain text.',
    }),
    requires: z.object({ name: z.boolean(), email: z.boolean() }),
    limits: z
      .object({
        name: z.literal(COMMENT_LIMITS.name),
        email: z.literal(COMMENT_LIMITS.email),
        url: z.literal(COMMENT_LIMITS.url),
        body: z.literal(COMMENT_LIMITS.body),
      })
      .meta({ description: 'The most characters of each field.' }),
    items: z.array(Comment).meta({ description: 'Top-level comments, answers nested in each.' }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'Thread' })
export type Thread = z.infer<typeof Thread>

export const ThreadQuery = ThreadPageQuery.extend({
  on: On,
  order: z
    .enum(['oldest', 'newest'])
    .default('oldest')
    .meta({ description: 'Which top-level comments come first. Answers stand the oldest first.' }),
})

export const Counts = z.object({ counts: z.record(z.string(), z.int().min(0)) }).meta({ id: 'Counts' })
export const CountsQuery = LocaleQuery.extend({
  on: z
    .string()
    .transform((list) => [...new Set(list.split(',').map((one) => one.trim()))])
    .pipe(z.array(On).min(1).max(MOST_PER_PAGE))
    .meta({
      description: `Up to ${MOST_PER_PAGE} of \`posts/{slug}\` or \`events/{slug}\`, separated by commas. Of slugs they had before, ten at most are followed.`,
      example: 'posts/water-by-day,events/forum-of-rural-women-2026',
    }),
})

/**
 * What a reader sends. It is the whole list of what is ever kept of a request:
 * any other key in it is passed over.
 */
export const Submission = z
  .object({
    on: On,
    parent: z
      .string()
      .regex(/^[\w-]{0,64}$/)
      .nullish()
      .meta({ description: 'The id of the comment this answers.' }),
    name: z
      .string()
      .nullish()
      .meta({ description: `Published. At most ${COMMENT_LIMITS.name} characters.` }),
    email: z
      .string()
      .nullish()
      .meta({ description: `Never published. At most ${COMMENT_LIMITS.email} characters.` }),
    url: z.string().nullish().meta({ description: 'Published. An http or https address.' }),
    body: z
      .string()
      .nullish()
      .meta({ description: `Plain text, at most ${COMMENT_LIMITS.body} characters.` }),
    locale: Locale.nullish(),
    notify: z.enum(NOTIFICATIONS).nullish().meta({
      description:
        'What to tell the writer of by mail. Never published; `none` where there is no e-mail address.',
    }),
    formToken: z.string().max(200).nullish().meta({
      description:
        'From `GET /comments/form-token` for the same page, at least 3 seconds and at most 24 hours old; good for five comments.',
    }),
    altcha: z.string().max(4096).nullish().meta({
      description:
        'The work that `GET /comments/form-token` asked for, done: base64 of JSON `{challenge, solution}`, as ALTCHA has it. Each challenge counts once, for an hour.',
    }),
    website: z.string().max(2000).nullish().meta({
      description:
        'A field that readers do not see. Leave it empty: what fills it in is taken for a program.',
    }),
    redirect: z.string().max(2000).nullish().meta({
      description:
        'Forms only: where to send the browser afterwards; an address of the site or of an allowed origin.',
    }),
  })
  .meta({ id: 'Submission' })
export type Submission = z.infer<typeof Submission>

export const Edit = z.object({ body: z.string().nullish(), locale: Locale.nullish() }).meta({ id: 'Edit' })

/** Why a reader reports a comment. */
export const REPORT_REASONS = ['spam', 'abuse', 'private', 'threat', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** The most characters (Unicode code points, after trimming) of the note of a report. */
export const REPORT_NOTE = 500

/** Who reports is not asked, and nothing but this is kept of the request. */
export const Report = z
  .object({
    reason: z.enum(REPORT_REASONS).nullish().meta({
      description:
        'Required. `private`: it shows what is nobody else’s business, such as an address; `threat`: it threatens somebody.',
    }),
    note: z
      .string()
      .nullish()
      .meta({
        description: `A word to those who moderate, at most ${REPORT_NOTE} characters. Never published.`,
      }),
    locale: Locale.nullish(),
    redirect: z.string().max(2000).nullish().meta({
      description:
        'Forms only: where to send the browser afterwards; an address of the site or of an allowed origin.',
    }),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof Report>

export const ReportReceipt = z.object({ message: z.string() }).meta({ id: 'ReportReceipt' })
export type ReportReceipt = z.infer<typeof ReportReceipt>

export const Receipt = z
  .object({
    id: z.string(),
    status: z.enum(['pending', 'approved']),
    message: z.string(),
    manageToken: z.string().meta({
      description:
        'Send it as `Authorization: Bearer …` to read, edit or withdraw this comment. Keep it private.',
    }),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>

export const FormTokenQuery = LocaleQuery.extend({ on: On })

/** A challenge as the second version of ALTCHA has it, https://altcha.org. */
export const FormTokenAnswer = z
  .object({
    formToken: z
      .string()
      .meta({ description: 'Send it along with the comment, 3 seconds from now at the earliest.' }),
    altcha: z
      .object({
        parameters: z
          .object({
            algorithm: z.string(),
            nonce: z.string(),
            salt: z.string(),
            cost: z.int().min(1).meta({ description: 'Rounds of one try.' }),
            keyLength: z.int().min(1),
            keyPrefix: z
              .string()
              .meta({ description: 'How the key of the right try begins, in hexadecimal.' }),
            keySignature: z.string().optional(),
            memoryCost: z.int().optional(),
            parallelism: z.int().optional(),
            expiresAt: z.int().optional().meta({ description: 'Seconds since 1970.' }),
            data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
          })
          .meta({ description: 'Send it back as it came, in the same order.' }),
        signature: z.string().optional(),
      })
      .optional()
      .meta({ description: 'Work to do before sending. Only where the site asks for it (`SPAM_POW`).' }),
  })
  .meta({ id: 'FormToken' })
export type FormTokenAnswer = z.infer<typeof FormTokenAnswer>

import { createHash } from 'node:crypto'

import type { Comment, CommentState, Locale, OwnComment } from '../contract/index.ts'
import type { Comment as Kept } from '../payload-types.ts'
import { textToHtml } from './html.ts'
import type { Visibility } from './moderation.ts'
import type { Branch } from './thread.ts'

/** A seed for drawing a picture: made from the name everybody sees, so it tells nothing else. */
const avatarSeed = (name: string) =>
  createHash('sha256').update(`avatar ${name.toLowerCase()}`).digest('hex').slice(0, 12)

export type Shown = Pick<
  Kept,
  'id' | 'name' | 'url' | 'body' | 'locale' | 'isStaff' | 'editedAt' | 'createdAt' | 'status'
> & { parent: string | null; visibility: Visibility }

/** A comment as everybody may see it. Every property is named here; nothing passes by spreading. */
export function toPublicComment({ on, branch }: { on: string; branch: Branch<Shown> }): Comment {
  const { comment, replies, replyCount } = branch
  return {
    ...toComment({ on, comment, isRemoved: comment.visibility === 'tombstone' }),
    replyCount,
    replies: replies.map((reply) => toPublicComment({ on, branch: reply })),
  }
}

/** A comment as its writer sees it, in any state; what only a check took for spam is shown as waiting. */
export function toOwnComment({
  on,
  branch,
  isJudgedSpam,
}: {
  on: string
  branch: Branch<Shown>
  isJudgedSpam: boolean
}): OwnComment {
  const { comment, replies, replyCount } = branch
  return {
    ...toComment({ on, comment, isRemoved: false }),
    replyCount,
    replies: replies.map((reply) => toPublicComment({ on, branch: reply })),
    status: isJudgedSpam ? 'pending' : (comment.status as CommentState),
  }
}

function toComment({ on, comment, isRemoved }: { on: string; comment: Shown; isRemoved: boolean }): Comment {
  const name = isRemoved ? '' : (comment.name ?? '')
  return {
    id: comment.id,
    on,
    parent: comment.parent,
    author: {
      name,
      url: isRemoved ? null : (comment.url ?? null),
      isStaff: !isRemoved && comment.isStaff === true,
      avatarSeed: avatarSeed(name),
    },
    html: isRemoved ? '' : textToHtml(comment.body),
    text: isRemoved ? '' : comment.body,
    locale: (comment.locale ?? null) as Locale | null,
    createdAt: comment.createdAt,
    editedAt: isRemoved ? null : (comment.editedAt ?? null),
    isRemoved,
    replyCount: 0,
    replies: [],
  }
}

import type { CommentState, Locale, Notification } from '../contract/index.ts'

/**
 * Everything that is kept about the owner of an address. Nothing of others is in it but what the public sees, and of those who
 * moderate only the reasons they gave the writer.
 */
export type Copy = {
  madeAt: string
  email: string
  comments: OwnComment[]
  subscriptions: {
    /** `all`, or the page of one conversation. */
    of: 'all' | Page
    askedAt: string | null
    confirmedAt: string | null
    stoppedAt: string | null
  }[]
  /** Links in mails that still work: of the links only their digests are kept. */
  links: { kind: 'confirm' | 'stop'; on: Page; expiresAt: string }[]
  /** What there is, or was, to be told of by mail. */
  notices: { kind: string; on: Page; comment: string; createdAt: string; toldAt: string | null }[]
  mails: { kind: string; status: string; createdAt: string; sentAt: string | null }[]
  /** Reports are not linked to an address. */
  reports: never[]
}

/** Null where the page is gone or not public. */
export type Page = { title: string; url: string } | null

export type OwnComment = {
  id: string
  on: Page
  state: CommentState
  name: string
  url: string | null
  text: string
  locale: Locale | null
  createdAt: string
  editedAt: string | null
  withdrawnAt: string | null
  /** What it answers, as the public sees it; null for what stands by itself. */
  answers: { id: string; name: string } | null
  /** What the writer was told on why it was removed. */
  reasons: string[]
  notify: Notification
  hasNetworkMark: boolean
}

/** How much there is, for the page that leads to it. */
export const sumUp = ({ comments, subscriptions, mails }: Copy) => ({
  comments: comments.length,
  states: Object.fromEntries(
    (['approved', 'pending', 'spam', 'trash'] as const).map((state) => [
      state,
      comments.filter((one) => one.state === state).length,
    ]),
  ) as Record<CommentState, number>,
  subscriptions: subscriptions.length + comments.filter(({ notify }) => notify !== 'none').length,
  mails: mails.length,
})
export type Summary = ReturnType<typeof sumUp>

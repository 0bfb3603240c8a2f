import type { Comment as CommentLd, WithContext } from 'schema-dts'

import type { Comment, JsonLd } from '../contract/index.ts'

/** A public comment for search engines (schema.org Comment): its words and its public name, nothing else of its writer. */
export function toCommentLd({
  comment,
  page,
  anonymous,
}: {
  comment: Comment
  /** The address of what it stands on. */
  page: string
  /** What one is called who gave no name. */
  anonymous: string
}): JsonLd {
  const addressOf = (id: string) => `${page}#comment-${id}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Comment',
    '@id': addressOf(comment.id),
    url: addressOf(comment.id),
    text: comment.text,
    inLanguage: comment.locale ?? undefined,
    author: {
      '@type': 'Person',
      name: comment.author.name || anonymous,
      url: comment.author.url ?? undefined,
    },
    dateCreated: comment.createdAt,
    datePublished: comment.createdAt,
    dateModified: comment.editedAt ?? undefined,
    parentItem:
      comment.parent === null ? undefined : { '@type': 'Comment', '@id': addressOf(comment.parent) },
    about: { '@type': 'WebPage', '@id': page, url: page },
    commentCount: comment.replyCount,
  } satisfies WithContext<CommentLd>
}

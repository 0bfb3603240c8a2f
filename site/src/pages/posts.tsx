import { PostTeaser } from '../parts/cards.tsx'
import { NextPage } from '../parts/next-page.tsx'
import type { Asking, Page } from '../page.ts'

const LIMIT = 20

/** All articles in the language of the page, the newest first. */
export async function posts(asking: Asking): Promise<Page> {
  const { client, t, links, locale, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const page = await client.posts.list({ limit: LIMIT, language: locale, cursor })
  return {
    title: t('all-posts'),
    section: 'home',
    isNoIndex: cursor !== undefined,
    body: (
      <div class="list">
        <h1>{t('all-posts')}</h1>
        {page.items.length === 0 && <p class="empty">{t('no-posts')}</p>}
        <div class="teasers">
          {page.items.map((post) => (
            <PostTeaser post={post} asking={asking} />
          ))}
        </div>
        <NextPage
          cursor={page.nextCursor}
          hrefOf={(next) => links.posts({ cursor: next })}
          label={t('older-posts')}
        />
      </div>
    ),
  }
}

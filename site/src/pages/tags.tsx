import type { Asking, Page } from '../page.ts'
import { byName } from '../parts/name-order.ts'
import { NextPage } from '../parts/next-page.tsx'

const LIMIT = 100

/** Every topic. */
export async function tags(asking: Asking): Promise<Page> {
  const { client, t, links, locale, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const { items, nextCursor } = await client.tags.list({ limit: LIMIT, cursor })
  return {
    title: t('tags'),
    isNoIndex: cursor !== undefined,
    body: (
      <div class="list">
        <h1>{t('tags')}</h1>
        {items.length === 0 && <p class="empty">{t('no-tags')}</p>}
        <ul class="names">
          {byName(items, locale).map(({ slug, name }) => (
            <li>
              <a href={links.tag(slug)}>{name}</a>
            </li>
          ))}
        </ul>
        <NextPage
          cursor={nextCursor}
          hrefOf={(next) => links.tags({ cursor: next })}
          label={t('next-page')}
        />
      </div>
    ),
  }
}

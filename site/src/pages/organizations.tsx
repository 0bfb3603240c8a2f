import type { Asking, Page } from '../page.ts'
import { byName } from '../parts/name-order.ts'
import { NextPage } from '../parts/next-page.tsx'

const LIMIT = 60

/** The organizations people here belong to, and those that make events. */
export async function organizations(asking: Asking): Promise<Page> {
  const { client, t, links, locale, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const { items, nextCursor } = await client.organizations.list({ limit: LIMIT, cursor })
  return {
    title: t('organizations'),
    isNoIndex: cursor !== undefined,
    body: (
      <div class="list">
        <h1>{t('organizations')}</h1>
        {items.length === 0 && <p class="empty">{t('no-organizations')}</p>}
        <ul class="names">
          {byName(items, locale).map(({ slug, name }) => (
            <li>
              <a href={links.organization(slug)}>{name}</a>
            </li>
          ))}
        </ul>
        <NextPage
          cursor={nextCursor}
          hrefOf={(next) => links.organizations({ cursor: next })}
          label={t('next-page')}
        />
      </div>
    ),
  }
}

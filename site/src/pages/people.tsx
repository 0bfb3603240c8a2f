import type { Asking, Page } from '../page.ts'
import { byName } from '../parts/name-order.ts'
import { NextPage } from '../parts/next-page.tsx'
import { PersonCard } from '../parts/person-card.tsx'

const LIMIT = 60

/** Everybody who writes here, speaks here or is spoken of. */
export async function people(asking: Asking): Promise<Page> {
  const { client, t, links, locale, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const { items, nextCursor } = await client.people.list({ limit: LIMIT, cursor })
  return {
    title: t('people'),
    isNoIndex: cursor !== undefined,
    body: (
      <div class="list">
        <h1>{t('people')}</h1>
        {items.length === 0 && <p class="empty">{t('no-people')}</p>}
        <div class="people">
          {byName(items, locale).map((person) => (
            <PersonCard person={person} asking={asking} />
          ))}
        </div>
        <NextPage
          cursor={nextCursor}
          hrefOf={(next) => links.people({ cursor: next })}
          label={t('next-page')}
        />
      </div>
    ),
  }
}

import type { Child } from 'hono/jsx'

import type { Asking, Page } from '../page.ts'
import { byName } from './name-order.ts'
import { NextPage } from './next-page.tsx'

type Named = { slug: string; name: string }
type Listed<T> = { items: T[]; nextCursor: string | null }

type Props<T> = {
  asking: Asking
  title: string
  /** What is said where there is nobody and nothing. */
  none: string
  list: (cursor: string | undefined) => Promise<Listed<T>>
  hrefOf: (cursor: string) => string
  /** All of one page, in the order of their names. */
  show: (items: T[]) => Child
}

/** A page that lists everybody, or everything of a kind, by name. */
export async function directory<T extends Named>(props: Props<T>): Promise<Page> {
  const { asking, title, none, list, hrefOf, show } = props
  const { t, locale, query } = asking
  const cursor = query.get('cursor') ?? undefined
  const { items, nextCursor } = await list(cursor)
  return {
    title,
    isNoIndex: cursor !== undefined,
    body: (
      <div class="list">
        <h1>{title}</h1>
        {items.length === 0 && <p class="empty">{none}</p>}
        {show(byName(items, locale))}
        <NextPage cursor={nextCursor} hrefOf={hrefOf} label={t('next-page')} />
      </div>
    ),
  }
}

/** Names, each with its page. */
export const Names = ({ items, hrefOf }: { items: Named[]; hrefOf: (slug: string) => string }) => (
  <ul class="names">
    {items.map(({ slug, name }) => (
      <li>
        <a href={hrefOf(slug)}>{name}</a>
      </li>
    ))}
  </ul>
)

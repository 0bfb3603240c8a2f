import { formatDate } from '@ovoz/widget/format.ts'
import { OvozError, type SearchHit, type SearchPage, type Tag } from 'ovoz/client'

import { LOCALE_NAMES, linksIn } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { beginningOf } from '../parts/beginning.ts'
import { langOf } from '../parts/cards.tsx'
import { Marked } from '../parts/marked.tsx'
import { byName } from '../parts/name-order.ts'
import { NextPage } from '../parts/next-page.tsx'

const LIMIT = 20
const TAGS = 12
/** How much of the question stands in the title of the page and in a sentence, in characters. */
const SHOWN = 60

const KINDS = { posts: 'kind-posts', events: 'kind-events', quotes: 'kind-quotes' } as const

type Outcome = { page: SearchPage | null; fault: string | null }

/** What is found; a question that cannot be asked is told of in the words of the API. */
async function look({ client }: Asking, q: string | null, cursor?: string): Promise<Outcome> {
  if (q === null) return { page: null, fault: null }
  try {
    return { page: await client.get('/search', { q, limit: LIMIT, cursor }), fault: null }
  } catch (error) {
    const fault = error instanceof OvozError && error.errors.find(({ field }) => field === 'q')
    if (!fault) throw error
    return { page: null, fault: fault.message }
  }
}

type FormProps = { asking: Asking; q: string; fault: string | null }

function SearchForm({ asking: { t, links }, q, fault }: FormProps) {
  return (
    <form class="search-form" method="get" action={links.search()} role="search">
      <label for="q">{t('search-label')}</label>
      <div>
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          required
          autocomplete="off"
          enterkeyhint="search"
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? 'q-fault q-hint' : 'q-hint'}
        />
        <button type="submit">{t('search')}</button>
      </div>
      {fault && (
        <p class="fault" id="q-fault" role="alert">
          {fault}
        </p>
      )}
      <p class="quiet" id="q-hint">
        {t('search-hint')}
      </p>
    </form>
  )
}

/** The way to what was found, in the language in which the words stand in it. */
function hrefOf({ type, slug, locale }: SearchHit): string {
  const links = linksIn(locale)
  if (type === 'quotes') return links.quote(slug)
  return type === 'posts' ? links.post(slug) : links.event(slug)
}

function Hit({ hit, question, asking }: { hit: SearchHit; question: string; asking: Asking }) {
  const { t, locale, timeZone } = asking
  const day = formatDate(new Date(hit.publishedAt), locale, timeZone)
  return (
    <li lang={langOf(hit.locale, asking)}>
      <article class={`hit hit-${hit.type}`}>
        <p class="meta" lang={locale}>
          <span>{t(KINDS[hit.type])}</span>
          <time datetime={hit.publishedAt}>
            {/* Of an event, one would take a bare day for the day of the event. */}
            {hit.type === 'events' ? t('published-on', { date: day }) : day}
          </time>
          {hit.locale !== locale && <span lang={hit.locale}>{LOCALE_NAMES[hit.locale]}</span>}
        </p>
        <h2 class="hit-title">
          <a href={hrefOf(hit)} hreflang={langOf(hit.locale, asking)}>
            <Marked text={hit.title} question={question} />
          </a>
        </h2>
        <p class="hit-excerpt">
          <Marked text={hit.excerpt} question={question} />
        </p>
      </article>
    </li>
  )
}

/** What can be done where nothing was found. */
function Tips({ asking, tags }: { asking: Asking; tags: Tag[] }) {
  const { t, links } = asking
  return (
    <div class="tips">
      <ul>
        <li>{t('search-tip-spelling')}</li>
        <li>{t('search-tip-fewer')}</li>
        <li>{t('search-tip-letters')}</li>
      </ul>
      {tags.length > 0 && (
        <p>
          {t('search-tip-browse')}{' '}
          {byName(tags, asking.locale).map(({ slug, name }, at) => (
            <>
              {at > 0 && ', '}
              <a href={links.tag(slug)}>{name}</a>
            </>
          ))}
        </p>
      )}
    </div>
  )
}

/** The search over everything that is public. */
export async function search(asking: Asking): Promise<Page> {
  const { client, t, links, query } = asking
  const asked = query.get('q')
  const q = asked?.trim() ?? ''
  const { page, fault } = await look(asking, asked === null ? null : q, query.get('cursor') ?? undefined)
  const isEmpty = page?.total === 0
  const tags = isEmpty ? (await client.tags.list({ limit: TAGS })).items : []
  const shown = beginningOf(q, SHOWN)
  return {
    title: q ? t('search-title', { q: shown }) : t('search'),
    section: 'search',
    isNoIndex: true,
    body: (
      <div class="list search-page">
        <h1>{t('search')}</h1>
        <SearchForm asking={asking} q={q} fault={fault} />
        {page && (
          <section class="results" aria-label={t('results')}>
            <p class={isEmpty ? 'nothing' : 'meta'} role="status">
              {isEmpty ? t('nothing-found', { q: shown }) : t.count('found', page.total)}
            </p>
            {isEmpty && <Tips asking={asking} tags={tags} />}
            <ol class="hits">
              {page.items.map((hit) => (
                <Hit hit={hit} question={q} asking={asking} />
              ))}
            </ol>
            <NextPage
              cursor={page.nextCursor}
              hrefOf={(next) => links.search({ q, cursor: next })}
              label={t('more-results')}
            />
          </section>
        )}
      </div>
    ),
  }
}

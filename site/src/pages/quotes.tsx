import type { Quote } from 'ovoz/client'

import { linksIn } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { QuoteCard } from '../parts/cards.tsx'
import { FilterForm } from '../parts/filter-form.tsx'
import { byName } from '../parts/name-order.ts'
import { NextPage } from '../parts/next-page.tsx'

const LIMIT = 24
/** From how many of the newest quotes the choices are made: nobody is offered what leads to nothing. */
const LOOKED_THROUGH = 100
const FIELDS = 'speaker.slug,speaker.name,organization.slug,organization.name,tags'

const FILTERS = ['person', 'organization', 'tag'] as const
type Filter = (typeof FILTERS)[number]
type Choice = { slug: string; name: string }
type Chosen = Partial<Record<Filter, string>>

/** Whom, for whom and on what there are quotes. */
const choicesIn: Record<Filter, (quote: Quote) => Choice[]> = {
  person: ({ speaker }) => [speaker],
  organization: ({ organization }) => (organization ? [organization] : []),
  tag: ({ tags }) => tags,
}

/** What is chosen already is always among the choices, also where it is of older quotes or of none. */
function nameOf({ client }: Asking, filter: Filter, slug: string): Promise<Choice> {
  if (filter === 'person') return client.people.get(slug)
  return filter === 'organization' ? client.organizations.get(slug) : client.tags.get(slug)
}

async function findChoices(asking: Asking, chosen: Chosen): Promise<Record<Filter, Choice[]>> {
  const { items } = await asking.client.quotes.list({ limit: LOOKED_THROUGH, fields: FIELDS })
  const lists = FILTERS.map(async (filter) => {
    const found = new Map(items.flatMap(choicesIn[filter]).map((one) => [one.slug, one]))
    const own = chosen[filter]
    if (own && !found.has(own)) found.set(own, await nameOf(asking, filter, own))
    return [filter, byName([...found.values()], asking.locale)]
  })
  return Object.fromEntries(await Promise.all(lists))
}

const LABELS = {
  person: ['filter-person', 'any-person'],
  organization: ['filter-organization', 'any-organization'],
  tag: ['filter-topic', 'any-topic'],
} as const

type FormProps = { asking: Asking; chosen: Chosen; choices: Record<Filter, Choice[]> }

const Filters = ({ asking, chosen, choices }: FormProps) => (
  <FilterForm
    label={asking.t('quote-filter')}
    action={asking.links.quotes()}
    asking={asking}
    fields={FILTERS.map((name) => ({
      name,
      label: asking.t(LABELS[name][0]),
      any: asking.t(LABELS[name][1]),
      choices: choices[name].map(({ slug, name: text }) => ({ value: slug, text })),
      chosen: chosen[name],
    }))}
  />
)

/** What people said, the newest first; of one person, one organization, on one topic. */
export async function quotes(asking: Asking): Promise<Page> {
  const { client, t, links, query } = asking
  const chosen: Chosen = Object.fromEntries(
    FILTERS.flatMap((filter) => (query.get(filter) ? [[filter, query.get(filter)!]] : [])),
  )
  const cursor = query.get('cursor') ?? undefined
  const [page, choices] = await Promise.all([
    client.quotes.list({ ...chosen, limit: LIMIT, cursor }),
    findChoices(asking, chosen),
  ])
  const isChosen = Object.keys(chosen).length > 0
  return {
    title: t('quotes'),
    section: 'quotes',
    isNoIndex: isChosen || cursor !== undefined,
    hrefIn: (locale) => linksIn(locale).quotes(chosen),
    body: (
      <div class="list">
        <h1>{t('quotes')}</h1>
        {(isChosen || page.total > 0) && <Filters asking={asking} chosen={chosen} choices={choices} />}
        {isChosen && (
          <p class="meta" role="status">
            {page.total > 0 && <span>{t.count('quote-count', page.total)}</span>}
            <span>
              <a href={links.quotes()}>{t('show-all-quotes')}</a>
            </span>
          </p>
        )}
        {page.items.length === 0 && <p class="empty">{t(isChosen ? 'no-quotes-found' : 'no-quotes')}</p>}
        <div class="quotes">
          {page.items.map((quote) => (
            <QuoteCard quote={quote} asking={asking} />
          ))}
        </div>
        <NextPage
          cursor={page.nextCursor}
          hrefOf={(next) => links.quotes({ ...chosen, cursor: next })}
          label={t('more-quotes')}
        />
      </div>
    ),
  }
}

import type { EventCard, Tag } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { FilterForm } from './filter-form.tsx'

export type Filters = { city?: string; tag?: string }
export type Choices = { cities: string[]; tags: Tag[] }

/** The cities and topics of events, by the alphabet; what is chosen stays there even where no event has it. */
export function choicesOf(events: readonly EventCard[], { city, tag }: Filters, locale: string): Choices {
  const { compare } = new Intl.Collator(locale)
  const cities = new Set(events.flatMap((event) => event.city ?? []))
  const tags = new Map(events.flatMap((event) => event.tags).map((one) => [one.slug, one]))
  if (city) cities.add(city)
  if (tag && !tags.has(tag)) tags.set(tag, { slug: tag, name: tag })
  return {
    cities: [...cities].sort(compare),
    tags: [...tags.values()].sort((one, other) => compare(one.name, other.name)),
  }
}

type Props = {
  choices: Choices
  filters: Filters
  /** What else is asked for and stays so. */
  kept: Record<string, string>
  asking: Asking
}

/** By what the events of a page can be chosen, where there is something to choose from. */
export function EventFilters({ choices: { cities, tags }, filters, kept, asking }: Props) {
  const { t, links } = asking
  if (cities.length < 2 && tags.length < 2 && !filters.city && !filters.tag) return null
  return (
    <FilterForm
      label={t('event-filter')}
      action={links.events()}
      kept={kept}
      all={filters.city || filters.tag ? { href: links.events(kept), text: t('show-all') } : null}
      asking={asking}
      fields={[
        {
          name: 'city',
          label: t('city'),
          any: t('all-cities'),
          choices: cities.map((city) => ({ value: city, text: city })),
          chosen: filters.city,
        },
        {
          name: 'tag',
          label: t('topic'),
          any: t('all-topics'),
          choices: tags.map(({ slug, name }) => ({ value: slug, text: name })),
          chosen: filters.tag,
        },
      ]}
    />
  )
}

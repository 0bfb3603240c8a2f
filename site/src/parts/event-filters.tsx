import type { EventCard, Tag } from 'ovoz/client'

import type { Asking } from '../page.ts'

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

/** A form that asks for the same page again, with less on it. */
export function EventFilters({ choices: { cities, tags }, filters, kept, asking }: Props) {
  const { t, links } = asking
  if (cities.length < 2 && tags.length < 2 && !filters.city && !filters.tag) return null
  return (
    <form class="event-filters" method="get" action={links.events()}>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div>
        <label for="filter-city">{t('city')}</label>
        <select id="filter-city" name="city">
          <option value="">{t('all-cities')}</option>
          {cities.map((city) => (
            <option value={city} selected={city === filters.city}>
              {city}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="filter-tag">{t('topic')}</label>
        <select id="filter-tag" name="tag">
          <option value="">{t('all-topics')}</option>
          {tags.map(({ slug, name }) => (
            <option value={slug} selected={slug === filters.tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{t('show')}</button>
      {(filters.city || filters.tag) && <a href={links.events(kept)}>{t('show-all')}</a>}
    </form>
  )
}

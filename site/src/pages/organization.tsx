import { alternatesOf } from '../alternates.ts'
import type { Asking, Page } from '../page.ts'
import { langOf } from '../parts/cards.tsx'
import { byName } from '../parts/name-order.ts'
import { PersonCard } from '../parts/person-card.tsx'
import { Picture } from '../parts/picture.tsx'
import { QuotesSection, Section } from '../parts/sections.tsx'

const QUOTES = 12
const PEOPLE = 100

/** Who belongs to it. The API does not filter people, so this is told only where one page of it holds them all. */
async function peopleOf({ client, locale }: Asking, slug: string) {
  const { items, nextCursor } = await client.people.list({ limit: PEOPLE })
  return nextCursor === null
    ? byName(
        items.filter((one) => one.organization?.slug === slug),
        locale,
      )
    : []
}

/** Where a link leads, as readers write it. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url)

/** An organization: what it is, what was said for it, and who belongs to it. */
export async function organization(asking: Asking, { slug = '' }: Record<string, string>): Promise<Page> {
  const { client, t, links } = asking
  const [one, alternates, quotes, people] = await Promise.all([
    client.organizations.get(slug),
    alternatesOf(asking, {
      read: ({ organizations }, asked) => organizations.get(slug, asked),
      at: (links) => links.organization(slug),
    }),
    client.quotes.list({ organization: slug, limit: QUOTES }),
    peopleOf(asking, slug),
  ])
  const { name, description, url, logo } = one
  return {
    title: name,
    description,
    contentLocale: one.locale,
    alternates,
    image: logo,
    body: (
      <div class="profile">
        <header class="profile-head" lang={langOf(one.locale, asking)}>
          {logo && (
            <span class="logo">
              <Picture image={logo} sizes="9rem" isDecoration />
            </span>
          )}
          <div class="profile-words">
            <h1>{name}</h1>
            {description && <p class="lead">{description}</p>}
            {url && (
              <p class="meta">
                <span>
                  {t('website')}:{' '}
                  <a href={url} rel="noopener external">
                    {hostOf(url)}
                  </a>
                </span>
              </p>
            )}
          </div>
        </header>
        {people.length > 0 && (
          <Section title={t('people')}>
            <div class="people">
              {people.map((person) => (
                <PersonCard person={person} asking={asking} isWithin />
              ))}
            </div>
          </Section>
        )}
        <QuotesSection
          quotes={quotes}
          all={{ href: links.quotes({ organization: slug }), label: t('all-quotes-of', { name }) }}
          asking={asking}
        />
        {people.length + quotes.total === 0 && <p class="empty">{t('nothing-of-organization', { name })}</p>}
      </div>
    ),
  }
}

import { formatDate } from '@ovoz/widget/format.ts'
import type { Quote } from 'ovoz/client'

import { alternatesOf } from '../alternates.ts'
import { LOCALE_NAMES } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { AlsoIn } from '../parts/also-in.tsx'
import { beginningOf } from '../parts/beginning.ts'
import { langOf, QuoteCard, standingOf } from '../parts/cards.tsx'
import { Portrait } from '../parts/portrait.tsx'
import { Share } from '../parts/share.tsx'
import { TagList } from '../parts/tag-list.tsx'
import { Section } from '../parts/sections.tsx'
import { shareImage } from '../share-image/layout.ts'

const OTHERS = 6
/** How much of the words stands in the title of the page, in characters. */
const TITLE = 70
/** Below so many characters the words are set in the largest size, above the second in a smaller one. */
const SHORT = 120
const LONG = 400

type On = { quote: Quote; asking: Asking }

/** The name of a language, or what stands in its place: staff write what they like there. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function Facts({ quote, asking }: On) {
  const { t, links, locale } = asking
  const { source, saidOn, spokenLanguage } = quote
  if (!source && !saidOn && !spokenLanguage) return null
  return (
    <dl class="facts" lang={locale}>
      {source && (
        <div>
          <dt>{t('said-at')}</dt>
          <dd>
            <a
              href={source.type === 'posts' ? links.post(source.slug) : links.event(source.slug)}
              lang={quote.locale}
            >
              {source.title}
            </a>
          </dd>
        </div>
      )}
      {saidOn && (
        <div>
          <dt>{t('said-on')}</dt>
          <dd>
            {/* A day of the calendar, in whatever time zone it is read. */}
            <time datetime={saidOn}>{formatDate(new Date(saidOn), locale, 'UTC')}</time>
          </dd>
        </div>
      )}
      {spokenLanguage && (
        <div>
          <dt>{t('spoken-language')}</dt>
          <dd>{languageName(spokenLanguage, locale)}</dd>
        </div>
      )}
    </dl>
  )
}

function Words({ quote, asking }: On) {
  const { links, t, locale } = asking
  const { speaker, role, organization, text } = quote
  const size = text.length < SHORT ? ' voice-short' : text.length > LONG ? ' voice-long' : ''
  return (
    <figure class={`voice${size}`} lang={langOf(quote.locale, asking)}>
      <blockquote>
        <p>{text}</p>
      </blockquote>
      <figcaption>
        <Portrait image={speaker.image} name={speaker.name} />
        <span class="quote-speaker">
          <a href={links.person(speaker.slug)}>{speaker.name}</a>
          {(role || organization) && (
            <span class="quiet">
              {role}
              {role && organization && ', '}
              {organization && <a href={links.organization(organization.slug)}>{organization.name}</a>}
            </span>
          )}
        </span>
      </figcaption>
      {quote.locale !== locale && (
        <p class="notice" lang={locale}>
          {t('quote-not-in-language', { language: LOCALE_NAMES[quote.locale] })}
        </p>
      )}
    </figure>
  )
}

/** One quote, to be read, passed on and referred to. */
export async function quote(asking: Asking, { id = '' }: Record<string, string>): Promise<Page> {
  const { client, t, links, locale } = asking
  const one = await client.quotes.get(id)
  const { name, slug } = one.speaker
  const [alternates, more] = await Promise.all([
    alternatesOf(asking, {
      read: ({ quotes }, asked) => quotes.get(id, asked),
      at: (links) => links.quote(id),
    }),
    client.quotes.list({ person: slug, limit: OTHERS + 1 }),
  ])
  const others = more.items.filter((other) => other.id !== id).slice(0, OTHERS)
  const title = `${name}: ${beginningOf(one.text, TITLE)}`
  return {
    title,
    description: [name, standingOf(one)].filter(Boolean).join(', '),
    section: 'quotes',
    kind: 'article',
    contentLocale: one.locale,
    alternates,
    image: shareImage(links.quote(id), `${name}: ${one.text}`),
    jsonLd: one.jsonLd,
    body: (
      <div class="voice-page">
        <h1 class="visually-hidden">{title}</h1>
        <Words quote={one} asking={asking} />
        <footer class="voice-about">
          <Facts quote={one} asking={asking} />
          <TagList tags={one.tags} asking={asking} />
          <AlsoIn of={{ locale: one.locale, alternates }} asking={asking} />
          <Share title={title} asking={asking} />
        </footer>
        {others.length > 0 && (
          <Section
            title={t('more-of-person', { name })}
            all={more.total > OTHERS + 1 && { href: links.quotes({ person: slug }), label: t('all-quotes') }}
          >
            <div class="quotes">
              {others.map((other) => (
                <QuoteCard quote={other} asking={asking} isOwnPage />
              ))}
            </div>
          </Section>
        )}
        {others.length === 0 && (
          <p class="more" lang={locale}>
            <a href={links.quotes()}>{t('all-quotes')}</a>
          </p>
        )}
      </div>
    ),
  }
}

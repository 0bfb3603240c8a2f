import { formatDate } from '@ovoz/widget/format.ts'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from 'ovoz/client'

import type { Assets } from './assets.ts'
import { formatTime } from './dates.ts'
import { DEFAULT_LOCALE, inLocale, LOCALE_NAMES, LOCALES, ownFile, withQuery } from './links.ts'
import type { Asking, Page } from './page.ts'
import { Preload } from './parts/picture.tsx'

type Props = { page: Page; asking: Asking; assets: Assets; asOf: Date | null }

/** JSON as a data block of HTML: no text in it can end the block. */
const dataBlock = (data: unknown) =>
  raw(`<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`)

/** Where this very page is in another language: its own address there, or the same path. */
function addressIn(locale: Locale, { page, asking }: Pick<Props, 'page' | 'asking'>): string {
  const own = page.alternates?.find((one) => one.locale === locale)
  return withQuery(own ? new URL(own.url).pathname : inLocale(locale, asking.path), page.asked ?? {})
}

function Head({ page, asking, assets }: Props) {
  const { t, site, locale, siteUrl, links, path } = asking
  const isHome = path === '/'
  const title = isHome ? site.name : `${page.title} · ${site.name}`
  const described = page.description ?? site.description
  const content = page.contentLocale ?? locale
  const canonical = siteUrl + addressIn(content, { page, asking })
  const isFound = !page.isNoIndex && !page.isPrivate && (page.status ?? 200) === 200
  const alternates =
    page.alternates === undefined ? LOCALES.map((one) => ({ locale: one })) : (page.alternates ?? [])
  const image = page.image && { ...page.image, url: new URL(ownFile(page.image.url), siteUrl).href }
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf8f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171310" media="(prefers-color-scheme: dark)" />
      <title>{title}</title>
      {described && <meta name="description" content={described} />}
      <link rel="stylesheet" href={assets.style.path} />
      {page.hero && <Preload {...page.hero} />}
      {page.hasDiscussion && <script type="module" src={assets.script.path}></script>}
      <link rel="icon" type="image/svg+xml" href={assets.icon.path} />
      {isFound ? (
        <>
          <link rel="canonical" href={canonical} />
          {alternates.map((one) => (
            <link
              rel="alternate"
              hreflang={one.locale}
              href={siteUrl + addressIn(one.locale, { page, asking })}
            />
          ))}
          {alternates.some((one) => one.locale === DEFAULT_LOCALE) && (
            <link
              rel="alternate"
              hreflang="x-default"
              href={siteUrl + addressIn(DEFAULT_LOCALE, { page, asking })}
            />
          )}
        </>
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <link
        rel="alternate"
        type="application/rss+xml"
        title={`${site.name}: ${t('home')}`}
        href={links.feed('posts.rss')}
      />
      {page.feed && (
        <link rel="alternate" type="application/rss+xml" title={page.feed.title} href={page.feed.href} />
      )}
      <meta property="og:type" content={page.kind ?? 'website'} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={isHome ? site.name : page.title} />
      {described && <meta property="og:description" content={described} />}
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={content} />
      {image && (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {page.jsonLd && dataBlock(page.jsonLd)}
    </head>
  )
}

function Header({ page, asking }: Pick<Props, 'page' | 'asking'>) {
  const { t, site, links, locale, path, query } = asking
  const items = [
    ['home', links.home()],
    ['events', links.events()],
    ['quotes', links.quotes()],
    ['search', links.search()],
  ] as const
  // Of a list, the page within it; a search stays the same search in another language.
  const kept = path === '/search' ? { q: query.get('q') } : {}
  const name = <span class="wordmark-name">{site.name}</span>
  return (
    <header class="masthead">
      <div class="masthead-top">
        {path === '/' && (page.status ?? 200) === 200 ? (
          <h1 class="wordmark">{name}</h1>
        ) : (
          <p class="wordmark">
            <a href={links.home()} rel="home">
              {name}
            </a>
          </p>
        )}
        <nav class="languages" aria-label={t('languages')}>
          <ul>
            {LOCALES.map((one) => (
              <li>
                <a
                  href={page.hrefIn?.(one) ?? withQuery(addressIn(one, { page, asking }), kept)}
                  lang={one}
                  hreflang={one}
                  aria-current={one === locale ? 'true' : undefined}
                >
                  {LOCALE_NAMES[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <nav class="sections" aria-label={t('menu')}>
        <ul>
          {items.map(([key, href]) => (
            <li>
              <a
                href={href}
                aria-current={
                  page.section === key ? (path === `/${key}` || path === '/' ? 'page' : 'true') : undefined
                }
              >
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Footer({ asking }: Pick<Props, 'asking'>) {
  const { t, site, links } = asking
  return (
    <footer class="colophon">
      <div class="colophon-inner">
        <div>
          <p class="colophon-name">{site.name}</p>
          {site.description && <p>{site.description}</p>}
        </div>
        <ul>
          <li>
            <a href={links.people()}>{t('people')}</a>
          </li>
          <li>
            <a href={links.organizations()}>{t('organizations')}</a>
          </li>
          <li>
            <a href={links.tags()}>{t('tags')}</a>
          </li>
          <li>
            <a href={links.privacy()}>{t('privacy')}</a>
            <a href={links.privacyRequests()}>{t('privacy-requests')}</a>
          </li>
        </ul>
        <ul>
          <li>
            <a href={links.feed('posts.rss')}>{t('feed-posts')}</a>
          </li>
          <li>
            <a href={links.feed('comments.rss')}>{t('feed-comments')}</a>
          </li>
          <li>
            <a href={links.calendar()}>{t('feed-calendar')}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}

/** Since when a page could not be checked: the time of today, or the day. */
function tellAsOf(date: Date, { t, locale, timeZone, now }: Asking): string {
  const day = formatDate(date, locale, timeZone)
  return day === formatDate(now, locale, timeZone)
    ? t('as-of', { time: formatTime({ date, locale, timeZone }) })
    : t('as-of-day', { date: day })
}

/** The document round a page. */
export function Layout(props: Props & { children?: Child }) {
  const { page, asking, asOf } = props
  const { t, locale } = asking
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale}>
        <Head {...props} />
        <body>
          <a class="skip" href="#content">
            {t('skip')}
          </a>
          <Header page={page} asking={asking} />
          {asOf && (
            <p class="as-of" role="status">
              {tellAsOf(asOf, asking)}
            </p>
          )}
          <main id="content" tabindex={-1}>
            {page.body}
          </main>
          <Footer asking={asking} />
        </body>
      </html>
    </>
  )
}

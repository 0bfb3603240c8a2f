import type { Asking, Page } from '../page.ts'

const STATUS = { 'not-found': 404, gone: 410, failed: 500, away: 503 } as const

/** The page for what cannot be shown: what happened, and the ways on. */
export function troublePage({ asking, kind }: { asking: Asking; kind: keyof typeof STATUS }): Page {
  const { t, links } = asking
  return {
    status: STATUS[kind],
    title: t(kind),
    alternates: null,
    isNoIndex: true,
    body: (
      <div class="trouble">
        <p class="trouble-number" aria-hidden="true">
          {STATUS[kind]}
        </p>
        <h1>{t(kind)}</h1>
        <p>{t(`${kind}-text`)}</p>
        {(kind === 'not-found' || kind === 'gone') && (
          <form class="search-form" method="get" action={links.search()} role="search">
            <label for="q">{t('search')}</label>
            <div>
              <input id="q" name="q" type="search" required maxlength={200} />
              <button type="submit">{t('search')}</button>
            </div>
          </form>
        )}
        <p>
          <a href={links.home()}>{t('all-posts')}</a>
        </p>
      </div>
    ),
  }
}

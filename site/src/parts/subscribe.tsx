import { withQuery } from '../links.ts'
import type { Asking } from '../page.ts'
import type { Filters } from './event-filters.tsx'

/** The way to have events in one's own calendar, with the filters that are set. */
export function Subscribe({ asking, filters }: { asking: Asking; filters: Filters }) {
  const { t, siteUrl, locale } = asking
  const address = withQuery('/events.ics', { locale, ...filters })
  return (
    <aside class="subscribe">
      <h2 class="rubric">{t('subscribe')}</h2>
      <p class="quiet">{t('subscribe-text')}</p>
      <ul>
        <li>
          <a href={`${siteUrl.replace(/^https?:/, 'webcal:')}${address}`}>{t('subscribe-app')}</a>
        </li>
        <li>
          <a href={address}>{t('calendar-file')}</a>
        </li>
      </ul>
    </aside>
  )
}

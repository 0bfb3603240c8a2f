import type { Hono } from 'hono'
import type { Event, Locale, Post } from 'ovoz/client'

import { dress, startAsking } from '../answer.tsx'
import type { Ground } from '../app.ts'
import { DEFAULT_LOCALE, LOCALES, withQuery } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { Article } from '../pages/article.tsx'
import { EventView } from '../pages/event.tsx'
import { contentPolicy } from '../protection.ts'
import { askFor } from '../reader.ts'
import { sendRendered } from '../send.ts'

type Draft = Post | Event
type Asked = { token: string; locale: Locale | undefined }
type Found = { draft: Draft } | { trouble: 'expired' | 'away' }

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((one) => one === text)

/** Asks for the draft. It is kept by nobody: what is written now counts, and who may see it. */
async function readDraft(
  { fetch, settings }: Pick<Ground, 'fetch' | 'settings'>,
  { token, locale }: Asked,
): Promise<Found> {
  try {
    const answer = await fetch(settings.API_URL + withQuery('/api/v1/preview', { token, locale }))
    if (answer.ok) return { draft: (await answer.json()) as Draft }
    return { trouble: answer.status < 500 && answer.status !== 429 ? 'expired' : 'away' }
  } catch {
    return { trouble: 'away' }
  }
}

type Showing = { draft: Draft; asking: Asking; ground: Ground; panel: string; token: string }

function draftPage({ draft, asking, ground, panel, token }: Showing): Page {
  return {
    title: draft.title,
    contentLocale: draft.locale,
    alternates: null,
    hrefIn: (locale) => withQuery('/preview', { token, locale }),
    isPrivate: true,
    body: (
      <>
        <p class="draft-bar" role="status">
          {asking.t('draft')}
        </p>
        {draft.type === 'posts' ? (
          <Article post={draft} asking={asking} />
        ) : (
          <EventView event={draft} asking={asking} />
        )}
        <script src={ground.assets.preview.path} data-panel={panel} defer></script>
      </>
    ),
  }
}

const troubled = (trouble: 'expired' | 'away', { t }: Asking): Page => ({
  status: trouble === 'away' ? 503 : 403,
  title: t(trouble === 'away' ? 'away' : 'draft-expired'),
  alternates: null,
  isPrivate: true,
  body: (
    <div class="trouble">
      <h1>{t(trouble === 'away' ? 'away' : 'draft-expired')}</h1>
      <p>{t(trouble === 'away' ? 'away-text' : 'draft-expired-text')}</p>
    </div>
  ),
})

/** A draft as readers will see it, for staff: the panel opens this address, or frames it beside the form. */
export function addPreview(app: Hono, ground: Ground) {
  const panel = new URL(ground.settings.CMS_URL ?? ground.settings.API_URL).origin

  app.get('/preview', async (c) => {
    const { token = '', locale: named } = c.req.query()
    const { settings } = ground
    const found = await readDraft(
      { settings, fetch: askFor(c, ground) },
      { token, locale: isLocale(named) ? named : undefined },
    )
    const draft = 'draft' in found ? found.draft : null
    const locale = isLocale(named) ? named : (draft?.locale ?? DEFAULT_LOCALE)
    const { asking, used } = await startAsking({ ground, url: c.req.url, locale })
    // Links of the page are those of the article, as it will be.
    if (draft) asking.path = `/${draft.type}/${draft.slug}`
    const page =
      'draft' in found
        ? draftPage({ draft: found.draft, asking, ground, panel, token })
        : troubled(found.trouble, asking)
    c.header('Content-Security-Policy', contentPolicy(panel))
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
    // The panel has opened this window, and is told that it is there.
    c.header('Cross-Origin-Opener-Policy', 'unsafe-none')
    return sendRendered(c, await dress({ ground, page, asking, used }))
  })
}

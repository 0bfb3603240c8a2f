import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'

import { mayReadDrafts } from '../content/policy.ts'
import { DEFAULT_LOCALE, type Locale, LOCALES, type SubjectType } from '../contract/index.ts'
import { fillPreviewUrl } from '../platform/preview-urls.ts'
import { settings } from '../platform/settings.ts'
import { staffWord } from '../platform/staff-words.ts'
import { findDraft } from './store.ts'
import { makePaneToken, makePreviewToken } from './token.ts'

const localeOf = (code: unknown): Locale => LOCALES.find((locale) => locale === code) ?? DEFAULT_LOCALE

const addressOf = (values: { collection: SubjectType; locale: Locale; slug: unknown; token: string }) =>
  fillPreviewUrl({
    urls: settings.PREVIEW_URL,
    ...values,
    slug: typeof values.slug === 'string' ? values.slug : '',
  })

/**
 * `GET /api/<collection>/:id/preview?locale=`: sends staff on to the front end, each time with a fresh token. An
 * address with a token in it would have stood in the panel, and gone stale, since the page was loaded.
 */
const openPreview = (collection: SubjectType): Endpoint => ({
  method: 'get',
  path: '/:id/preview',
  handler: async (req) => {
    if (!mayReadDrafts(req)) return say(403, staffWord(req, 'no-drafts'))
    const id = String(req.routeParams!.id)
    const draft = await findDraft({ payload: req.payload, type: collection, id })
    if (!draft) return say(404, staffWord(req, 'no-such-document'))
    const locale = localeOf(req.query.locale)
    const token = makePreviewToken({ type: collection, id, locale }, new Date())
    const address = addressOf({ collection, locale, slug: draft.slug, token })
    if (address === null) return say(404, staffWord(req, 'no-preview'))
    return new Response(null, {
      status: 302,
      headers: { Location: address, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
    })
  },
})

const say = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status })

const BREAKPOINTS = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'desktop', width: 1440, height: 900 },
]

/** A collection whose drafts staff see in the front end: by a button, and beside the form while they write. */
export function showsPreview<Slug extends SubjectType>(
  collection: CollectionConfig<Slug>,
): CollectionConfig<Slug> {
  const type = collection.slug as SubjectType
  const mayShow = (req: PayloadRequest, locale: Locale) =>
    mayReadDrafts(req) && addressOf({ collection: type, locale, slug: '', token: '' }) !== null
  return {
    ...collection,
    endpoints: [...(collection.endpoints || []), openPreview(type)],
    admin: {
      ...collection.admin,
      preview: ({ id }, { locale, req }) =>
        mayShow(req, localeOf(locale))
          ? `/api/${type}/${String(id)}/preview?locale=${localeOf(locale)}`
          : null,
      livePreview: {
        // What is on offer is seen by its size; Payload has no translations for these names.
        breakpoints: BREAKPOINTS.map((size) => ({ ...size, label: `${size.width} × ${size.height}` })),
        // Asked again after every save, so that the pane has a token that is good however long one writes.
        url: ({ data, locale: { code }, req }) => {
          const locale = localeOf(code)
          if (!mayReadDrafts(req) || !data.id) return null
          const token = makePaneToken({ type, id: String(data.id), locale }, new Date())
          return addressOf({ collection: type, locale, slug: data.slug, token })
        },
      },
    },
  }
}

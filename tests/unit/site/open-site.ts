import { createApp, createGround, type Ground } from '../../../site/src/app.ts'
import { readSettings } from '../../../site/src/settings.ts'
import { EXAMPLES } from '../../../src/contract/examples.ts'
import { openSmallApi } from './small-api.ts'

const asset = (name: string, type: string) => ({ path: `/assets/${name}`, type, text: `/* ${name} */` })
const ASSETS = {
  style: asset('site-1.css', 'text/css'),
  script: asset('comments-1.js', 'text/javascript'),
  icon: asset('icon-1.svg', 'image/svg+xml'),
  preview: asset('preview-1.js', 'text/javascript'),
} as Ground['assets']

/** An example of the contract, the one that stands first. */
export const example = (name: string): any => structuredClone(Object.values(EXAMPLES[name]!)[0])

const SITE = {
  name: 'Chashma',
  description: 'A newsroom.',
  url: 'https://site.example',
  locales: [{ code: 'en', name: 'English' }],
  defaultLocale: 'en',
  comments: { state: 'open' },
}
const NOTHING = { items: [], nextCursor: null, total: 0 }

let etags = 0
/** An answer of the API, with an ETag no other has. */
export const answerWith = (body: unknown) => ({ headers: { etag: `"${(etags += 1)}"` }, body })

export const SLUG = 'water-by-day'

/** The site with a small API behind it, which has one article. No browser, no port of its own. */
export async function openSite(env: Record<string, string> = {}) {
  const post = { ...example('Post'), slug: SLUG }
  const api = await openSmallApi({
    '/api/v1/site': answerWith(SITE),
    '/api/v1/posts': answerWith(NOTHING),
    '/api/v1/events': answerWith(NOTHING),
    '/api/v1/quotes': answerWith(NOTHING),
    [`/api/v1/posts/${SLUG}`]: answerWith(post),
    '/api/v1/comments': answerWith({ ...example('Thread'), on: `posts/${SLUG}` }),
  })
  const settings = readSettings({
    API_URL: api.url,
    SITE_URL: 'https://site.example',
    CMS_URL: 'https://cms.example',
    TIME_ZONE: 'Asia/Dushanbe',
    ...env,
  })
  const ground = createGround({ settings, assets: ASSETS })
  const clock = { now: new Date('2026-11-24T09:00:10Z') }
  ground.now = () => clock.now
  const app = createApp(ground)
  return {
    api,
    app,
    ground,
    clock,
    post,
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    async close() {
      ground.source.close()
      await api.close()
    },
  }
}

export type OpenSite = Awaited<ReturnType<typeof openSite>>

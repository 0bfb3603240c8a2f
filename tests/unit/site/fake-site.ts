import { onTestFinished, vi } from 'vitest'

import { createApp, createGround, type Ground } from '../../../site/src/app.ts'
import { createRenderedPages } from '../../../site/src/rendered.ts'
import { readSettings } from '../../../site/src/settings.ts'
import { createSource } from '../../../site/src/source.ts'
import { CONTENT_EXAMPLES } from '../../../src/contract/examples-content.ts'

const API = 'http://api.example'
const asset = (path: string) => ({ path, type: 'text/plain', text: '' })

type Answers = (url: URL) => unknown
/** What the API says where it refuses. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: object = {},
  ) {}
}

/**
 * The whole site over an API that is a function from addresses to answers, until the test ends; undefined is what is
 * not there.
 */
export function openSite(answers: Answers) {
  const asked: string[] = []
  const fake = async (input: string | URL | Request) => {
    const url = new URL(String(input))
    asked.push(url.pathname.replace('/api/v1', '') + url.search)
    if (url.pathname === '/api/v1/site') return Response.json(CONTENT_EXAMPLES.Site.en)
    const answer = answers(url)
    if (url.pathname === '/readyz' && !(answer instanceof Error)) return Response.json({})
    const body = answer ?? new Refusal(404, { code: 'not-found', detail: 'Nothing is here.' })
    if (body instanceof Error) throw body
    return body instanceof Refusal
      ? Response.json(body.problem, { status: body.status, headers: { 'Content-Type': 'application/problem+json' } }) // prettier-ignore
      : Response.json(body)
  }
  const settings = readSettings({
    API_URL: API,
    SITE_URL: 'https://site.example',
    TIME_ZONE: 'Asia/Dushanbe',
  })
  const source = createSource({ url: API, bytes: 10_000_000, fresh: 0 })
  vi.stubGlobal('fetch', fake)
  onTestFinished(() => {
    source.close()
    vi.unstubAllGlobals()
  })
  const ground = {
    ...createGround({
      settings,
      assets: { style: asset('/a.css'), script: asset('/a.js'), icon: asset('/a.svg') } as Ground['assets'],
    }),
    source,
    rendered: createRenderedPages({ source, bytes: 10_000_000 }),
  }
  const app = createApp(ground)
  return {
    asked,
    ground,
    async read(path: string) {
      const answer = await app.request(`https://site.example${path}`)
      return { status: answer.status, headers: answer.headers, html: await answer.text() }
    },
  }
}

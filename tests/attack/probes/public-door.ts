import { expect } from 'vitest'

import { whatActs } from '../acting.ts'
import { type House, INSIDE, type Probe, read, tries } from '../house.ts'

const on = 'posts/water-by-day'
const isHidden = [404, 410]

/** Asked with something private in it: the answer is the one without, or a refusal. */
const sameAs = (name: string, plain: string, odd: string | ((house: House) => string)): Probe => ({
  name,
  run: async (house) => {
    const path = typeof odd === 'string' ? odd : odd(house)
    const [bare, asked] = [await house.target.ask(plain), await house.target.ask(path)]
    expect([200, 301, 400, 404, 422]).toContain(asked.status)
    if (asked.status === 200) expect(asked.text).toBe(bare.text)
  },
})

export const reading: Probe[] = [
  ...[
    'sort=email',
    'sort=-author.email',
    'order=email',
    'where[email][like]=survivor',
    'where={"email":{"exists":true}}',
    'draft=true',
    'trash=true',
    'status=pending',
    'overrideAccess=true&showHiddenFields=true',
    'depth=10',
    'select[email]=true',
    'populate[users][email]=true',
    'context=edit',
    'author_email=mahina.approved@survivor.example',
    'email=mahina.approved@survivor.example',
    'joins[private][sort]=email',
    'locale=all',
    'locale=*',
    '__proto__[x]=1',
    'fields=email',
    'fields=author.email,moves,status,network,writer',
  ].map((query) =>
    sameAs(`a thread with ${query}`, `/api/v1/comments?on=${on}`, `/api/v1/comments?on=${on}&${query}`),
  ),
  ...['0', '-1', '101', '1e9', 'NaN', '1;drop', '%00', ''].map((limit) =>
    tries(
      `limit=${limit}`,
      `/api/v1/comments?on=${on}&limit=${limit}`,
      [200, 422],
      {},
      ({ status, text }) => {
        if (status === 200) expect(JSON.parse(text).items.length).toBeLessThanOrEqual(100)
      },
    ),
  ),
  ...['e30', 'eyJpZCI6eyIkZ3QiOiIifX0', '../../x', '%7B%22%24ne%22%3Anull%7D', 'x'.repeat(4000)].map(
    (cursor) =>
      tries(
        `a made-up cursor ${cursor.slice(0, 20)}`,
        `/api/v1/comments?on=${on}&cursor=${cursor}`,
        [422, 400, 414],
      ),
  ),
  ...(['pending', 'spam', 'withdrawn'] as const).flatMap((state) => [
    tries(`the comment that is ${state}`, ({ ids }) => `/api/v1/comments/${ids[state]}`, isHidden),
    tries(
      `the comment that is ${state}, with a made-up token`,
      ({ ids }) => `/api/v1/comments/${ids[state]}`,
      isHidden,
      {
        headers: { authorization: 'Bearer x' },
      },
    ),
    tries(
      `the comment that is ${state}, with the token of another`,
      ({ ids }) => `/api/v1/comments/${ids[state]}`,
      isHidden,
      ({ tokens }) => ({
        headers: { authorization: `Bearer ${tokens.approved}` },
      }),
    ),
  ]),
  tries('the comment in the trash', ({ ids }) => `/api/v1/comments/${ids.trash}`, isHidden),
  tries('the draft', '/api/v1/posts/not-yet', isHidden),
  tries('the event nobody knows of', '/api/v1/events/old-mill', isHidden),
  tries('the calendar of the event nobody knows of', '/api/v1/events/old-mill.ics', isHidden),
  tries('the quote without consent', ({ quote }) => `/api/v1/quotes/${quote}`, isHidden),
  tries('the thread of the draft', '/api/v1/comments?on=posts/not-yet', isHidden),
  tries('the count of the draft', '/api/v1/comments/counts?on=posts/not-yet', 200, {}, (reply) =>
    expect(read(reply).counts).toEqual({ 'posts/not-yet': 0 }),
  ),
  ...Object.values(INSIDE).map((words) =>
    tries(
      `search for “${words.slice(0, 24)}”`,
      `/api/v1/search?q=${encodeURIComponent(words)}`,
      200,
      {},
      (reply) => expect(read(reply).items).toEqual([]),
    ),
  ),
  ...['rss', 'atom', 'json'].flatMap((form) => [
    tries(`the feed of articles, ${form}`, `/api/v1/feeds/posts.${form}`, 200),
    tries(`the feed of comments, ${form}`, `/api/v1/feeds/comments.${form}`, 200),
    tries(
      `the feed of the draft's comments, ${form}`,
      `/api/v1/feeds/comments.${form}?on=posts/not-yet`,
      isHidden,
    ),
  ]),
  tries('the calendar', '/api/v1/events.ics', 200),
  tries('all articles', '/api/v1/posts?limit=100', 200),
  tries('all quotes', '/api/v1/quotes?limit=100', 200),
  tries('all people', '/api/v1/people?limit=100', 200),
  tries('the thread itself', `/api/v1/comments?on=${on}`, 200, {}, (reply) => {
    const allowed = [
      'author',
      'createdAt',
      'editedAt',
      'html',
      'id',
      'isRemoved',
      'locale',
      'on',
      'parent',
      'replies',
      'replyCount',
      'text',
    ]
    for (const item of read(reply).items) expect(Object.keys(item).sort()).toEqual(allowed)
  }),
  tries('the document of the API', '/api/v1/openapi.json', 200),
  ...['x', '..%2f..', '%00', 'eyJhbGciOiJub25lIn0.e30.'].map((token) =>
    tries(`a preview with “${token}”`, `/api/v1/preview?token=${token}`, [400, 401, 403, 404, 410, 422]),
  ),
]

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const submission = { on, name: 'Nobody', email: 'nobody@stranger.example', body: 'Words of a stranger' }
let n = 0
const submits = (
  name: string,
  more: object,
  wanted: number | number[],
  check?: Parameters<typeof tries>[4],
) =>
  tries(
    name,
    '/api/v1/comments',
    wanted,
    () => ({ body: { ...submission, body: `Words ${++n} of a stranger`, ...more } }),
    check,
  )

/** What was written by a submission, as a moderator sees it. */
const keptOf = async (house: House, id: string) => {
  return read(await house.as(house.admin, `/api/comments/${id}?depth=0`))
}

export const writing: Probe[] = [
  {
    name: 'a stranger says more than one may say',
    run: async (house) => {
      const { status, text } = await house.target.ask('/api/v1/comments', {
        body: {
          ...submission,
          body: 'Look how much I say',
          id: 'mine',
          status: 'approved',
          createdAt: '2001-01-01T00:00:00.000Z',
          isStaff: true,
          visibility: 'shown',
          revision: 40,
          thread: 'posts/other',
          moves: [{ to: 'approved' }],
          author: { isStaff: true },
          __proto__: { isAdmin: true },
          constructor: { prototype: { x: 1 } },
        },
      })
      expect(status).toBe(202)
      const { id, status: state } = JSON.parse(text)
      expect(state).toBe('pending')
      const kept = await keptOf(house, id)
      expect(kept).toMatchObject({ status: 'pending', isStaff: false, revision: 0 })
      expect(kept.createdAt).not.toMatch(/^2001/)
    },
  },
  submits('an answer to what is not public', { parent: 'none' }, 422),
  tries('an answer to a comment that waits', '/api/v1/comments', 422, ({ ids }) => ({
    body: { ...submission, parent: ids.pending },
  })),
  submits('a comment on a draft', { on: 'posts/not-yet' }, 404),
  submits('a comment on a collection that is none', { on: 'users/1' }, 422),
  submits('a comment on a path', { on: 'posts/../users' }, 422),
  submits('an operator for a name', { name: { $ne: null } }, 422),
  submits('a list for an address', { email: ['a@b.example', 'c@d.example'] }, 422),
  submits('two addresses in one', { email: 'a@b.example, c@d.example' }, 422),
  submits('an address with a line break', { email: 'a@b.example\r\nBcc: c@d.example' }, 422),
  submits('a script for a link', { url: 'javascript:alert(1)' }, 422),
  submits('data for a link', { url: 'data:text/html,<script>1</script>' }, 422),
  submits('a text of a megabyte', { body: 'x'.repeat(1_000_000) }, 413),
  submits('a text over the limit', { body: 'x'.repeat(5001) }, 422),
  submits('nothing but spaces that are none', { body: '\u200b\u2060\u00ad' }, 422),
  submits('a name with a line break', { name: 'a\r\nSet-Cookie: x=1' }, [202, 422]),
  submits('one’s own address in the text', { body: 'Write to nobody@stranger.example' }, 422),
  tries('a body that is no JSON', '/api/v1/comments', 400, {
    headers: { 'content-type': 'application/json' },
    body: '{"on":',
  }),
  tries('a body that is null', '/api/v1/comments', [400, 422], {
    headers: { 'content-type': 'application/json' },
    body: 'null',
  }),
  tries('a body of brackets', '/api/v1/comments', [400, 422], {
    headers: { 'content-type': 'application/json' },
    body: '['.repeat(30_000),
  }),
  tries('a body of another kind', '/api/v1/comments', 415, {
    headers: { 'content-type': 'text/xml' },
    body: '<x/>',
  }),
  tries('a file', '/api/v1/comments', 415, {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x--',
  }),
  ...[
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    'https://localhost@evil.example',
    'http://localhost:1\r\nX: y',
    '\\\\evil.example',
  ].map((redirect) =>
    tries(
      `a form that leads to ${redirect.slice(0, 30)}`,
      '/api/v1/comments',
      [303, 422],
      () => ({
        headers: form,
        body: new URLSearchParams({ ...submission, body: `Words ${++n} of a form`, redirect }).toString(),
      }),
      ({ headers }) => {
        if (headers.location) expect(new URL(String(headers.location)).hostname).toBe('localhost')
      },
    ),
  ),
  tries(
    'an edit with the token of another',
    ({ ids }) => `/api/v1/comments/${ids.approved}`,
    isHidden,
    ({ tokens }) => ({
      method: 'PATCH',
      headers: { authorization: `Bearer ${tokens.pending}` },
      body: { body: 'Not mine' },
    }),
  ),
  tries('an edit with no token', ({ ids }) => `/api/v1/comments/${ids.approved}`, 401, {
    method: 'PATCH',
    body: { body: 'Not mine' },
  }),
  tries(
    'a withdrawal with a session of staff',
    ({ ids }) => `/api/v1/comments/${ids.approved}`,
    [401, 404],
    ({ admin }) => ({
      method: 'DELETE',
      headers: { authorization: `JWT ${admin.token}`, cookie: `payload-token=${admin.token}` },
    }),
  ),
  tries(
    'an edit that brings a state along',
    ({ ids }) => `/api/v1/comments/${ids.pending}`,
    200,
    ({ tokens }) => ({
      who: 'staff',
      method: 'PATCH',
      headers: { authorization: `Bearer ${tokens.pending}` },
      body: { body: INSIDE.pendingText, status: 'approved', isStaff: true },
    }),
    (reply) => expect(read(reply).status).toBe('pending'),
  ),
]

const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe srcdoc="<script>1</script>">',
  '[click](javascript:alert(1))',
  'https://x.example/"onmouseover="alert(1)',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '&lt;script&gt;1&lt;/script&gt;',
  '<math><mtext></p><style><img src onerror=alert(1)></style>',
  ['$', '{7*7}{{7*7}}<%= 7*7 %>#{7*7}'].join(''),
  '\u202eevil\u202c <b>x',
  ']]><script>1</script>',
]

/** Markup in a comment that a moderator lets through: nothing of it may act anywhere. */
export const markup: Probe[] = MARKUP.map((body) => ({
  name: `markup: ${body.slice(0, 40)}`,
  run: async (house) => {
    const sent = await house.target.ask('/api/v1/comments', {
      body: { ...submission, name: body.slice(0, 80), body: `${body} (${++n})` },
    })
    // What would show the address, or no address at all, is refused; the rest is kept as it was written.
    expect([202, 422]).toContain(sent.status)
    if (sent.status !== 202) return
    const { id } = JSON.parse(sent.text)
    await house.as(house.admin, `/api/comments/${id}`, { method: 'PATCH', body: { status: 'approved' } })
    const { html } = read(await house.target.ask(`/api/v1/comments/${id}`))
    expect(html).not.toMatch(/<(?!\/?(p|br|a)\b)/)
    for (const [tag] of html.matchAll(/<a\b[^>]*>/g))
      expect(tag).toMatch(/^<a href="https?:\/\/[^"\s]*"( rel="[a-z ]+")?>$/)
    for (const form of ['rss', 'atom'])
      expect((await house.target.ask(`/api/v1/feeds/comments.${form}`)).text).not.toMatch(/<script/)
    const page = await house.target.ask('/posts/water-by-day', {}, house.target.siteUrl)
    expect(page.status).toBe(200)
    expect(whatActs(page.text)).toEqual([])
  },
}))

import { expect } from 'vitest'

import type { House } from '../house.ts'
import { type Probe, tries } from '../probe.ts'
import { INSIDE } from '../secrets.ts'
import { read } from '../target.ts'

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

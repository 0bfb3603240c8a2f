import { expect } from 'vitest'

import { whatActs } from '../acting.ts'
import type { Probe } from '../probe.ts'
import { read } from '../target.ts'
import { nextNumber, submission } from './submission.ts'

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
      body: { ...submission, name: body.slice(0, 80), body: `${body} (${nextNumber()})` },
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

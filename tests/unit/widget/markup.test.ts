import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'

import {
  EMPTY_REPORT,
  toDiscussion,
  toForm,
  toMessage,
  toOwn,
  toReportForm,
} from '../../../widget/src/markup.ts'
import { packContext, unpackContext } from '../../../widget/src/view.ts'
import { anyText } from '../any.ts'
import { hastFrom } from './parse.ts'
import { aComment, anOwn, aThread, aView, NOW } from './views.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
})

async function faultsOf(section: string) {
  const { results } = await validator.validateString(asPage(section))
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}

const asPage = (section: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Water</title></head><body><main><h1>Water</h1>${section}</main></body></html>`

const errors = [
  { field: 'email', code: 'invalid', message: 'This is not an e-mail address.' },
  { field: 'body', code: 'required', message: 'This field is required.' },
  { field: 'parent', code: 'invalid', message: 'The comment you answer is not there any more.' },
]
const staff = { name: 'Newsroom', url: 'https://news.example', isStaff: true, avatarSeed: '90be33c5d7a4' }
const deep = aComment('d1', {
  replies: [aComment('d2', { replies: [aComment('d3', { replies: [aComment('d4')] })] })],
})
const VIEWS = {
  'an ordinary thread': aView(),
  'an empty one': aView({ thread: aThread({ items: [], total: 0 }) }),
  'one that is held': aView({ thread: aThread({ notice: 'All comments wait today.' }) }),
  'a closed one': aView({ thread: aThread({ open: false, closedReason: 'Closed since Monday.' }) }),
  'all marks': aView({
    thread: aThread({
      items: [
        deep,
        aComment('r', { isRemoved: true, html: '', text: '', replies: [aComment('s', { author: staff })] }),
        aComment('e', { locale: null, editedAt: NOW.toISOString() }),
      ],
      nextCursor: 'next',
    }),
    links: { ...aView().links, first: '/posts/water' },
    order: 'newest',
    scope: 'two',
    heading: 'What readers say',
  }),
  'an answer begun, with faults': aView({
    answering: aComment('a'),
    form: { values: { body: '\nHello', name: 'N', email: 'x', notify: true }, errors, problem: 'It failed.' },
  }),
  'an own comment that is edited': aView({ own: [anOwn('o', { parent: 'b' })], ownMode: 'edit' }),
  'one that is taken back': aView({ own: [anOwn('o')], ownMode: 'withdraw', notice: 'Thank you.' }),
  'one conversation': aView({ only: aComment('a'), now: null }),
  'nothing that must be filled in': aView({ thread: aThread({ requires: { name: false, email: false } }) }),
}

describe('the markup of a discussion', () => {
  it.each(Object.entries(VIEWS))('is valid HTML: %s', async (_, view) => {
    expect(await faultsOf(toDiscussion(view))).toEqual([])
  })

  it('is looked at by a validator that finds faults', async () => {
    expect((await faultsOf('<ol><p>x</p></ol><input>')).length).toBeGreaterThan(1)
  })

  it('has no style and no script of its own', () => {
    for (const view of Object.values(VIEWS)) expect(toDiscussion(view)).not.toMatch(/ style=|<script| on\w+=/)
  })

  it('has every class as a part of the same name', () => {
    for (const view of Object.values(VIEWS)) {
      const page = toDiscussion(view)
      expect(page).not.toMatch(/<\w+[^>]* \.[a-z]/)
      for (const [, classes, parts] of page.matchAll(/ class="([^"]*)"(?: part="([^"]*)")?/g))
        if (parts !== 'discussion')
          expect([classes, classes!.replaceAll('ovoz-', '')]).toEqual([classes, parts])
    }
  })

  it('has every id once, also with two of them on a page', () => {
    const two = toDiscussion(aView({ own: [anOwn('o')] })) + toDiscussion(aView({ scope: 'second' }))
    const ids = [...two.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names no id that is not there', () => {
    for (const view of Object.values(VIEWS)) {
      const page = toDiscussion(view)
      const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
      const named = [...page.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)]
      for (const id of named.flatMap(([, list]) => list!.split(' '))) expect(ids).toContain(id)
    }
  })

  it('escapes whatever people write, in every place', () => {
    const nasty = fc.oneof(
      anyText(60),
      fc.constantFrom('"><img src=x onerror=alert(1)>', "'-alert(1)-'", '</textarea><b>'),
    )
    fc.assert(
      fc.property(nasty, nasty, (text, other) => {
        const author = { name: text, url: `javascript:${other}`, isStaff: false, avatarSeed: other }
        const view = aView({
          thread: aThread({ items: [aComment(text || 'x', { author })], closedReason: other }),
          heading: other,
          notice: text,
          answering: aComment(other, { author, html: '' }),
          own: [anOwn('o', { author, html: '', text: other })],
          ownMode: 'edit',
          form: {
            values: { body: text, name: other, email: text, url: other },
            errors: [{ field: text, code: other, message: text }],
            problem: other,
          },
        })
        const { tags, attributes } = hastFrom(toDiscussion(view))
        expect(tags).not.toContain('img')
        expect(tags).not.toContain('b')
        expect(attributes.filter((name) => /^on/i.test(name))).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 30_000)

  it('keeps what was typed, to the character', () => {
    const body = '\n\n"quoted" <i>& all</i>'
    const form = toForm(aView(), null, { values: { body }, errors: [], problem: null })
    expect(hastFrom(form).textarea).toBe(body)
  })

  it('makes no link of an address that is not of the web', () => {
    const author = { name: 'X', url: 'javascript:alert(1)', isStaff: false, avatarSeed: '' }
    expect(toDiscussion(aView({ thread: aThread({ items: [aComment('a', { author })] }) }))).not.toContain(
      'javascript:',
    )
  })

  it('puts an own comment where it belongs: below what it answers, first where the newest are, else last', () => {
    const order = (view = aView()) =>
      [...toDiscussion(view).matchAll(/id="comment-(\w+)"/g)].map(([, id]) => id).join('')
    expect(order(aView({ own: [anOwn('o', { parent: 'a' })] }))).toBe('aboc')
    expect(order(aView({ own: [anOwn('o')] }))).toBe('abco')
    expect(order(aView({ own: [anOwn('o')], order: 'newest' }))).toBe('oabc')
    expect(order(aView({ own: [anOwn('c', { status: 'approved' })] }))).toBe('abc')
  })

  it('tells a comment that waits, one that is public and one that was not published apart', () => {
    const own = (status: 'pending' | 'approved' | 'spam') => toOwn(aView(), anOwn('o', { status }))
    expect(own('pending')).toContain('Awaiting moderation. Only you see this.')
    expect(own('spam')).toContain('Not published. Only you see this.')
    expect(own('spam')).not.toContain('>Edit<')
    expect(own('approved')).not.toContain('Only you')
    expect(own('approved')).toContain('Your comment')
  })

  it('says why there is no form', () => {
    const closed = toForm(
      aView({ thread: aThread({ open: false, closedReason: 'Since Monday.' }) }),
      null,
      aView().form,
    )
    expect(closed).toContain('Since Monday.')
    expect(closed).not.toContain('<form')
  })

  it('says above the form what the whole site says while all comments wait, in a browser too', () => {
    const view = aView({ thread: aThread({ notice: 'A moderator reads <all> of them.' }) })
    const form = toForm(unpackContext(packContext(view), NOW), null, view.form)
    expect(form).toMatch(/<p class="ovoz-calm"[^>]*>A moderator reads &lt;all&gt; of them\.<\/p>\s*<form/)
    expect(toForm(aView(), null, view.form)).not.toContain('calm')
  })

  it('reports a comment by a valid form, which keeps what was filled in and names its faults', async () => {
    const place = { locale: 'ru', id: 'report', action: '/report/a', cancel: '/posts/water' } as const
    expect(await faultsOf(toReportForm(place, EMPTY_REPORT))).toEqual([])
    const note = { field: 'note', code: 'too-long', message: 'Не больше 500 знаков.' }
    const values = { reason: 'threat', note: '</textarea><b>"' }
    const form = toReportForm(place, { values, errors: [note], problem: '<i>' })
    expect(await faultsOf(form)).toEqual([])
    expect(hastFrom(form).textarea).toBe(values.note)
    expect(form).toMatch(/value="threat" required checked/)
    expect(form).toContain('aria-invalid="true" aria-describedby="report-note-error"')
    expect(form).not.toMatch(/<[bi]>/)
  })

  it('offers to report what others wrote, and nothing else', () => {
    const count = (view = aView()) => toDiscussion(view).split('data-ovoz-do="report"').length - 1
    expect(count()).toBe(3)
    expect(count(aView({ thread: aThread({ open: false }) }))).toBe(3)
    expect(count(aView({ own: [anOwn('c', { status: 'approved' })] }))).toBe(2)
    expect(count(aView({ thread: aThread({ items: [aComment('r', { isRemoved: true })] }) }))).toBe(0)
  })

  it('says a message as one', () => {
    expect(toMessage('a < b')).toContain('role="status" tabindex="-1"><p>a &lt; b</p>')
  })
})

describe('what the server hands on to the script', () => {
  it('is read as it was', () => {
    const before = aView({ scope: 'two', order: 'newest', thread: aThread({ nextCursor: 'x' }) })
    const after = unpackContext(packContext(before), NOW)
    const { items: _, ...thread } = before.thread
    expect(after).toMatchObject({ locale: 'en', order: 'newest', scope: 'two', now: NOW, thread })
    for (const make of ['reply', 'page', 'permalink', 'report'] as const)
      expect(after.links[make]('a b$&')).toBe(before.links[make](encodeURIComponent('a b$&')))
    expect(after.links.order('newest')).toBe(before.links.order('newest'))
  })
})

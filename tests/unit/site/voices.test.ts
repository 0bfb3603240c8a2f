import { describe, expect, test } from 'vitest'

import { byName } from '../../../site/src/parts/name-order.ts'
import { initialsOf } from '../../../site/src/parts/portrait.tsx'
import { beginningOf } from '../../../site/src/parts/beginning.ts'
import { languageName } from '../../../site/src/pages/quote.tsx'
import { CONTENT_EXAMPLES } from '../../../src/contract/examples-content.ts'
import { openSite, Refusal } from './fake-site.ts'

const NOTHING = { items: [], nextCursor: null, total: 0 }
const { en: quote, tg: quoteTg } = CONTENT_EXAMPLES.SingleQuote

describe('small decisions', () => {
  test.each([
    ['Madina Karimzoda', 'MK'],
    ['Ҷамила ғафорова', 'ҶҒ'],
    ['Obi Ravshan Water Users’ Association', 'OR'],
    ['Jean-Luc d’Arc', 'JD'],
    ['«Чашма»', 'Ч'],
    ['42', ''],
  ])('%s has the letters %j', (name, letters) => expect(initialsOf(name)).toBe(letters))

  test.each([
    ['short', 10, 'short'],
    ['one two, three', 9, 'one two…'],
    ['  one\n two ', 20, 'one two'],
    ['x'.repeat(30), 10, `${'x'.repeat(10)}…`],
  ])('the beginning of %j', (text, most, beginning) => expect(beginningOf(text, most)).toBe(beginning))

  test('a language has its name, and what is no code stays as it was written', () => {
    expect(['en', 'ru', 'tg'].map((locale) => languageName('tg', locale))).toEqual(['Tajik', 'таджикский', 'тоҷикӣ']) // prettier-ignore
    expect(languageName('Шуғнонӣ ва тоҷикӣ', 'en')).toBe('Шуғнонӣ ва тоҷикӣ')
  })

  test('names stand in the order of the alphabet of the reader', () => {
    const named = ['Ғафор', 'Ёқуб', 'Ҷамила', 'Гулнора', 'Чинор'].map((name) => ({ name }))
    expect(byName(named, 'tg').map(({ name }) => name)).toEqual(['Гулнора', 'Ғафор', 'Ёқуб', 'Чинор', 'Ҷамила']) // prettier-ignore
  })
})

describe('the page of a quote', () => {
  const answers = ({ pathname, searchParams }: URL) => {
    if (pathname === '/api/v1/quotes') return NOTHING
    if (pathname !== `/api/v1/quotes/${quote.id}`) return undefined
    // It is not written in Russian; the API shows the English one there.
    return searchParams.get('locale') === 'tg' ? quoteTg : quote
  }

  test('names the languages it exists in and no other, and the picture in its language', async () => {
    const site = openSite(answers)
    const { status, html } = await site.read(`/tg/quotes/${quote.id}`)
    expect(status).toBe(200)
    expect([...html.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map((one) => one.slice(1))).toEqual([
      ['en', `https://site.example/quotes/${quote.id}`],
      ['tg', `https://site.example/tg/quotes/${quote.id}`],
      ['x-default', `https://site.example/quotes/${quote.id}`],
    ]) // prettier-ignore
    expect(html).toContain(
      `<meta property="og:image" content="https://site.example/tg/quotes/${quote.id}.png"`,
    )
    expect(html).toContain('"@type":"Quotation"')
    expect(html).toContain('<time datetime="2026-11-12">12 ноябри соли 2026</time>')
    expect(html).toContain('<dd>тоҷикӣ</dd>')
    expect(html).toContain('href="/tg/events/forum-of-rural-women-2026"')
  })

  test('in a language it is not written in says so, and leads search engines to where it is', async () => {
    const site = openSite(answers)
    const { html } = await site.read(`/ru/quotes/${quote.id}`)
    expect(html).toContain('Этих слов пока нет на русском. Они показаны на другом языке: English.')
    expect(html).toContain(`<link rel="canonical" href="https://site.example/quotes/${quote.id}"`)
    expect(html).toContain('class="voice voice-short" lang="en"')
  })

  test('of words that are not public is not there', async () => {
    const site = openSite(() => undefined)
    expect((await site.read(`/quotes/${quote.id}`)).status).toBe(404)
  })
})

describe('the list of quotes', () => {
  const answers = ({ pathname, searchParams }: URL) => {
    if (pathname === '/api/v1/quotes')
      return searchParams.get('person') === 'nobody-said' ? NOTHING : { items: [quote], nextCursor: 'next', total: 30 } // prettier-ignore
    return pathname === '/api/v1/people/nobody-said' ? { ...CONTENT_EXAMPLES.Person.en, slug: 'nobody-said', name: 'Nobody Said' } : undefined // prettier-ignore
  }

  test('offers what there are quotes of, and keeps the choice in its pages', async () => {
    const site = openSite(answers)
    const { html } = await site.read('/quotes?person=oisha-rahmatova&tag=&organization=')
    expect(site.asked).toContain('/quotes?locale=en&person=oisha-rahmatova&limit=24')
    expect(html).toContain('<option value="oisha-rahmatova" selected="">Oisha Rahmatova</option>')
    expect(html).toContain('<option value="equality">Equality</option>')
    expect(html).toContain('href="/quotes?person=oisha-rahmatova&amp;cursor=next" rel="next"')
    expect(html).toContain('<a href="/ru/quotes?person=oisha-rahmatova" lang="ru"')
    expect(html).toContain('30 quotes')
    expect(html).toContain('<meta name="robots" content="noindex"')
  })

  test('says that nothing fits a choice, which stays chosen under its name', async () => {
    const site = openSite(answers)
    const { html } = await site.read('/quotes?person=nobody-said')
    expect(html).toContain('No quotes fit this choice.')
    expect(html).toContain('<option value="nobody-said" selected="">Nobody Said</option>')
  })

  test('holds the beginning of long words, and the way to all of them', async () => {
    const text = 'Word after word. '.repeat(40)
    const site = openSite(() => ({ items: [{ ...quote, text }], nextCursor: null, total: 1 }))
    const { html } = await site.read('/quotes')
    const [, shown] = /<a href="\/quotes\/[^"]+">(Word[^<]*)</.exec(html)!
    expect(shown!.length).toBeLessThanOrEqual(321)
    expect(shown).toMatch(/ (Word|after|word)…$/)
  })

  test('of somebody whom there is not is not there', async () => {
    const site = openSite(({ pathname }) => (pathname === '/api/v1/quotes' ? NOTHING : undefined))
    expect((await site.read('/quotes?person=unknown')).status).toBe(404)
  })

  test('is full of words also where nothing has been said', async () => {
    const site = openSite(() => NOTHING)
    const { html } = await site.read('/ru/quotes')
    expect(html).toContain('Цитат пока нет.')
    expect(html).not.toContain('<form class="filters"')
  })
})

describe('the search', () => {
  const hit = { ...CONTENT_EXAMPLES.SearchPage.en.items[0]!, title: '<i>Water</i>' }

  test('marks the words, escapes all others, and is in no index', async () => {
    const site = openSite(() => ({ items: [hit], nextCursor: 'next', total: 1 }))
    const { html } = await site.read('/search?q=water+list')
    expect(html).toContain('&lt;i&gt;<mark>Water</mark>&lt;/i&gt;')
    expect(html).toContain('The <mark>list</mark> hangs')
    expect(html).toContain('1 result<')
    expect(html).toContain('href="/search?q=water+list&amp;cursor=next"')
    expect(html).toContain('value="water list"')
    expect(html).toContain('<meta name="robots" content="noindex"')
  })

  test('without a question asks the API nothing', async () => {
    const site = openSite(() => undefined)
    const { status, html } = await site.read('/search')
    expect(site.asked.filter((path) => path.startsWith('/search'))).toEqual([])
    expect(status).toBe(200)
    expect(html).not.toContain('aria-invalid')
  })

  test('tells at the field, in the words of the API, why a question cannot be asked', async () => {
    const errors = [{ field: 'q', code: 'invalid', message: 'Write <b>1</b> to 200 characters.' }]
    const site = openSite(() => new Refusal(422, { code: 'invalid', detail: 'No.', errors }))
    const { status, html } = await site.read('/search?q=')
    expect(status).toBe(200)
    expect(html).toContain('Write &lt;b&gt;1&lt;/b&gt; to 200 characters.')
    expect(html).toMatch(/<input[^>]*aria-invalid="true" aria-describedby="q-fault q-hint"/)
  })

  test('that finds nothing says so and what can be done', async () => {
    const site = openSite(({ pathname }) =>
      pathname === '/api/v1/tags' ? CONTENT_EXAMPLES.TagPage.en : NOTHING,
    )
    const { html } = await site.read('/search?q=xyzzy')
    expect(html).toContain('Nothing was found for “xyzzy”.')
    expect(html).toContain('<a href="/tags/equality">Equality</a>')
  })

  test('with a cursor nobody has given out is no page', async () => {
    const errors = [{ field: 'cursor', code: 'invalid', message: 'No.' }]
    const site = openSite(() => new Refusal(422, { code: 'invalid', detail: 'No.', errors }))
    expect((await site.read('/search?q=water&cursor=x')).status).toBe(404)
  })
})

describe('topics, people and organizations', () => {
  test('a topic has a heading only for what there is, and its own feed', async () => {
    const site = openSite(({ pathname }) =>
      pathname === '/api/v1/tags/equality'
        ? CONTENT_EXAMPLES.SingleTag.ru
        : pathname === '/api/v1/posts'
          ? CONTENT_EXAMPLES.PostPage.ru
          : NOTHING,
    )
    const { html } = await site.read('/ru/tags/equality')
    expect([...html.matchAll(/<h2 class="rubric">(.*?)</g)].map(([, text]) => text)).toEqual(['Статьи'])
    expect(html).toMatch(/<link rel="alternate" type="application\/rss\+xml" title="[^"]*Равноправие[^"]*" href="\/feeds\/posts\.rss\?tag=equality&amp;locale=ru"/) // prettier-ignore
  })

  test('a person has the name, the quotes and the articles; of nobody there is no page', async () => {
    const site = openSite(({ pathname }) => {
      if (pathname === '/api/v1/people/madina-karimzoda') return CONTENT_EXAMPLES.Person.en
      if (pathname === '/api/v1/quotes') return { items: [quote], nextCursor: 'next', total: 9 }
      return pathname === '/api/v1/posts' ? CONTENT_EXAMPLES.PostPage.en : undefined
    })
    const { html } = await site.read('/people/madina-karimzoda')
    expect(site.asked).toContain('/posts?locale=en&author=madina-karimzoda&limit=12')
    expect((await site.read('/people/nobody')).status).toBe(404)
    expect(html).toContain('<h1>Madina Karimzoda</h1>')
    expect(html).toContain('href="/quotes?person=madina-karimzoda"')
    expect(html).toContain('href="/people/madina-karimzoda?cursor=')
  })

  test('an organization names its people only where all of them are known', async () => {
    const read = async (nextCursor: string | null) => {
      const site = openSite(({ pathname }) => {
        if (pathname === '/api/v1/organizations/chashma-newsroom') return CONTENT_EXAMPLES.Organization.ru
        return pathname === '/api/v1/people' ? { ...CONTENT_EXAMPLES.PersonPage.en, nextCursor } : NOTHING
      })
      const { html } = await site.read('/ru/organizations/chashma-newsroom')
      return html
    }
    const whole = await read(null)
    expect(whole).toContain('href="/ru/people/madina-karimzoda"')
    expect(whole).not.toContain('href="/ru/people/zarrina-holmatova"')
    expect(await read('next')).not.toContain('madina-karimzoda')
  })

  test.each([
    ['people', { ...CONTENT_EXAMPLES.Person.en, slug: 'x' }],
    ['organizations', { ...CONTENT_EXAMPLES.Organization.ru, slug: 'x' }],
    ['tags', { ...CONTENT_EXAMPLES.SingleTag.ru, slug: 'x' }],
  ])('%s name the languages they are named in and no other to search engines', async (kind, one) => {
    // Named in Russian and Tajik; the API shows the Russian one in English.
    const site = openSite(({ pathname, searchParams }) =>
      pathname === `/api/v1/${kind}/x`
        ? { ...one, locale: searchParams.get('locale') === 'tg' ? 'tg' : 'ru' }
        : NOTHING,
    )
    for (const [path, canonical] of [
      [`/${kind}/x`, `/ru/${kind}/x`],
      [`/tg/${kind}/x`, `/tg/${kind}/x`],
    ]) {
      const { html } = await site.read(path!)
      expect(html).toContain(`<link rel="canonical" href="https://site.example${canonical}"`)
      const named = html.matchAll(
        /<link rel="alternate" hreflang="([\w-]+)" href="https:\/\/site\.example([^"]+)"/g,
      )
      expect([...named].map(([, locale, at]) => [locale, at])).toEqual([
        ['ru', `/ru/${kind}/x`],
        ['tg', `/tg/${kind}/x`],
      ])
    }
  })
})

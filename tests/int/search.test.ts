import { beforeAll, describe, expect, it } from 'vitest'

import { fullText } from '../../src/platform/full-text.ts'
import { buildMissingIndex, rebuildIndex } from '../../src/search/rebuild.ts'
import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

const system = { depth: 0, overrideAccess: true } as const
const inBody = (...lines: string[]) => bodyOf(...lines.map((line) => paragraph(text(line))))

describe(`search (${engine})`, () => {
  const ovoz = useOvoz()
  const ask = (q: string, more = '') => ovoz.api(`/search?q=${encodeURIComponent(q)}${more}`)
  const search = async (q: string, more = '') => {
    const { status, body } = await ask(q, more)
    expect(status, `${q}: ${JSON.stringify(body)}`).toBe(200)
    return body as { items: Record<string, string>[]; total: number; nextCursor: string | null }
  }
  const slugs = async (q: string, more = '') => (await search(q, more)).items.map(({ slug }) => slug)
  const patch = async (path: string, body: object) => {
    const answer = await ovoz.rest(path, { as: 'editor', method: 'PATCH', body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const person = async (name: string) =>
    (await ovoz.payload.create({ collection: 'people', data: { name }, ...system })).id
  const quote = async (words: string, speaker: string, more: object = {}) =>
    (
      await ovoz.payload.create({
        collection: 'quotes',
        data: { text: words, speaker, consent: 'given', ...more } as never,
        ...system,
      })
    ).id

  beforeAll(async () => {
    for (const role of ['editor', 'translator'] as const) await ovoz.signUp(role)
  })

  it('finds articles, events and quotes, and says of each what it is and where it stands', async () => {
    const post = await publish(ovoz, { title: 'Irrigation in spring', body: inBody('Canals are cleaned.') })
    await ovoz.payload.create({
      collection: 'events',
      data: {
        title: 'Irrigation days',
        start: '2030-01-01T04:00:00.000Z',
        timeZone: 'Asia/Dushanbe',
        status: 'planned',
        venue: 'The old mill',
        _status: 'published',
      } as never,
      ...system,
    })
    const id = await quote('Irrigation feeds us <b>all</b>.', await person('Nigora'))
    const { items, total } = await search('irrigation')
    expect(total).toBe(3)
    const byType = Object.fromEntries(items.map((item) => [item.type, item]))
    expect(byType.posts).toEqual({
      type: 'posts',
      slug: 'irrigation-in-spring',
      locale: 'en',
      title: 'Irrigation in spring',
      excerpt: 'Canals are cleaned.',
      url: 'https://site.example/posts/irrigation-in-spring',
      publishedAt: post.publishedAt,
    })
    expect(byType.events).toMatchObject({ slug: 'irrigation-days', excerpt: 'The old mill' })
    expect(byType.quotes).toMatchObject({
      slug: id,
      title: 'Nigora',
      excerpt: 'Irrigation feeds us <b>all</b>.',
      url: `https://site.example/quotes/${id}`,
    })
    // In the title of two, in the body of one.
    expect(items.at(-1)!.type).toBe('quotes')
  })

  it.each([
    ['Ғалаба', 'Галаба'],
    ['Қонун', 'Конун'],
    ['Ҳукумат', 'Хукумат'],
    ['Ҷумҳурият', 'Чумхурият'],
    ['Тоҷикӣ', 'Точики'],
    ['Рӯзнома', 'Рузнома'],
    ['Зелёная ёлка', 'Зеленая елка'],
  ])('finds “%s” as “%s”, and the other way round', async (written, plain) => {
    const found = []
    for (const title of [written, plain]) found.push((await publish(ovoz, { title })).slug)
    for (const q of [written, plain, written.toUpperCase(), plain.toLowerCase()])
      expect((await slugs(q)).sort(), q).toEqual(found.toSorted())
  })

  it('finds a word in its other forms', async () => {
    await publish(ovoz, { title: 'Права женщин на пастбища' })
    await publish(ovoz, { title: 'Elected councillors' })
    await publish(ovoz, { title: 'Кори омӯзгорони деҳа' })
    expect(await slugs('женщинам пастбище')).toEqual(['prava-zhenshchin-na-pastbishcha'])
    expect(await slugs('electing councillor')).toEqual(['elected-councillors'])
    expect(await slugs('омузгорони деха')).toEqual(['kori-omuzgoroni-deha'])
  })

  it('puts words in a title before words in a body, however often they stand there', async () => {
    const often = Array.from({ length: 60 }, () => 'glacier').join(' ')
    await publish(ovoz, { title: 'A short note', body: inBody(often) })
    await publish(ovoz, {
      title: 'What a glacier is and why it matters to everybody who lives below it',
      body: inBody('Long words. '.repeat(300)),
    })
    expect(await slugs('glacier')).toEqual([
      'what-a-glacier-is-and-why-it-matters-to-everybody-who-lives-below-it',
      'a-short-note',
    ])
  })

  it('finds only what has all the words, in title or body', async () => {
    await publish(ovoz, { title: 'Apricots', body: inBody('They are dried on roofs.') })
    await publish(ovoz, { title: 'Apricots again', body: inBody('They are eaten.') })
    expect(await slugs('roofs apricots')).toEqual(['apricots'])
    expect(await slugs('apricots on the moon')).toEqual([])
  })

  it('takes the last word for the beginning of one where the engine knows beginnings', async () => {
    await publish(ovoz, { title: 'Mulberries everywhere' })
    const found = engine === 'sqlite' ? ['mulberries-everywhere'] : []
    for (const q of ['mulberr', 'mulb', 'mul', 'everywhere mulb']) expect(await slugs(q), q).toEqual(found)
    for (const q of ['mu', 'mulb everywhere', 'berries']) expect(await slugs(q), q).toEqual([])
  })

  it('reads nothing that is typed as its engine’s own language', async () => {
    await publish(ovoz, { title: 'Walnut harvest', body: inBody('Before the snow.') })
    await publish(ovoz, { title: 'Walnut OR apple', body: inBody('A choice.') })
    const both = ['walnut-harvest', 'walnut-or-apple']
    const sorted = async (q: string) => (await slugs(q)).sort()
    for (const q of [
      '"walnut"',
      'walnut*',
      '-walnut',
      '^walnut',
      '(walnut',
      'walnut)',
      '{walnut}',
      '+walnut',
    ])
      expect(await sorted(q), q).toEqual(both)
    for (const q of ['walnut OR apple', 'walnut or apple', '"walnut" OR "apple"'])
      expect(await sorted(q), q).toEqual(['walnut-or-apple'])
    for (const q of ['walnut -harvest', 'walnut harvest', '"harvest walnut"', 'walnut*harvest'])
      expect(await sorted(q), q).toEqual(['walnut-harvest'])
    for (const q of [
      'body : walnut',
      'walnut NOT harvest',
      'NEAR(walnut harvest, 2)',
      'walnut AND harvest',
      "walnut' OR 1=1 --",
      'walnut"; DROP TABLE search_words; --',
      '$where walnut',
      'walnut\u0000null',
    ])
      expect(await sorted(q), q).toEqual([])
    expect(await sorted('walnut')).toEqual(both)
  })

  it.each([
    ['', 'invalid'],
    ['   ', 'invalid'],
    ['?!… «»', 'invalid'],
    ['\u0301', 'invalid'],
    ['a'.repeat(201), 'too-long'],
  ])('refuses “%s” and says how to mend it', async (q, code) => {
    for (const path of ['/search', '/posts']) {
      const { status, body } = await ovoz.api(`${path}?locale=ru&q=${encodeURIComponent(q)}`)
      expect(status).toBe(422)
      expect(body.errors).toEqual([
        { field: 'q', code, message: 'Напишите от 1 до 200 знаков, хотя бы с одной буквой или цифрой.' },
      ])
    }
  })

  it('takes 200 characters of anything, and needs to be told what to look for', async () => {
    expect((await ask('ж'.repeat(200))).status).toBe(200)
    expect((await ask('а б '.repeat(50))).status).toBe(200)
    expect((await ovoz.api('/search')).body.errors).toMatchObject([{ field: 'q', code: 'required' }])
  })

  it('never finds a draft, nor what a draft beside a published article says', async () => {
    await publish(ovoz, { title: 'Secret plan', _status: 'draft' })
    expect(await slugs('secret')).toEqual([])
    const post = await publish(ovoz, { title: 'Known herons' })
    await patch(`/posts/${post.id}?draft=true`, { title: 'Hidden herons' })
    expect(await slugs('hidden')).toEqual([])
    expect(await slugs('herons')).toEqual(['known-herons'])
    await patch(`/posts/${post.id}`, { title: 'Hidden herons', _status: 'published' })
    expect(await slugs('hidden')).toEqual(['known-herons'])
    expect(await slugs('known herons')).toEqual([])
  })

  it('forgets what is taken down or deleted', async () => {
    const post = await publish(ovoz, { title: 'Tulips' })
    expect(await slugs('tulips')).toEqual(['tulips'])
    await patch(`/posts/${post.id}`, { _status: 'draft' })
    expect((await search('tulips')).total).toBe(0)
    await patch(`/posts/${post.id}`, { _status: 'published' })
    expect(await slugs('tulips')).toEqual(['tulips'])
    await ovoz.payload.delete({ collection: 'posts', id: post.id, ...system })
    expect((await search('tulips')).total).toBe(0)
  })

  it('does not find what is not out yet', async () => {
    await publish(ovoz, { title: 'Comet', publishedAt: '2099-01-01T00:00:00.000Z' })
    expect(await search('comet')).toMatchObject({ items: [], total: 0 })
    const { found } = await fullText(ovoz.payload).find({
      query: { stems: ['comet'], last: 'comet', prefix: null },
      now: new Date('2099-01-02'),
      offset: 0,
      limit: 10,
    })
    expect(found).toHaveLength(1)
  })

  it('finds a quote by its words and its speaker, while there is consent and its source is public', async () => {
    const speaker = await person('Zulfiya')
    const source = await publish(ovoz, { title: 'A source', _status: 'draft' })
    const id = await quote('Pomegranates for everyone', speaker, {
      source: { relationTo: 'posts', value: source.id },
    })
    await publish(ovoz, { title: 'Around it', body: bodyOf(quoteRef(String(id))) })
    expect(await slugs('pomegranates')).toEqual([])
    await patch(`/posts/${source.id}`, { _status: 'published' })
    expect(await slugs('pomegranates')).toEqual([id])
    await patch(`/people/${speaker}`, { name: 'Sitora' })
    expect(await slugs('zulfiya')).toEqual([])
    expect(await search('sitora')).toMatchObject({ items: [{ slug: id, title: 'Sitora' }] })
    await patch(`/quotes/${id}`, { consent: 'withdrawn' })
    expect((await search('pomegranates')).total).toBe(0)
    await patch(`/quotes/${id}`, { consent: 'given' })
    expect((await search('pomegranates')).total).toBe(1)
    await patch(`/posts/${source.id}`, { _status: 'draft' })
    expect((await search('pomegranates')).total).toBe(0)
  })

  it('finds no words of somebody who is gone', async () => {
    const speaker = await person('Malika')
    await quote('Saffron and salt', speaker)
    expect((await search('saffron')).total).toBe(1)
    await ovoz.payload.delete({ collection: 'people', id: speaker, ...system }).catch(() => undefined)
    const isGone = !(await ovoz.payload.count({ collection: 'people', where: { id: { equals: speaker } } }))
      .totalDocs
    expect((await search('saffron')).total).toBe(isGone ? 0 : 1)
  })

  it('shows each once, in the language asked for where the words stand in it, else where they do', async () => {
    const post = await publish(ovoz, { title: 'Wolves', body: inBody('About Bukhara and wolves.') })
    const inLocale = (locale: 'ru' | 'tg', title: string, body: string) =>
      ovoz.payload.update({
        collection: 'posts',
        id: post.id,
        locale,
        data: { title, body: inBody(body), _status: 'published' } as never,
        ...system,
      })
    await inLocale('ru', 'Волки', 'О волках. Buxoro.')
    await inLocale('tg', 'Гургон', 'Дар бораи гургон. Buxoro.')
    const shown = async (q: string, locale: string) => {
      const { items, total } = await search(q, `&locale=${locale}`)
      expect(total).toBe(1)
      return [items[0]!.locale, items[0]!.title, items[0]!.url]
    }
    const site = 'https://site.example'
    for (const locale of ['en', 'ru', 'tg']) {
      expect(await shown('волк', locale)).toEqual(['ru', 'Волки', `${site}/ru/posts/wolves`])
      expect(await shown('wolves', locale)).toEqual(['en', 'Wolves', `${site}/posts/wolves`])
      expect(await shown('гургон', locale)).toEqual(['tg', 'Гургон', `${site}/tg/posts/wolves`])
    }
    expect((await shown('buxoro', 'ru'))[0]).toBe('ru')
    expect((await shown('buxoro', 'tg'))[0]).toBe('tg')
    expect((await search('bukhara', '&locale=tg')).items[0]!.excerpt).toBe('About Bukhara and wolves.')
  })

  it('comes page by page, each hit once, to the end', async () => {
    for (let i = 0; i < 7; i++) await publish(ovoz, { title: `Yak number ${i}` })
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 4; page++) {
      const { items, total, nextCursor } = await search('yak', `&limit=2${cursor}`)
      expect(total).toBe(7)
      seen.push(...items.map(({ slug }) => slug!))
      expect(nextCursor === null).toBe(page === 3)
      cursor = `&cursor=${nextCursor}`
    }
    expect(new Set(seen).size).toBe(7)
    expect((await ask('yak', '&limit=0')).status).toBe(422)
    const foreign = Buffer.from(JSON.stringify(['search', '99999'])).toString('base64url')
    for (const wrong of ['nonsense', foreign]) expect((await ask('yak', `&cursor=${wrong}`)).status).toBe(422)
  })

  it('narrows the list of articles, which stays in its order', async () => {
    const at = (day: number) => `2020-01-0${day}T00:00:00.000Z`
    for (const day of [2, 3, 1]) await publish(ovoz, { title: `Silk ${day}`, publishedAt: at(day) })
    await quote('Silk is not an article', await person('Anora'))
    const { body } = await ovoz.api('/posts?q=silk&limit=2')
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['silk-3', 'silk-2'])
    expect(body.total).toBe(3)
    const next = await ovoz.api(`/posts?q=silk&limit=2&cursor=${body.nextCursor}`)
    expect(next.body.items).toMatchObject([{ slug: 'silk-1' }])
    expect((await ovoz.api('/posts?q=nowhereatall')).body).toMatchObject({ items: [], total: 0 })
  })

  it('keeps nothing of a change that was undone', async () => {
    const { payload } = ovoz
    const transactionID = await payload.db.beginTransaction()
    await payload.create({
      collection: 'posts',
      data: { title: 'Ephemera', body: inBody('x'), _status: 'published' } as never,
      req: { transactionID: transactionID! },
      ...system,
    })
    await payload.db.rollbackTransaction(transactionID!)
    expect((await search('ephemera')).total).toBe(0)
  })

  describe('made again from the documents', () => {
    const empty = async () => {
      const index = fullText(ovoz.payload)
      for (const kind of ['posts', 'events', 'quotes'])
        for (const id of await index.list({ kind, after: '', limit: 1000 }))
          await index.drop({ kind, id }, undefined)
    }
    // What is done to the index itself is nobody's change, so that what is kept in memory is passed by here.
    const freshly = async (q: string) => (await ovoz.api(`/search?q=${q}&limit=${++fresh}`)).body
    let fresh = 1

    const everything = async () => {
      const index = fullText(ovoz.payload)
      const keys = []
      for (const kind of ['posts', 'events', 'quotes'])
        for (const id of await index.list({ kind, after: '', limit: 1000 })) keys.push({ kind, id })
      return { keys, kept: await index.read(keys) }
    }

    it('is what it was, and can be made as often as one likes', async () => {
      await publish(ovoz, { title: 'Falcons', publishedAt: '2098-01-01T00:00:00.000Z' })
      const before = await everything()
      expect(before.keys.length).toBeGreaterThan(20)
      await empty()
      expect((await freshly('irrigation')).total).toBe(0)
      for (let round = 0; round < 2; round++) {
        const results = await rebuildIndex({ payload: ovoz.payload })
        expect(results.map(({ kind }) => kind)).toEqual(['posts', 'events', 'quotes'])
        expect(await everything()).toEqual(before)
      }
      expect((await search('irrigation')).total).toBe(3)
    })

    it('loses what has no document', async () => {
      const { id } = await publish(ovoz, { title: 'Gone' })
      await ovoz.payload.delete({ collection: 'posts', id, ...system })
      const stray = { kind: 'posts', id }
      const rest = { publicFrom: '2020-01-01T00:00:00.000Z', title: 'xxy', body: '', kept: '{}' }
      await fullText(ovoz.payload).put({ ...stray, ...rest }, undefined)
      // Nothing is shown of it even before.
      expect(await freshly('xxy')).toMatchObject({ items: [], total: 1 })
      await rebuildIndex({ payload: ovoz.payload })
      expect((await search('xxy')).total).toBe(0)
    })

    it('at the start, where it is missing, by one process', async () => {
      expect(await buildMissingIndex({ payload: ovoz.payload })).toBeNull()
      await empty()
      const both = await Promise.all([
        buildMissingIndex({ payload: ovoz.payload }),
        buildMissingIndex({ payload: ovoz.payload }),
      ])
      expect(both.filter((results) => results !== null)).toHaveLength(1)
      expect((await search('irrigation')).total).toBe(3)
    })

    it('while articles change: what was published last is what is found', async () => {
      const post = await publish(ovoz, { title: 'Version zero' })
      const rebuilding = rebuildIndex({ payload: ovoz.payload })
      await patch(`/posts/${post.id}`, { title: 'Version seventeen', _status: 'published' })
      await rebuilding
      expect(await slugs('seventeen')).toEqual([post.slug])
      expect(await slugs('version zero')).toEqual([])
    })
  })
})

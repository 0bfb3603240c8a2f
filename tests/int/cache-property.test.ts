import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, paragraph, quoteRef, text } from '../support/article.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move } from '../support/posts.ts'
import { rememberedBy } from '../support/remembered.ts'
import { makeSmallSite, type SmallSite } from '../support/small-site.ts'
import { tell } from '../support/tell.ts'

const system = { depth: 0, overrideAccess: true } as const
const SLUGS = ['a', 'b', 'c', 'd', 'e']
const DATES = ['2023-01-01', '2024-02-15', '2024-06-01', '2999-01-01'].map((day) => `${day}T00:00:00.000Z`)
const STATES = ['pending', 'approved', 'spam', 'trash']

describe(`through any sequence of writes (${engine})`, () => {
  const ovoz = useOvoz()
  let site: SmallSite
  const comments: string[] = []

  beforeAll(async () => {
    site = await makeSmallSite(ovoz)
    comments.push(site.onA.id, site.onB.id, site.onEvent.id)
  })

  const word = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abc дгӣ<&') })
    .map((one) => `w${one}`)
  const any = <T>(...values: T[]) => fc.constantFrom(...values)

  /** A change of one field of one document, by where in the site it is found. */
  function changes() {
    const { a, b, c, ahead, over, quote, author, other, speaker, organization, water, school, picture } = site
    const people = [author, other, speaker]
    const some = (ids: string[]) => fc.subarray(ids)
    const one = (fields: Record<string, fc.Arbitrary<unknown>>) =>
      fc.oneof(...Object.entries(fields).map(([name, value]) => value.map((it) => ({ [name]: it }))))
    const rules = fc.record({ state: any('open', 'closed'), until: any(null, ...DATES) })
    const body = any<object>(
      bodyOf(paragraph(text('Short.'))),
      bodyOf(paragraph(text('With words.')), quoteRef(quote)),
    )
    const of = (collection: string, ids: string[], data: fc.Arbitrary<object>) =>
      fc.record({
        act: any('change'),
        collection: any(collection),
        id: any(...ids),
        data,
        how: any<object>({}, {}, {}, { locale: 'ru' }, { draft: true }),
      })
    return fc.oneof(
      of('posts', [a, b, c], one({
        title: word, lead: word, slug: any(...SLUGS), publishedAt: any(...DATES), tags: some([water, school]), authors: some(people),
        event: any(null, ahead, over), image: any(null, picture), comments: rules, body, _status: any('draft', 'published', 'published'),
      })), // prettier-ignore
      of('events', [ahead, over], one({
        title: word, venue: word, slug: any('ahead', 'over', 'third'), publishedAt: any(...DATES), tags: some([water, school]),
        organizers: some([organization]), start: any(...DATES), comments: rules, _status: any('draft', 'published', 'published'),
      })), // prettier-ignore
      of('quotes', [quote], one({
        text: word, consent: any('given', 'withdrawn', 'asked'), speaker: any(...people), tags: some([water]),
        source: any<unknown>(null, { relationTo: 'posts', value: a }, { relationTo: 'posts', value: b }, { relationTo: 'events', value: ahead }),
      })), // prettier-ignore
      of('people', people, one({ name: word, bio: word, role: word, organization: any(null, organization), image: any(null, picture), slug: any('author', 'other', 'speaker', 'x') })), // prettier-ignore
      of('organizations', [organization], one({ name: word, description: word, url: any(null, 'https://example.org'), logo: any(null, picture) })), // prettier-ignore
      of('tags', [water, school], one({ name: word, slug: any('water', 'school', 'wells') })),
      of('media', [picture], one({ alt: word, credit: word })),
    )
  }

  const talk = () =>
    fc.oneof(
      fc.record({ act: any('say'), on: any('posts/a', 'posts/b', 'events/ahead'), below: fc.nat(20) }),
      fc.record({ act: any('move'), which: fc.nat(20), to: any(...STATES) }),
      fc.record({ act: any('remove'), which: fc.nat(20) }),
      fc.record({
        act: any('rule'),
        state: any('open', 'open', 'held', 'closed'),
        message: any(null, 'Back soon.'),
      }),
      fc.record({ act: any('name'), name: word }),
    )

  type Of<A> = A extends fc.Arbitrary<infer T> ? T : never
  type Act = Of<ReturnType<typeof changes>> | Of<ReturnType<typeof talk>>

  async function perform(act: Act) {
    const { payload } = ovoz
    const at = (which: number) => comments[which % comments.length]!
    if ('collection' in act) {
      const { collection, id, data, how } = act
      await payload.update({ collection: collection as 'posts', id, data: data as never, ...system, ...how })
    } else if ('on' in act) {
      const said = { parent: act.below % 2 ? at(act.below) : null, status: 'pending' }
      comments.push((await comment(ovoz, act.on, said)).id)
    } else if ('to' in act) await move(ovoz, at(act.which), act.to)
    else if ('which' in act) await payload.delete({ collection: 'comments', id: at(act.which), ...system })
    else if ('state' in act) {
      const { state, message } = act
      await payload.updateGlobal({ slug: 'discussion', data: { state, message } as never, ...system })
    } else await payload.updateGlobal({ slug: 'site', data: { name: act.name } as never, ...system })
  }

  it('what is remembered is what would be computed', async () => {
    const more = {
      'in Russian': '/posts?locale=ru',
      'a in Tajik': '/posts/a?locale=tg',
      'Russian feed': '/feeds/posts.json?locale=ru',
      'd': '/posts/d',
      'thread d': '/comments?on=posts/d',
      'counts of all': `/comments/counts?on=${SLUGS.map((slug) => `posts/${slug}`)},events/ahead,events/third`,
      'two filters': '/posts?tag=water&author=other',
      'by words': '/posts?q=words',
      'by date': '/posts?from=2024-02-01&to=2024-03-01',
      'quotes on b': '/quotes?on=posts/b',
      'quotes on ahead': '/quotes?on=events/ahead',
      'quotes of speaker': '/quotes?person=speaker',
      'newest a': '/comments?limit=1&on=posts/a&order=newest',
      'events of water': '/events?tag=water',
      'water.ics': '/events.ics?tag=water',
      'wells': '/posts?tag=wells',
    } // prettier-ignore
    const addresses = { ...site.addresses, ...more }
    const memory = rememberedBy(ovoz, addresses)
    const nothing = { isHit: true, status: 0, body: '' }
    const all = new Map(Object.keys(addresses).map((name) => [name, nothing]))
    let [done, refused, hits, misses] = [0, 0, 0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(changes(), talk()), { minLength: 12, maxLength: 12 }),
        async (acts) => {
          for (const act of acts) {
            await perform(act).then(
              () => void (done += 1),
              // Two of one slug, a move that is none: what is refused changes nothing, which is held against as well.
              () => void (refused += 1),
            )
            const { untrue, dropped } = await memory.compare(all)
            misses += dropped.length
            hits += all.size - dropped.length
            expect({ act, untrue }).toEqual({ act, untrue: [] })
          }
        },
      ),
      // What is kept is decided above the database, which is asked seventy times after every write.
      { seed: 3, numRuns: engine === 'sqlite' ? 4 : 2, endOnFailure: true },
    )
    tell(
      `any writes (${engine}): ${done} done, ${refused} refused, ${hits} answers from memory, ${misses} computed`,
    )
    expect(done).toBeGreaterThan(refused)
  }, 300_000)
})

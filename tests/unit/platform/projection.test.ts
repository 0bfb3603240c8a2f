import { z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'

import { Comment, Post } from '../../../src/contract/index.ts'
import { project, readFields } from '../../../src/platform/projection.ts'
import { Refusal } from '../../../src/platform/problem.ts'
import { thrownBy } from '../any.ts'

const schema = z.object({
  title: z.string(),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  tags: z.array(z.object({ slug: z.string(), name: z.string() })).optional(),
})
const value = {
  title: 'T',
  image: { url: 'u', alt: 'a' },
  tags: [
    { slug: 's', name: 'n' },
    { slug: 's2', name: 'n2' },
  ],
}
const ask = (fields: string, of: z.ZodType = schema) => readFields({ fields, schema: of, locale: 'en' })!

describe('the fields asked for', () => {
  it.each<[fields: string, shown: object]>([
    ['title', { title: 'T' }],
    [' title , image.url ', { title: 'T', image: { url: 'u' } }],
    ['tags.slug', { tags: [{ slug: 's' }, { slug: 's2' }] }],
    ['tags.slug,tags.name', { tags: value.tags }],
    ['image,image.url', { image: value.image }],
    ['image.url,image', { image: value.image }],
    ['title,title,title', { title: 'T' }],
  ])('%s', (fields, shown) => {
    expect(project(value, ask(fields))).toEqual(shown)
  })

  it('leave what is not there as it is', () => {
    expect(project({ title: 'T', image: null, tags: [] }, ask('image.url,tags.name'))).toEqual({
      image: null,
      tags: [],
    })
    expect(readFields({ fields: undefined, schema, locale: 'en' })).toBeNull()
  })

  it.each([
    ['', ''],
    ['title,', ''],
    ['nope', 'nope'],
    ['title,nope,image.nope', 'nope, image.nope'],
    ['title.length', 'title.length'],
    ['tags.0', 'tags.0'],
    ['__proto__', '__proto__'],
    ['image.__proto__', 'image.__proto__'],
    ['constructor', 'constructor'],
    ['constructor.name', 'constructor.name'],
    ['toString', 'toString'],
    ['hasOwnProperty', 'hasOwnProperty'],
    ['.title', '.title'],
    ['title.', 'title.'],
    ['image..url', 'image..url'],
  ])('are refused by name: “%s”', (fields, named) => {
    const refusal = thrownBy(() => ask(fields)) as Refusal
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.errors).toMatchObject([{ field: 'fields', code: 'invalid' }])
    expect(refusal.errors![0]!.message).toContain(named)
  })

  it('lead as deep as an answer is nested, and take an article apart', () => {
    expect(() => ask('id,replies.text,replies.replies.author.name', Comment)).not.toThrow()
    expect(() => ask('replies.nope', Comment)).toThrow(Refusal)
    expect(() => ask('title,body.html,authors.organization.name,seo.image.variants.url', Post)).not.toThrow()
  })
})

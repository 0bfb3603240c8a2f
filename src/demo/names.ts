import type { Payload } from 'payload'

import { ORGANIZATIONS } from './texts/organizations.ts'
import { PEOPLE } from './texts/people.ts'
import { TAGS } from './texts/tags.ts'
import { inEachLanguage, keepAll, system } from './languages.ts'

/** Those the articles speak of: tags, organizations, and the people in them. */
export async function keepNames({ payload }: { payload: Payload }) {
  const tags = await keepAll(TAGS, (texts) =>
    inEachLanguage({
      texts,
      create: ({ locale, text: name }) =>
        payload.create({ collection: 'tags', locale, data: { name }, ...system }),
      update: ({ locale, text: name, doc }) =>
        payload.update({ collection: 'tags', id: doc.id, locale, data: { name }, ...system }),
    }),
  )
  const organizations = await keepAll(ORGANIZATIONS, ({ url, texts }) =>
    inEachLanguage({
      texts,
      create: ({ locale, text }) =>
        payload.create({ collection: 'organizations', locale, data: { ...text, url }, ...system }),
      update: ({ locale, text, doc }) =>
        payload.update({ collection: 'organizations', id: doc.id, locale, data: text, ...system }),
    }),
  )
  const people = await keepAll(PEOPLE, ({ organization, texts }) =>
    inEachLanguage({
      texts,
      create: ({ locale, text }) =>
        payload.create({
          collection: 'people',
          locale,
          data: { ...text, organization: organizations[organization] },
          ...system,
        }),
      update: ({ locale, text, doc }) =>
        payload.update({ collection: 'people', id: doc.id, locale, data: text, ...system }),
    }),
  )
  return { tags, organizations, people }
}

export type Names = Awaited<ReturnType<typeof keepNames>>

import type { CollectionConfig } from 'payload'

import {
  bodyField,
  commentsField,
  publishedAtField,
  sourceLanguageField,
  tagsField,
} from '../src/content/fields.ts'
import {
  refusePublishingByTranslators,
  releaseQuotes,
  stampPublication,
  turnHashtagsIntoTags,
  withholdQuotes,
} from '../src/content/hooks.ts'
import { articleAccess } from '../src/content/policy.ts'
import { imageField, ownerField, settleSlug, slugField } from '../src/platform/fields.ts'
import { label, plural } from '../src/platform/labels.ts'
import { indexChange, indexDeletion } from '../src/search/hooks.ts'

export const posts: CollectionConfig<'posts'> = {
  slug: 'posts',
  labels: plural('post', 'posts'),
  access: articleAccess,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'publishedAt', 'owner'],
    group: label('posts'),
  },
  defaultSort: '-publishedAt',
  indexes: [{ fields: ['_status', 'publishedAt'] }],
  versions: { drafts: { autosave: { interval: 1500 }, schedulePublish: true }, maxPerDoc: 50 },
  hooks: {
    beforeValidate: [settleSlug({ from: 'title', fallback: 'post' })],
    beforeChange: [refusePublishingByTranslators, stampPublication, turnHashtagsIntoTags],
    afterChange: [releaseQuotes, indexChange],
    afterDelete: [withholdQuotes, indexDeletion],
  },
  fields: [
    { name: 'title', type: 'text', label: label('title'), required: true, localized: true, maxLength: 300 },
    { name: 'lead', type: 'textarea', label: label('lead'), localized: true, maxLength: 1000 },
    bodyField(),
    {
      name: 'seo',
      type: 'group',
      label: label('seo'),
      fields: [
        { name: 'title', type: 'text', label: label('title'), localized: true, maxLength: 120 },
        {
          name: 'description',
          type: 'textarea',
          label: label('description'),
          localized: true,
          maxLength: 300,
        },
        imageField('image'),
      ],
    },
    slugField(),
    publishedAtField(),
    { ...imageField('image'), admin: { position: 'sidebar' } },
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'people',
      hasMany: true,
      label: label('authors'),
      admin: { position: 'sidebar' },
    },
    tagsField(),
    {
      name: 'event',
      type: 'relationship',
      relationTo: 'events',
      label: label('event'),
      index: true,
      admin: { position: 'sidebar' },
    },
    sourceLanguageField(),
    commentsField(),
    ownerField(),
  ],
}

import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  RelationshipFeature,
  StrikethroughFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { DateField, Field, GroupField, RichTextField, SelectField } from 'payload'

import { DEFAULT_LOCALE, LOCALE_NAMES, LOCALES } from '../contract/basics.ts'
import { dayAlone, dayAndTime } from '../platform/fields.ts'
import { label, options } from '../platform/labels.ts'
import { cleanBody, isBody } from './body.ts'

/** The rich text of an article or event. Quotes stand in it as references, so that each is kept once. */
export const bodyField = (): RichTextField => ({
  name: 'body',
  type: 'richText',
  label: label('body'),
  localized: true,
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(),
      ItalicFeature(),
      UnderlineFeature(),
      StrikethroughFeature(),
      BlockquoteFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      LinkFeature({ enabledCollections: [] }),
      HorizontalRuleFeature(),
      UploadFeature({ enabledCollections: ['media'] }),
      RelationshipFeature({ enabledCollections: ['quotes'] }),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  }),
  hooks: { beforeChange: [({ value }) => (isBody(value) ? cleanBody(value) : value)] },
})

export const tagsField = (): Field => ({
  name: 'tags',
  type: 'relationship',
  relationTo: 'tags',
  hasMany: true,
  label: label('tags'),
  admin: { position: 'sidebar' },
})

export const languageOptions = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))

export const sourceLanguageField = (): SelectField => ({
  name: 'sourceLanguage',
  type: 'select',
  label: label('sourceLanguage'),
  options: languageOptions,
  defaultValue: ({ locale }) => LOCALES.find((known) => known === locale) ?? DEFAULT_LOCALE,
  admin: { position: 'sidebar' },
})

/** When the public may see it. Set at the first publication; a later time keeps a published article back until then. */
export const publishedAtField = (): DateField => ({
  name: 'publishedAt',
  type: 'date',
  label: label('publishedAt'),
  index: true,
  admin: { position: 'sidebar', date: dayAndTime },
})

/** Whether readers may comment here. */
export const commentsField = (): GroupField => ({
  name: 'comments',
  type: 'group',
  label: label('comments'),
  admin: { position: 'sidebar' },
  fields: [
    {
      name: 'state',
      type: 'select',
      label: label('state'),
      options: options('open', 'closed'),
      defaultValue: 'open',
    },
    { name: 'until', type: 'date', label: label('until'), index: true, admin: { date: dayAlone } },
  ],
})

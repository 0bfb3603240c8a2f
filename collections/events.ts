import type { CollectionConfig, PayloadRequest } from 'payload'

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
  withholdQuotes,
} from '../src/content/hooks.ts'
import { articleAccess } from '../src/content/policy.ts'
import { countRevisions, refuseImpossibleTimes } from '../src/events/hooks.ts'
import { isTimeZone } from '../src/events/schedule.ts'
import { nobody } from '../src/platform/access.ts'
import {
  dayAndTime,
  imageField,
  isWebAddressOrEmpty,
  ownerField,
  settleSlug,
  slugField,
} from '../src/platform/fields.ts'
import { label, options, plural } from '../src/platform/labels.ts'
import { staffWord } from '../src/platform/staff-words.ts'

const organizationsField = (name: string) =>
  ({ name, type: 'relationship', relationTo: 'organizations', hasMany: true, label: label(name) }) as const

export const events: CollectionConfig<'events'> = {
  slug: 'events',
  labels: plural('event', 'events'),
  access: articleAccess,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'start', 'status', '_status'],
    group: label('posts'),
  },
  defaultSort: '-start',
  indexes: [{ fields: ['_status', 'start'] }],
  versions: { drafts: { autosave: { interval: 1500 }, schedulePublish: true }, maxPerDoc: 50 },
  hooks: {
    beforeValidate: [settleSlug({ from: 'title', fallback: 'event' })],
    beforeChange: [refusePublishingByTranslators, stampPublication, refuseImpossibleTimes, countRevisions],
    afterChange: [releaseQuotes],
    afterDelete: [withholdQuotes],
  },
  fields: [
    { name: 'title', type: 'text', label: label('title'), required: true, localized: true, maxLength: 300 },
    {
      type: 'row',
      fields: [
        {
          name: 'start',
          type: 'date',
          label: label('start'),
          required: true,
          index: true,
          admin: { date: dayAndTime },
        },
        {
          name: 'end',
          type: 'date',
          label: label('end'),
          index: true,
          admin: { date: dayAndTime },
        },
        {
          name: 'timeZone',
          type: 'text',
          label: label('timeZone'),
          required: true,
          defaultValue: 'Asia/Dushanbe',
          validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
            isTimeZone(value ?? '') || staffWord(req, 'no-time-zone'),
        },
        { name: 'allDay', type: 'checkbox', label: label('allDay'), defaultValue: false },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'venue', type: 'text', label: label('venue'), localized: true },
        { name: 'city', type: 'text', label: label('city'), localized: true, index: true },
        { name: 'country', type: 'text', label: label('country'), localized: true },
      ],
    },
    { name: 'onlineUrl', type: 'text', label: label('onlineUrl'), validate: isWebAddressOrEmpty },
    organizationsField('organizers'),
    organizationsField('partners'),
    {
      name: 'speakers',
      type: 'array',
      label: label('speakers'),
      labels: plural('speaker', 'speakers'),
      fields: [
        {
          name: 'person',
          type: 'relationship',
          relationTo: 'people',
          required: true,
          label: label('person'),
        },
        { name: 'role', type: 'text', label: label('role'), localized: true },
        {
          name: 'organization',
          type: 'relationship',
          relationTo: 'organizations',
          label: label('organization'),
        },
      ],
    },
    { name: 'attendance', type: 'text', label: label('attendance'), localized: true },
    {
      name: 'agenda',
      type: 'array',
      label: label('agenda'),
      labels: plural('agendaItem', 'agenda'),
      fields: [
        {
          name: 'start',
          type: 'date',
          label: label('start'),
          admin: { date: dayAndTime },
        },
        { name: 'title', type: 'text', label: label('title'), required: true, localized: true },
        {
          name: 'speakers',
          type: 'relationship',
          relationTo: 'people',
          hasMany: true,
          label: label('speakers'),
        },
      ],
    },
    bodyField(),
    { name: 'registrationUrl', type: 'text', label: label('registrationUrl'), validate: isWebAddressOrEmpty },
    slugField(),
    {
      name: 'status',
      type: 'select',
      label: label('status'),
      options: options('planned', 'cancelled'),
      defaultValue: 'planned',
      required: true,
      admin: { position: 'sidebar' },
    },
    publishedAtField(),
    { ...imageField('image'), admin: { position: 'sidebar' } },
    tagsField(),
    sourceLanguageField(),
    commentsField(),
    {
      // How often what is planned has changed; calendars of readers go by it.
      name: 'sequence',
      type: 'number',
      defaultValue: 0,
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    ownerField(),
  ],
}

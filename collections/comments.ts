import type { CollectionConfig } from 'payload'

import { revealAddresses } from '../src/comments/addresses.ts'
import { dropThread, dropThreadOfDeleted } from '../src/comments/drops.ts'
import { endpoints } from '../src/comments/endpoints.ts'
import {
  forgetPrivate,
  placeInThread,
  refuseDeletingAnswered,
  refuseDeletingLocked,
  refuseIllegalMove,
  refuseLocked,
} from '../src/comments/hooks.ts'
import { commentAccess, mayModerate } from '../src/comments/policy.ts'
import { COMMENT_LIMITS, COMMENT_STATES, SUBJECT_TYPES } from '../src/contract/index.ts'
import { languageOptions } from '../src/content/fields.ts'
import { awaitModerators } from '../src/moderation-mail/hooks.ts'
import { writeDownDeletion, writeDownMove } from '../src/desk/audit.ts'
import { nobody, staffOnly } from '../src/platform/access.ts'
import { dayAndTime } from '../src/platform/fields.ts'
import { label, options, plural } from '../src/platform/labels.ts'
import { forgetTelling, tellWriters } from '../src/notices/hooks.ts'
import { forgetReports, settleReports } from '../src/reports/hooks.ts'
import { announceMove, announceRemoval } from '../src/webhooks/hooks.ts'

const system = { create: nobody, update: nobody } as const
const hidden = { access: { ...system, read: nobody }, admin: { hidden: true } } as const

/** What readers write. Staff decide where it goes and never change what it says. */
export const comments: CollectionConfig<'comments'> = {
  slug: 'comments',
  labels: plural('comment', 'comments'),
  access: commentAccess,
  admin: {
    useAsTitle: 'body',
    defaultColumns: ['body', 'name', 'on', 'createdAt', 'status'],
    listSearchableFields: ['body', 'name'],
    group: label('comments'),
    enableRichTextRelationship: false,
    components: {
      beforeListTable: ['/src/admin/moves/bar.tsx#MoveBar'],
      // There is nothing to save: the one thing to do with a comment is to move it.
      edit: {
        beforeDocumentControls: ['/src/admin/privacy/link.tsx#PrivacyLink'],
        SaveButton: '/src/admin/moves/buttons.tsx#MoveButtons',
      },
    },
  },
  disableBulkEdit: true,
  defaultSort: ['queue', '-createdAt'],
  indexes: [
    // In the order of its pages, so that a page is read and nothing is sorted.
    { fields: ['thread', 'parent', 'id'] },
    { fields: ['root', 'visibility', 'id'] },
    { fields: ['thread', 'status', 'id'] },
    // The pages and counts of the moderation desk.
    { fields: ['status', 'id'] },
    { fields: ['status', 'isHeld', 'id'] },
    { fields: ['reportedAt'] },
    { fields: ['queue', 'createdAt'] },
    // What was long enough in spam or trash.
    { fields: ['status', 'removedAt', 'id'] },
    // The figures on the front page of the panel: counted in the index alone.
    { fields: ['createdAt', 'status', 'thread'] },
  ],
  endpoints,
  hooks: {
    beforeChange: [refuseLocked, placeInThread, refuseIllegalMove],
    beforeDelete: [refuseDeletingLocked, refuseDeletingAnswered, dropThreadOfDeleted],
    afterChange: [dropThread, announceMove, awaitModerators, tellWriters, writeDownMove, settleReports],
    afterDelete: [forgetPrivate, forgetTelling, forgetReports, announceRemoval, writeDownDeletion],
    afterOperation: [revealAddresses],
  },
  fields: [
    { name: 'id', type: 'text', required: true, maxLength: 64, admin: { hidden: true } },
    {
      name: 'body',
      type: 'textarea',
      label: label('text'),
      required: true,
      maxLength: COMMENT_LIMITS.body * 2,
      access: system,
      admin: { readOnly: true, components: { Cell: '/src/admin/cells.tsx#ExcerptCell' } },
    },
    { name: 'name', type: 'text', label: label('commentName'), access: system, admin: { readOnly: true } },
    {
      name: 'email',
      type: 'text',
      label: label('email'),
      virtual: true,
      access: { ...system, read: mayModerate },
      admin: { readOnly: true, disableListColumn: true, disableListFilter: true },
    },
    { name: 'url', type: 'text', label: label('url'), access: system, admin: { readOnly: true } },
    {
      name: 'on',
      type: 'relationship',
      relationTo: [...SUBJECT_TYPES],
      label: label('on'),
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'comments',
      index: true,
      label: label('parent'),
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'status',
      type: 'select',
      label: label('status'),
      options: options(...COMMENT_STATES),
      defaultValue: 'pending',
      required: true,
      index: true,
      access: { create: nobody },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'locale',
      type: 'select',
      label: label('locale'),
      options: languageOptions,
      access: system,
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'isStaff', type: 'checkbox', defaultValue: false, access: system, admin: { hidden: true } },
    {
      name: 'editedAt',
      type: 'date',
      label: label('editedAt'),
      access: system,
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: dayAndTime,
        condition: (data) => Boolean(data?.editedAt),
      },
    },
    {
      name: 'withdrawnAt',
      type: 'date',
      label: label('withdrawn'),
      access: { ...system, read: staffOnly },
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: dayAndTime,
        condition: (data) => Boolean(data?.withdrawnAt),
      },
    },
    {
      name: 'moves',
      type: 'array',
      label: label('moves'),
      labels: plural('oneMove', 'moves'),
      access: { ...system, read: mayModerate },
      admin: { readOnly: true, initCollapsed: true },
      fields: [
        { name: 'at', type: 'date', label: label('moveAt'), required: true, admin: { date: dayAndTime } },
        { name: 'from', type: 'text', label: label('moveFrom') },
        { name: 'to', type: 'text', label: label('moveTo'), required: true },
        { name: 'by', type: 'text', label: label('moveBy'), required: true },
        { name: 'byId', type: 'text', admin: { hidden: true } },
        { name: 'via', type: 'text', label: label('via') },
        { name: 'why', type: 'text', label: label('why') },
      ],
    },
    {
      name: 'createdAt',
      type: 'date',
      label: label('age'),
      index: true,
      access: system,
      admin: { disableBulkEdit: true, hidden: true, components: { Cell: '/src/admin/cells.tsx#AgeCell' } },
    },
    // Counts the changes, so that two moderators never act on two different comments without knowing.
    {
      name: 'revision',
      type: 'number',
      defaultValue: 0,
      access: { create: nobody },
      admin: { hidden: true },
    },
    // `posts/<id>`: what it stands on, in one indexed column.
    { name: 'thread', type: 'text', ...hidden },
    // The top-level comment it stands below; its own id when it is one.
    { name: 'root', type: 'text', ...hidden },
    // How many comments stand above it; 0 for a top-level one.
    { name: 'depth', type: 'number', defaultValue: 0, ...hidden },
    // Whether the public sees it, its place only (removed, with answers), or nothing.
    {
      name: 'visibility',
      type: 'select',
      options: ['shown', 'tombstone', 'hidden'],
      defaultValue: 'hidden',
      ...hidden,
    },
    // Why it waits, names between spaces, and whether a rule is among them; src/comments/waiting.ts.
    { name: 'reasons', type: 'text', ...hidden },
    // What the checks for spam found, as JSON; src/spam/check.ts.
    { name: 'findings', type: 'text', ...hidden },
    { name: 'isHeld', type: 'checkbox', defaultValue: false, ...hidden },
    // How many reports are open, and the order of those that have any: `<time of the newest> <id>`; src/reports.
    { name: 'openReports', type: 'number', defaultValue: 0, ...hidden },
    { name: 'reportedAt', type: 'text', ...hidden },
    // Since when it is in spam or trash; written by src/retention alone, from its history.
    { name: 'removedAt', type: 'date', ...hidden },
    // Since when nobody is known any more to have written it; its private address is no key to it then.
    { name: 'erasedAt', type: 'date', ...hidden },
    // Waiting ones first in every list of the panel.
    { name: 'queue', type: 'number', defaultValue: 0, access: system, admin: { hidden: true } },
  ],
}

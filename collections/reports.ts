import type { CollectionConfig } from 'payload'

import { REPORT_REASONS } from '../src/contract/index.ts'
import { keptBySystem } from '../src/platform/access.ts'
import { REPORT_STATES } from '../src/reports/decision.ts'

/**
 * What readers report of public comments. Of who reports, nothing is kept but the mark of the network, by which the same
 * comment is counted once.
 */
export const reports: CollectionConfig<'reports'> = {
  slug: 'reports',
  ...keptBySystem(),
  timestamps: false,
  indexes: [{ fields: ['comment', 'state'] }],
  fields: [
    // `<comment> <network mark>`
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'comment', type: 'text', required: true },
    { name: 'network', type: 'text', required: true, index: true },
    { name: 'reason', type: 'select', options: [...REPORT_REASONS], required: true },
    { name: 'note', type: 'text' },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'state', type: 'select', options: [...REPORT_STATES], required: true },
    // When it was dismissed, or upheld by a move of that very time.
    { name: 'closedAt', type: 'date' },
  ],
}

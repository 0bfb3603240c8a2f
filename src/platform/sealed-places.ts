type Row = Record<string, unknown>

/** Where a sealed value stands: a column of a collection, and for which place each value in it is sealed. */
export type SealedColumn = {
  collection: string
  field: string
  /** What the place is made of, besides the id. */
  reads: readonly string[]
  place: (row: Row) => string
}

/**
 * Every column that holds sealed values. A new one is a row here: `keys rotate` refuses to end while anything else in the
 * database is sealed by a former key, so one that is forgotten is told of and never lost.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    collection: 'comment-private',
    field: 'email',
    reads: ['comment'],
    place: ({ comment }) => `comment ${String(comment)}`,
  },
  { collection: 'mails', field: 'sealed', reads: ['once'], place: ({ once }) => `mail ${String(once)}` },
  { collection: 'webhooks', field: 'secret', reads: [], place: () => 'webhook secret' },
  { collection: 'threats', field: 'sealed', reads: ['seq'], place: ({ seq }) => `threat ${String(seq)}` },
  {
    collection: 'second-factors',
    field: 'secret',
    reads: ['user'],
    place: ({ user }) => `second-factor ${String(user)}`,
  },
  {
    collection: 'privacy-requests',
    field: 'email',
    reads: ['key'],
    place: ({ key }) => `privacy ${String(key)}`,
  },
]

/** The same of a global: a field at its top. */
export type SealedGlobal = { global: string; field: string; place: string }

export const SEALED_GLOBALS: readonly SealedGlobal[] = [
  { global: 'spam', field: 'akismetKey', place: 'akismet key' },
  { global: 'spam', field: 'siteCheckSecret', place: 'site check secret' },
]

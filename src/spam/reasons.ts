/** Why a check lets a comment wait or calls it spam. Kept with the comment, so a name is never changed. */
export const SPAM_REASONS = [
  'honeypot',
  'token',
  'work',
  'links',
  'repeated',
  'imitates',
  'words',
  'language',
  'flood',
  'classifier',
  'akismet',
  'site-check',
  'check-failed',
] as const
export type SpamReason = (typeof SPAM_REASONS)[number]

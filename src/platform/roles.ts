export const ROLES = ['admin', 'editor', 'author', 'moderator', 'translator', 'frontend'] as const
export type Role = (typeof ROLES)[number]

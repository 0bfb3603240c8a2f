/**
 * What an answer of the public door is made of, as tags. A write drops the answers that carry one of the tags it
 * touches, and no others.
 */
export type Uses = Set<string>

export const tag = {
  /** Shows this document whole, or looked for it: dropped when anything of it changes. */
  doc: (kind: string, id: string) => `doc:${kind}/${id}`,
  /** Depends on its address, on its being public, and on whether it takes comments. */
  subject: (kind: string, id: string) => `subject:${kind}/${id}`,
  /** Shows its card only: dropped when something on the card changes. */
  card: (kind: string, id: string) => `card:${kind}/${id}`,
  /** Shows its title and address only, or was found by its slug. */
  name: (kind: string, id: string) => `name:${kind}/${id}`,
  /**
   * Depends on which public documents of a kind there are, on their order and what they can be filtered by; with a
   * field and a value, only on those that have this value.
   */
  list: (kind: string, field?: string, value?: string) =>
    field === undefined ? `list:${kind}` : `list:${kind}?${field}=${value}`,
  /** Depends on anything of any public document of a kind: a search, a map of the site. */
  any: (kind: string) => `any:${kind}`,
  /** Shows what stands before and after this document. */
  beside: (kind: string, id: string) => `beside:${kind}/${id}`,
  /** Shows comments of this thread. */
  thread: (key: string) => `thread:${key}`,
  /** Shows how many comments are in this thread. */
  count: (key: string) => `count:${key}`,
  global: (slug: string) => `global:${slug}`,
  /** Depends on the day, which begins at midnight UTC. */
  day: () => 'day',
}

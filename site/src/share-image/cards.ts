import { formatDate } from '@ovoz/widget/format.ts'
import type { Client, Locale } from 'ovoz/client'

import type { Card } from './drawing.ts'

type Asked = { client: Client; locale: Locale; timeZone: string }

const line = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ') || null

/** What stands on the picture of each kind of page that has one, by the first part of its address. */
export const CARDS: Record<string, (name: string, asked: Asked) => Promise<Omit<Card, 'site'>>> = {
  async quotes(id, { client }) {
    const { text, locale, speaker, role, organization } = await client.quotes.get(id)
    return { kind: 'quote', text, locale, name: speaker.name, standing: line(role, organization?.name) }
  },
  async posts(slug, { client, timeZone }) {
    const { title, locale, authors, publishedAt } = await client.posts.get(slug)
    return {
      kind: 'title',
      text: title,
      locale,
      name: line(...authors.map(({ name }) => name)),
      standing: formatDate(new Date(publishedAt), locale, timeZone),
    }
  },
  async events(slug, { client }) {
    const { title, locale, start, timeZone, venue, city } = await client.events.get(slug)
    return {
      kind: 'title',
      text: title,
      locale,
      name: formatDate(new Date(start), locale, timeZone),
      standing: line(venue, city),
    }
  },
}

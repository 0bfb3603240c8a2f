import type { Payload } from 'payload'

import { keepComments } from './comments.ts'
import { SITE } from './texts/site.ts'
import { keepEvents } from './events.ts'
import { languagesOf, system } from './languages.ts'
import { keepNames } from './names.ts'
import { keepPictures } from './pictures.ts'
import { keepPosts, writePosts } from './posts.ts'
import { keepQuotes } from './quotes.ts'

/**
 * Fills a new database with the work of an invented newsroom, so that whoever opens the panel for the first time
 * sees what everything is for.
 * @throws whatever the first write that fails throws; what was written before it stays.
 */
export async function seedDemo({ payload }: { payload: Payload }): Promise<void> {
  const now = new Date()
  for (const { locale, text } of languagesOf(SITE))
    await payload.updateGlobal({ slug: 'site', locale, data: text, ...system })

  const pictures = await keepPictures({ payload })
  const names = await keepNames({ payload })
  const events = await keepEvents({ payload, now, names, pictures })
  const posts = await keepPosts({ payload, now, names, pictures, events })
  const quotes = await keepQuotes({ payload, now, names, events, posts })
  await writePosts({ payload, posts, pictures, quotes })
  await keepComments({ payload, now, events, posts })

  payload.logger.info('Demonstration content was put into the new database; DEMO=0 leaves it out.')
}

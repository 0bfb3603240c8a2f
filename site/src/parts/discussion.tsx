import { toDiscussion } from '@ovoz/widget/markup.ts'
import { raw } from 'hono/html'

import { readDiscussion } from '../discussion.ts'
import type { Asking } from '../page.ts'

/**
 * The comments of a page with the form, and what the page then is: one with a private link is made for one reader. The
 * element round them improves them in place where scripts run; without, they are whole as they are.
 */
export async function discussionOf(asking: Asking, on: string) {
  const { view, isPrivate } = await readDiscussion({ asking, on, page: asking.links.at(asking.path) })
  return {
    isPrivate,
    body: (
      <div class="discussion">
        <ovoz-comments on={on} api="" locale={asking.locale}>
          {raw(toDiscussion(view))}
        </ovoz-comments>
      </div>
    ),
  }
}

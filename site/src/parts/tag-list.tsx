import type { Tag } from 'ovoz/client'

import type { Asking } from '../page.ts'

/** Hashtags, each with its page. */
export function TagList({ tags, asking }: { tags: Tag[]; asking: Asking }) {
  if (tags.length === 0) return null
  return (
    <div role="group" aria-label={asking.t('topics')}>
      <ul class="tags">
        {tags.map(({ slug, name }) => (
          <li>
            <a href={asking.links.tag(slug)} rel="tag">
              #{name.replace(/\s+/g, '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

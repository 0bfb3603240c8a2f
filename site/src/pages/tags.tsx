import type { Asking } from '../page.ts'
import { directory, Names } from '../parts/directory.tsx'

const LIMIT = 100

/** Every topic. */
export const tags = (asking: Asking) =>
  directory({
    asking,
    title: asking.t('tags'),
    none: asking.t('no-tags'),
    list: (cursor) => asking.client.tags.list({ limit: LIMIT, cursor }),
    hrefOf: (cursor) => asking.links.tags({ cursor }),
    show: (items) => <Names items={items} hrefOf={asking.links.tag} />,
  })

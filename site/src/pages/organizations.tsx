import type { Asking } from '../page.ts'
import { directory, Names } from '../parts/directory.tsx'

const LIMIT = 60

/** The organizations people here belong to, and those that make events. */
export const organizations = (asking: Asking) =>
  directory({
    asking,
    title: asking.t('organizations'),
    none: asking.t('no-organizations'),
    list: (cursor) => asking.client.organizations.list({ limit: LIMIT, cursor }),
    hrefOf: (cursor) => asking.links.organizations({ cursor }),
    show: (items) => <Names items={items} hrefOf={asking.links.organization} />,
  })

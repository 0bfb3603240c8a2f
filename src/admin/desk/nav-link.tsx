import type { ServerProps } from 'payload'

import { WaitingLink } from './waiting-link.tsx'

/** In the navigation, for whoever may move comments: the way to the desk. */
export function DeskNavLink({ permissions }: ServerProps) {
  return permissions?.collections?.comments?.update ? <WaitingLink /> : null
}

import type { AdminViewServerProps, ServerProps } from 'payload'

import { hasRole } from '../../platform/access.ts'
import { StaffView } from '../staff-view.tsx'
import { PrivacyRequests } from './requests.tsx'
import { privacyWords } from './words.ts'

/** `/admin/privacy-requests`, for administrators; with `?comment=<id>` of the writer of a comment. */
export function PrivacyRequestsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const comment = view.searchParams?.comment
  return (
    <StaffView path="/privacy-requests" view={view}>
      {hasRole(req, 'admin') ? (
        <PrivacyRequests comment={typeof comment === 'string' ? comment : undefined} />
      ) : (
        <p>{privacyWords(req.i18n.language).forbidden}</p>
      )}
    </StaffView>
  )
}

/** In the navigation, for all staff: what is kept about readers. From there administrators reach what readers ask for. */
export function PrivacyNavLink({ i18n, payload, permissions }: ServerProps) {
  if (!permissions?.globals?.privacy?.read) return null
  return (
    <a className="nav__link" href={`${payload.config.routes.admin}/privacy`} id="nav-privacy">
      <span className="nav__link-label">{privacyWords(i18n.language).nav}</span>
    </a>
  )
}

import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, ServerProps } from 'payload'

import { hasRole } from '../platform/access.ts'
import { PrivacyRequests } from './privacy-requests.tsx'
import { privacyWords } from './privacy-words.ts'

const PATH = '/privacy-requests'

/** `/admin/privacy-requests`, for administrators; with `?comment=<id>` of the writer of a comment. */
export function PrivacyRequestsView({
  initPageResult,
  params,
  searchParams,
  viewActions,
}: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(admin + PATH)}`)
  const comment = searchParams?.comment
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      viewActions={viewActions}
      visibleEntities={visibleEntities}
    >
      <div style={{ padding: 'var(--base) var(--gutter-h)' }}>
        {hasRole(req, 'admin') ? (
          <PrivacyRequests comment={typeof comment === 'string' ? comment : undefined} />
        ) : (
          <p>{privacyWords(req.i18n.language).forbidden}</p>
        )}
      </div>
    </DefaultTemplate>
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

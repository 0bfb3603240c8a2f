import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

/**
 * The frame of a view of our own, with the navigation, for whoever is signed in; others sign in first and come back.
 * @param path below the address of the panel
 */
export function StaffView({
  view: { initPageResult, params, searchParams, viewActions },
  path,
  isPadded = true,
  children,
}: {
  view: AdminViewServerProps
  path: `/${string}`
  /** Whether it keeps the distance to the edges that the pages of the panel have. */
  isPadded?: boolean
  children: ReactNode
}) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(admin + path)}`)
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
      {isPadded ? <div style={{ padding: 'var(--base) var(--gutter-h)' }}>{children}</div> : children}
    </DefaultTemplate>
  )
}

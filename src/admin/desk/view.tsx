import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { Desk } from './desk.tsx'
import { deskWords } from './words.ts'

/** `/admin/moderation`, for whoever may move comments. */
export function DeskView({ initPageResult, params, searchParams, viewActions }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/moderation`)}`)
  // What the access of the collection says is what holds here.
  const mayModerate = Boolean(permissions.collections?.comments?.update)
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
      {mayModerate ? (
        <Desk />
      ) : (
        <p style={{ padding: 'var(--gutter-h)' }}>{deskWords(req.i18n.language).forbidden}</p>
      )}
    </DefaultTemplate>
  )
}

import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { SetUpPage } from './set-up-page.tsx'
import './sign-in.css'

/** `/admin/second-factor`: where those are led whose role asks for a second factor and who have none yet. */
export function SetUpView({ initPageResult }: AdminViewServerProps) {
  const { permissions, req } = initPageResult
  const { admin } = req.payload.config.routes
  if (!req.user) redirect(`${admin}/login`)
  // Everyone else does it on the page of their account.
  if (permissions.canAccessAdmin) redirect(`${admin}/account`)
  return (
    <MinimalTemplate>
      <SetUpPage />
    </MinimalTemplate>
  )
}

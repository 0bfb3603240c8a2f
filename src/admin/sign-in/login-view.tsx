import { redirect } from 'next/navigation'
import { type AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'

import { Logo } from '../graphics.tsx'
import { LoginForm } from './login-form.tsx'
import './sign-in.css'

/** `/admin/login`, in the place of Payload's own, which knows no second step. */
export function LoginView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult
  const { admin } = req.payload.config.routes
  const redirectTo = getSafeRedirect({ fallbackTo: admin, redirectTo: searchParams?.redirect ?? '' })
  if (req.user) redirect(redirectTo)
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      <LoginForm redirectTo={redirectTo} />
    </>
  )
}

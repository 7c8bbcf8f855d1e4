/** Payload's login screen with a place for the one-time code. Everything else on it is Payload's. */
import type { AdminViewServerProps } from 'payload'
import { redirect } from 'next/navigation.js'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from '../brand/Brand.tsx'
import { LoginForm } from './LoginForm.tsx'

export function LoginView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { redirect: wanted } = searchParams ?? {}
  const target = getSafeRedirect({ fallbackTo: '/admin', redirectTo: wanted ?? '/admin' })
  if (initPageResult.req.user) redirect(target)
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      <LoginForm target={target} />
    </>
  )
}

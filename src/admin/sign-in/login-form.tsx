'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'

import { Refused } from '../ask.ts'
import { CodeField, Fault, Field } from './field.tsx'
import { typedInto, useAsking } from './use-asking.ts'

const NEEDED = 'one-time-code-needed'

/** The way in: the password, and the one-time code where the account has a second factor. */
export function LoginForm({ redirectTo }: { redirectTo: string }) {
  const { adminRoute, ask, attempt, fault, isBusy, setFault, words } = useAsking()
  const [known, setKnown] = useState<{ email: string; password: string } | null>(null)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { code, ...typed } = typedInto(event)
    const { email, password } = known ?? (typed as { email: string; password: string })
    void attempt(async () => {
      try {
        await ask('/login', { email, password, ...(known && { code }) })
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== NEEDED) throw error
        return setKnown({ email, password })
      }
      // As a page of its own: what was shown to somebody else, or to nobody, is not to be seen.
      window.location.assign(redirectTo)
    })
  }

  return (
    <form className="login__form" method="post" onSubmit={submit}>
      {known ? (
        <CodeField autoFocus hint={words.codeHint} label={words.code} />
      ) : (
        <>
          <Field
            autoComplete="username"
            autoFocus
            id="field-email"
            label={words.email}
            name="email"
            required
            type="email"
          />
          <Field
            autoComplete="current-password"
            id="field-password"
            label={words.password}
            name="password"
            required
            type="password"
          />
        </>
      )}
      <Fault words={fault} />
      {known ? (
        <Button
          buttonStyle="none"
          onClick={() => {
            setKnown(null)
            setFault(null)
          }}
        >
          {words.back}
        </Button>
      ) : (
        <a href={`${adminRoute}/forgot`}>{words.forgot}</a>
      )}
      <Button disabled={isBusy} size="large" type="submit">
        {words.signIn}
      </Button>
    </form>
  )
}

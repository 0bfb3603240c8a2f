'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { CodeField, Fault, Field } from './field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useAsking } from './use-asking.ts'

type Started = { secret: string; picture: string }

/** Setting up a second factor: the password, where it was not typed just now; the picture; a first code; the recovery codes. */
export function SetUp({ asksPassword, onDone }: { asksPassword: boolean; onDone: () => void }) {
  const { ask, attempt, fault, isBusy, words } = useAsking()
  const [needsPassword, setNeedsPassword] = useState(asksPassword)
  const [typed, setTyped] = useState({ password: '', code: '' })
  const [started, setStarted] = useState<Started | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)

  const begin = () =>
    attempt(async () => {
      try {
        const { password } = typed
        setStarted(await ask<Started>('/second-factor/start', needsPassword ? { password } : {}))
      } catch (error) {
        // The session is older than a few minutes.
        setNeedsPassword(true)
        throw error
      }
    })
  const confirm = () =>
    attempt(async () => {
      const { recoveryCodes } = await ask<{ recoveryCodes: string[] }>('/second-factor/confirm', {
        code: typed.code,
      })
      setCodes(recoveryCodes)
    })

  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} words={words} />
  if (!started)
    return (
      <div>
        {needsPassword && (
          <Field
            autoComplete="current-password"
            label={words.password}
            onChange={({ target }) => setTyped({ ...typed, password: target.value })}
            type="password"
            value={typed.password}
          />
        )}
        <Fault words={fault} />
        <Button disabled={isBusy} margin={false} onClick={() => void begin()} size="small">
          {words.setUp}
        </Button>
      </div>
    )
  return (
    <div>
      <p>{words.scan}</p>
      <img
        alt={words.picture}
        className="sign-in__picture"
        src={`data:image/svg+xml,${encodeURIComponent(started.picture)}`}
      />
      <p>
        {words.orType} <span className="sign-in__secret">{started.secret.replace(/.{4}(?=.)/g, '$& ')}</span>
      </p>
      <CodeField
        autoFocus
        label={words.firstCode}
        onChange={(code) => setTyped({ ...typed, code })}
        value={typed.code}
      />
      <Fault words={fault} />
      <Button disabled={isBusy} margin={false} onClick={() => void confirm()} size="small">
        {words.turnOn}
      </Button>
    </div>
  )
}

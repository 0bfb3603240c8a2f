'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { CodeField, Fault, Field } from './field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUp } from './set-up.tsx'
import { useAsking } from './use-asking.ts'

type State = { isOn: boolean; isRequired: boolean; recoveryCodes: number }
type Act = 'off' | 'recovery'

/** One's own second factor: how it stands, and what can be done about it. */
export function Factor() {
  const { ask, attempt, fault, isBusy, setFault, words } = useAsking()
  const [state, setState] = useState<State | null>(null)
  const [act, setAct] = useState<Act | 'set-up' | null>(null)
  const [typed, setTyped] = useState({ password: '', code: '' })
  const [codes, setCodes] = useState<string[] | null>(null)

  const load = async () => setState(await ask<State>('/second-factor'))
  useEffect(() => void attempt(load), [])

  const close = () => {
    setAct(null)
    setCodes(null)
    setFault(null)
    setTyped({ password: '', code: '' })
    void attempt(load)
  }
  const run = (which: Act) =>
    attempt(async () => {
      const { recoveryCodes } = await ask<{ recoveryCodes?: string[] }>(`/second-factor/${which}`, typed)
      if (recoveryCodes) return setCodes(recoveryCodes)
      toast.success(words.done)
      close()
    })

  return (
    <section aria-labelledby="second-factor" className="sign-in__part">
      <h3 id="second-factor">{words.factor}</h3>
      <p>{words.factorWhy}</p>
      {codes && <RecoveryCodes codes={codes} onKept={close} words={words} />}
      {!codes && act === 'set-up' && <SetUp asksPassword onDone={close} />}
      {state && act === null && (
        <>
          <p>
            <strong>{state.isOn ? words.isOn : words.isOff}</strong>{' '}
            {state.isOn && `${words.recoveryLeft}${state.recoveryCodes}`}
          </p>
          <div className="sign-in__acts">
            {(state.isOn
              ? ([['recovery', words.renew], ...(state.isRequired ? [] : [['off', words.turnOff]])] as [
                  Act,
                  string,
                ][])
              : ([['set-up', words.setUp]] as [typeof act & string, string][])
            ).map(([which, word]) => (
              <Button
                buttonStyle="secondary"
                key={which}
                margin={false}
                onClick={() => setAct(which as Act)}
                size="small"
              >
                {word}
              </Button>
            ))}
          </div>
        </>
      )}
      {!codes && (act === 'off' || act === 'recovery') && (
        <>
          <Field
            autoComplete="current-password"
            label={words.password}
            onChange={({ target }) => setTyped({ ...typed, password: target.value })}
            type="password"
            value={typed.password}
          />
          <CodeField
            label={words.code}
            onChange={(code) => setTyped({ ...typed, code })}
            value={typed.code}
          />
          <Fault words={fault} />
          <div className="sign-in__acts">
            <Button disabled={isBusy} margin={false} onClick={() => void run(act)} size="small">
              {act === 'off' ? words.turnOff : words.renew}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={close} size="small">
              {words.cancel}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

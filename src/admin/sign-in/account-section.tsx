'use client'

import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import { Factor } from './factor.tsx'
import { Fault } from './field.tsx'
import { Sessions } from './sessions.tsx'
import { useAsking } from './use-asking.ts'
import './sign-in.css'

/** For administrators: takes the second factor of another off, in two steps. */
function TakeOff({ of }: { of: string }) {
  const { ask, attempt, fault, isBusy, words } = useAsking()
  const [isAsked, setAsked] = useState(false)
  const takeOff = () =>
    attempt(async () => {
      setAsked(false)
      await ask(`/${of}/second-factor/reset`, {})
      toast.success(words.done)
    })
  return (
    <section aria-labelledby="take-off" className="sign-in__part">
      <h3 id="take-off">{words.factor}</h3>
      <p>{words.takeOffWhy}</p>
      <Fault words={fault} />
      <div className="sign-in__acts">
        <Button
          buttonStyle={isAsked ? 'error' : 'secondary'}
          disabled={isBusy}
          margin={false}
          onClick={() => (isAsked ? void takeOff() : setAsked(true))}
          size="small"
        >
          {isAsked ? `${words.takeOff}. ${words.sure}` : words.takeOff}
        </Button>
        {isAsked && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setAsked(false)} size="small">
            {words.cancel}
          </Button>
        )}
      </div>
    </section>
  )
}

/** How somebody signs in: at the end of one's own account, and for administrators of that of another. */
export function SignInSection() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth<{ id: string; role: string }>()
  if (!id || !user) return null
  if (String(id) === String(user.id))
    return (
      <div>
        <Factor />
        <Sessions of={null} />
      </div>
    )
  if (user.role !== 'admin') return null
  return (
    <div>
      {(data as { hasSecondFactor?: boolean } | undefined)?.hasSecondFactor && <TakeOff of={String(id)} />}
      <Sessions of={String(id)} />
    </div>
  )
}

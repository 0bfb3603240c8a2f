'use client'

import { Button } from '@payloadcms/ui'

import { SetUp } from './set-up.tsx'
import { useAsking } from './use-asking.ts'

/** For whoever may do nothing else yet. */
export function SetUpPage() {
  const { adminRoute, ask, attempt, words } = useAsking()
  const go = (path: string) => window.location.assign(`${adminRoute}${path}`)
  const signOut = () =>
    attempt(async () => {
      await ask('/logout', {})
      go('/login')
    })
  return (
    <div className="sign-in">
      <h1>{words.factor}</h1>
      <p>{words.mustHave}</p>
      <p>{words.factorWhy}</p>
      <SetUp asksPassword={false} onDone={() => go('')} />
      <div className="sign-in__part">
        <Button buttonStyle="none" onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
    </div>
  )
}

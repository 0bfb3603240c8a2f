'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Words } from './words.ts'

/** The codes, this once. */
export function RecoveryCodes({
  codes,
  words,
  onKept,
}: {
  codes: string[]
  words: Words
  onKept: () => void
}) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <section aria-labelledby="recovery-codes" role="status">
      <h3 id="recovery-codes">{words.recovery}</h3>
      <p>{words.recoveryWhy}</p>
      <ul className="sign-in__codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="sign-in__acts">
        <Button buttonStyle="secondary" margin={false} onClick={copy} size="small">
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button margin={false} onClick={onKept} size="small">
          {words.kept}
        </Button>
      </div>
    </section>
  )
}

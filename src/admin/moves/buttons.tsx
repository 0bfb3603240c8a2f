'use client'

import { Button, toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { moveMany, STATES, type State, wordsIn } from './moves.ts'

/** On the page of one comment: where it may go from here. */
export function MoveButtons() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const current = useFormFields(([fields]) => fields.status?.value as State | undefined)
  const revision = useFormFields(([fields]) => fields.revision?.value as number | undefined)
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language)

  async function move(status: State) {
    setBusy(true)
    const { moved, refused } = await moveMany({
      api: config.routes.api,
      comments: [{ id: String(id), revision }],
      status,
      words,
    })
    if (moved) toast.success(words.moved(1))
    for (const message of refused) toast.error(message)
    // What is shown is read again, so that the next move starts from what is there.
    if (moved) router.push(`${config.routes.admin}/collections/comments`)
    else router.refresh()
    setBusy(false)
  }

  if (!id) return null
  return (
    <div aria-label={words.bar} role="toolbar" style={{ display: 'flex', gap: '0.5rem' }}>
      {STATES.filter((state) => state !== current).map((state) => (
        <Button
          buttonStyle={state === 'approved' ? 'primary' : 'secondary'}
          disabled={isBusy}
          key={state}
          margin={false}
          onClick={() => void move(state)}
          size="medium"
        >
          {words.act[state]}
        </Button>
      ))}
    </div>
  )
}

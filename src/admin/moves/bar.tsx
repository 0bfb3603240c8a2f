'use client'

import { Button, toast, useConfig, useListQuery, useSelection, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { moveMany, STATES, type State, wordsIn } from './moves.ts'

type Doc = { id: string; revision?: number }

/** Above the list of comments: what to do with those that are ticked, all at once. */
export function MoveBar() {
  const { selectedIDs } = useSelection()
  const { data, refineListData } = useListQuery()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language)

  async function move(status: State) {
    setBusy(true)
    const docs = new Map(((data?.docs ?? []) as Doc[]).map((doc) => [doc.id, doc]))
    const comments = selectedIDs.map((id) => ({ id: String(id), revision: docs.get(String(id))?.revision }))
    const { moved, refused } = await moveMany({ api: config.routes.api, comments, status, words })
    if (moved) toast.success(words.moved(moved))
    for (const message of new Set(refused)) toast.error(message)
    await refineListData({})
    router.refresh()
    setBusy(false)
  }

  const many = selectedIDs.length
  return (
    <div
      aria-label={words.bar}
      role="toolbar"
      style={{ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: '0.5rem', minHeight: '3rem' }}
    >
      {STATES.filter((state) => state !== 'pending').map((state) => (
        <Button
          buttonStyle={state === 'approved' ? 'primary' : 'secondary'}
          disabled={isBusy || many === 0}
          key={state}
          margin={false}
          onClick={() => void move(state)}
          size="small"
        >
          {words.act[state]}
        </Button>
      ))}
      <span aria-live="polite">{many ? words.ticked(many) : words.hint}</span>
    </div>
  )
}

'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { ask } from '../ask.ts'
import { useAct } from '../use-act.ts'
import { signInWords } from './words.ts'

/** The endpoints of `/api/users`, the words, and what the server said against the last thing that was asked. */
export function useAsking() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const [fault, setFault] = useState<string | null>(null)
  const { act, isBusy } = useAct(setFault)

  return {
    ask: <T>(path: string, body?: object) =>
      ask<T>(`${config.routes.api}/users${path}`, { language, ...(body && { body }) }),
    attempt: (does: () => Promise<void>) => {
      setFault(null)
      return act(does)
    },
    fault,
    setFault,
    isBusy,
    words: signInWords(language),
    adminRoute: config.routes.admin,
  }
}

/** What was typed into a form. */
export function typedInto(event: { preventDefault: () => void; currentTarget: HTMLFormElement }) {
  event.preventDefault()
  return Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
}

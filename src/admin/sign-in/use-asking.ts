'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useMemo, useState } from 'react'

import { Refused, userCalls } from './calls.ts'
import { signInWords } from './words.ts'

/** The server, the words, and what it said against the last thing that was asked. */
export function useAsking() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const [fault, setFault] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const words = signInWords(language)
  const ask = useMemo(
    () => userCalls({ api: config.routes.api, language, away: signInWords(language).away }),
    [config.routes.api, language],
  )

  /** Does it, and keeps what was said against it. */
  async function attempt(act: () => Promise<void>) {
    setBusy(true)
    setFault(null)
    try {
      await act()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setFault(error)
    } finally {
      setBusy(false)
    }
  }

  return { ask, attempt, fault, setFault, isBusy, words, language, adminRoute: config.routes.admin }
}

/** What was typed into a form. */
export function typedInto(event: { preventDefault: () => void; currentTarget: HTMLFormElement }) {
  event.preventDefault()
  return Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
}

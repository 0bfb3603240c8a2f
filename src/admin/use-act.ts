'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { Away, Refused } from './ask.ts'
import { inLanguage } from './languages.ts'

const AWAY = {
  en: 'The server cannot be reached. Try again.',
  ru: 'Сервер недоступен. Попробуйте ещё раз.',
  tg: 'Сервер дастрас нест. Бори дигар кӯшиш кунед.',
}

/** For what asks the server: `tell` is told what is said against it, and meanwhile it is busy. */
export function useAct(tell: (fault: string) => void) {
  const { i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)

  async function act(does: () => Promise<void>) {
    setBusy(true)
    try {
      await does()
    } catch (error) {
      if (error instanceof Refused) tell(error.message)
      else if (error instanceof Away) tell(inLanguage(AWAY, i18n.language))
      else throw error
    } finally {
      setBusy(false)
    }
  }
  return { act, isBusy }
}

'use client'

import { Button, toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const WORDS = {
  en: {
    again: 'Send again',
    test: 'Send a test',
    sent: 'It is on its way.',
    away: 'The server cannot be reached.',
  },
  ru: {
    again: 'Отправить снова',
    test: 'Отправить проверку',
    sent: 'Отправляется.',
    away: 'Сервер недоступен.',
  },
  tg: {
    again: 'Боз фиристодан',
    test: 'Санҷиш фиристодан',
    sent: 'Фиристода мешавад.',
    away: 'Сервер дастрас нест.',
  },
}

const wordsIn = (language: string) => (language === 'ru' || language === 'tg' ? WORDS[language] : WORDS.en)

function SendButton({ collection, act }: { collection: string; act: 'again' | 'test' }) {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language)

  async function send() {
    setBusy(true)
    try {
      const address = `${config.routes.api}/${collection}/${String(id)}/${act}`
      const response = await fetch(address, { method: 'POST', credentials: 'include' })
      const { errors } = (await response.json()) as { errors?: { message: string }[] }
      if (response.ok) toast.success(words.sent)
      else for (const { message } of errors ?? []) toast.error(message)
      router.refresh()
    } catch {
      toast.error(words.away)
    }
    setBusy(false)
  }

  if (!id) return null
  return (
    <Button
      buttonStyle="secondary"
      disabled={isBusy}
      margin={false}
      onClick={() => void send()}
      size="medium"
    >
      {words[act]}
    </Button>
  )
}

/** On the page of a delivery: send it once more, also where it arrived. */
export const SendAgain = () => <SendButton act="again" collection="deliveries" />
/** On the page of a webhook: a message that says nothing, to see whether it arrives. */
export const SendTest = () => <SendButton act="test" collection="webhooks" />
/** On the page of a mail: send it once more, as long as there is something to send. */
export function SendMailAgain() {
  const status = useFormFields(([fields]) => fields.status?.value)
  const mayGo = status === 'waiting' || status === 'failed' || status === 'unsure'
  return mayGo && <SendButton act="again" collection="mails" />
}

'use client'

import { Button, toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { ask } from './ask.ts'
import { inLanguage } from './languages.ts'
import { useAct } from './use-act.ts'

const WORDS = {
  en: {
    again: 'Send again',
    test: 'Send a test',
    sent: 'It is on its way.',
  },
  ru: {
    again: 'Отправить снова',
    test: 'Отправить проверку',
    sent: 'Отправляется.',
  },
  tg: {
    again: 'Боз фиристодан',
    test: 'Санҷиш фиристодан',
    sent: 'Фиристода мешавад.',
  },
}

function SendButton({ collection, act }: { collection: string; act: 'again' | 'test' }) {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const { act: attempt, isBusy } = useAct(toast.error)
  const words = inLanguage(WORDS, i18n.language)

  const send = () =>
    attempt(async () => {
      await ask(`${config.routes.api}/${collection}/${String(id)}/${act}`, { method: 'POST' })
      toast.success(words.sent)
    }).then(() => router.refresh())

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

'use client'

import { toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { ask } from '../ask.ts'
import { inLanguage } from '../languages.ts'
import { useAct } from '../use-act.ts'

const WORDS = {
  en: {
    page: 'Evidence to print',
    data: 'Evidence as data',
    why: 'Why it is released',
    release: 'Release',
    released: 'Released. Its evidence is erased; the comment goes as anything else in the trash.',
  },
  ru: {
    page: 'Доказательство для печати',
    data: 'Доказательство как данные',
    why: 'Почему снимается с хранения',
    release: 'Снять с хранения',
    released: 'Снято с хранения. Доказательство стёрто, комментарий исчезнет, как всё в корзине.',
  },
  tg: {
    page: 'Далел барои чоп',
    data: 'Далел ҳамчун маълумот',
    why: 'Чаро озод мешавад',
    release: 'Озод кардан',
    released: 'Озод шуд. Далел нест карда шуд, шарҳ мисли ҳама чиз дар сабад нест карда мешавад.',
  },
}

/** On the page of a sealed threat: the evidence to hand out, and its release. */
export function ThreatButtons() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const kind = useFormFields(([fields]) => fields.kind?.value)
  const releasedAt = useFormFields(([fields]) => fields.releasedAt?.value)
  const [why, setWhy] = useState('')
  const { act, isBusy } = useAct(toast.error)
  const words = inLanguage(WORDS, i18n.language)
  const address = `${config.routes.api}/threats/${String(id)}`

  const release = () =>
    act(async () => {
      await ask(`${address}/release`, { body: { why } })
      toast.success(words.released)
    }).then(() => router.refresh())

  // Of what was released nothing is left to hand out.
  if (!id || kind !== 'sealed' || releasedAt) return null
  return (
    <>
      <a href={`${address}/export?format=html&language=${i18n.language}`}>{words.page}</a>{' '}
      <a href={`${address}/export?format=json`}>{words.data}</a>{' '}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void release()
        }}
        style={{ display: 'inline' }}
      >
        <input
          aria-label={words.why}
          maxLength={1000}
          onChange={(event) => setWhy(event.target.value)}
          placeholder={words.why}
          required
          value={why}
        />{' '}
        <button disabled={isBusy}>{words.release}</button>
      </form>
    </>
  )
}

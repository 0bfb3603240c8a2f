'use client'

import { toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '../ask.ts'
import { inLanguage } from '../languages.ts'
import { useAct } from '../use-act.ts'

const WORDS = {
  en: {
    open: 'Seal as a threat',
    hint: 'It goes into the trash at once. Text, name, times and sealed address are kept as evidence until an administrator releases it. Its writer is told nothing.',
    note: 'Note for the evidence',
    tell: 'Tell these people by mail',
    withText: 'Put the text into the mail',
    seal: 'Seal it',
    sealed: 'Sealed. Administrators find it under Threats.',
  },
  ru: {
    open: 'Опечатать как угрозу',
    hint: 'Комментарий сразу уходит в корзину. Текст, имя, время и запечатанный адрес хранятся как доказательство, пока администратор не снимет его с хранения. Автору ничего не сообщается.',
    note: 'Примечание к доказательству',
    tell: 'Сообщить этим людям по почте',
    withText: 'Включить текст в письмо',
    seal: 'Опечатать',
    sealed: 'Опечатано. Администраторы найдут его в разделе «Угрозы».',
  },
  tg: {
    open: 'Ҳамчун таҳдид мӯҳр кардан',
    hint: 'Шарҳ дарҳол ба сабад меравад. Матн, ном, вақт ва суроғаи мӯҳршуда ҳамчун далел то озод кардани маъмур нигоҳ дошта мешаванд. Ба муаллиф чизе хабар дода намешавад.',
    note: 'Эзоҳ ба далел',
    tell: 'Ба ин одамон бо почта хабар додан',
    withText: 'Матнро ба мактуб илова кардан',
    seal: 'Мӯҳр кардан',
    sealed: 'Мӯҳр шуд. Маъмурон онро дар бахши «Таҳдидҳо» меёбанд.',
  },
}

type Person = { id: string; name: string }

/** Seals a comment as a threat: a note, who is told, and whether the text stands in the mail. */
export function ThreatForm({
  id,
  revision,
  onSealed,
  className = '',
}: {
  id: string
  revision: number
  onSealed: () => void
  /** Of its buttons. */
  className?: string
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = inLanguage(WORDS, i18n.language)
  const [isOpen, setOpen] = useState(false)
  const { act, isBusy } = useAct(toast.error)
  const [why, setWhy] = useState('')
  const [people, setPeople] = useState<Person[]>([])
  const [tell, setTell] = useState<string[]>([])
  const [withText, setWithText] = useState(false)
  const api = `${config.routes.api}/threats`

  useEffect(() => {
    if (!isOpen) return
    ask<{ people: Person[] }>(`${api}/people`)
      .then((answer) => setPeople(answer.people))
      .catch(() => setPeople([]))
  }, [api, isOpen])

  const seal = () =>
    act(async () => {
      await ask(`${api}/seal`, { body: { id, revision, why, tell, withText } })
      toast.success(words.sealed)
      setOpen(false)
      onSealed()
    })

  if (!isOpen)
    return (
      <button className={className} onClick={() => setOpen(true)} type="button">
        {words.open}
      </button>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void seal()
      }}
    >
      <p>{words.hint}</p>
      <p>
        <label>
          {words.note}
          <br />
          <textarea maxLength={1000} onChange={(event) => setWhy(event.target.value)} rows={2} value={why} />
        </label>
      </p>
      <fieldset>
        <legend>{words.tell}</legend>
        {people.map((person) => (
          <label key={person.id} style={{ display: 'block' }}>
            <input
              checked={tell.includes(person.id)}
              onChange={({ target }) =>
                setTell(target.checked ? [...tell, person.id] : tell.filter((one) => one !== person.id))
              }
              type="checkbox"
            />{' '}
            {person.name}
          </label>
        ))}
      </fieldset>
      {tell.length > 0 && (
        <label style={{ display: 'block' }}>
          <input checked={withText} onChange={({ target }) => setWithText(target.checked)} type="checkbox" />{' '}
          {words.withText}
        </label>
      )}
      <button className={className} disabled={isBusy}>
        {words.seal}
      </button>
    </form>
  )
}

'use client'

import { toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

const WORDS = {
  en: {
    open: 'Seal as a threat',
    hint: 'It goes into the trash at once. Text, name, times and sealed address are kept as evidence until an administrator releases it. Its writer is told nothing.',
    note: 'Note for the evidence',
    tell: 'Tell these people by mail',
    withText: 'Put the text into the mail',
    seal: 'Seal it',
    sealed: 'Sealed. Administrators find it under Threats.',
    away: 'The server cannot be reached.',
  },
  ru: {
    open: 'Опечатать как угрозу',
    hint: 'Комментарий сразу уходит в корзину. Текст, имя, время и запечатанный адрес хранятся как доказательство, пока администратор не снимет его с хранения. Автору ничего не сообщается.',
    note: 'Примечание к доказательству',
    tell: 'Сообщить этим людям по почте',
    withText: 'Включить текст в письмо',
    seal: 'Опечатать',
    sealed: 'Опечатано. Администраторы найдут его в разделе «Угрозы».',
    away: 'Сервер недоступен.',
  },
  tg: {
    open: 'Ҳамчун таҳдид мӯҳр кардан',
    hint: 'Шарҳ дарҳол ба сабад меравад. Матн, ном, вақт ва суроғаи мӯҳршуда ҳамчун далел то озод кардани маъмур нигоҳ дошта мешаванд. Ба муаллиф чизе хабар дода намешавад.',
    note: 'Эзоҳ ба далел',
    tell: 'Ба ин одамон бо почта хабар додан',
    withText: 'Матнро ба мактуб илова кардан',
    seal: 'Мӯҳр кардан',
    sealed: 'Мӯҳр шуд. Маъмурон онро дар бахши «Таҳдидҳо» меёбанд.',
    away: 'Сервер дастрас нест.',
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
  const words = WORDS[i18n.language as keyof typeof WORDS] ?? WORDS.en
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [why, setWhy] = useState('')
  const [people, setPeople] = useState<Person[]>([])
  const [tell, setTell] = useState<string[]>([])
  const [withText, setWithText] = useState(false)
  const api = `${config.routes.api}/threats`

  useEffect(() => {
    if (!isOpen) return
    fetch(`${api}/people`, { credentials: 'include' })
      .then((response) => response.json() as Promise<{ people?: Person[] }>)
      .then((answer) => setPeople(answer.people ?? []))
      .catch(() => setPeople([]))
  }, [api, isOpen])

  async function seal() {
    setBusy(true)
    try {
      const response = await fetch(`${api}/seal`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id, revision, why, tell, withText }),
      })
      const { errors } = (await response.json()) as { errors?: { message: string }[] }
      if (response.ok) {
        toast.success(words.sealed)
        setOpen(false)
        onSealed()
      } else for (const { message } of errors ?? []) toast.error(message)
    } catch {
      toast.error(words.away)
    }
    setBusy(false)
  }

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

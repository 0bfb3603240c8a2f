import { useState } from 'react'

import { LOCALE_NAMES, LOCALES } from '../../contract/basics.ts'
import type { Calm } from '../../desk/shapes.ts'
import type { Words } from './words.ts'

const STATES = ['open', 'held', 'closed'] as const

/** The switch for the whole site: open, everything held, closed; with what readers are told, in each language. */
export function CalmSwitch({
  calm,
  onSet,
  words,
}: {
  calm: Calm | null
  onSet: (calm: Calm) => Promise<boolean>
  words: Words
}) {
  const [draft, setDraft] = useState<Calm | null>(null)
  const [isBusy, setBusy] = useState(false)
  if (!calm) return null
  const names = { open: words.calmOpen, held: words.calmHeld, closed: words.calmClosed }

  async function set() {
    if (!draft) return
    setBusy(true)
    if (await onSet(draft)) setDraft(null)
    setBusy(false)
  }

  return (
    <div
      className="desk__calm"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
      }}
    >
      <button
        aria-expanded={draft !== null}
        className={`desk__button desk__calm-button desk__calm-button--${calm.state}`}
        onClick={() => setDraft(draft ? null : calm)}
        title={words.calm}
        type="button"
      >
        <span className="desk__unseen">{words.calm}: </span>
        {names[calm.state]}
      </button>
      {draft && (
        <form
          aria-label={words.calm}
          className="desk__panel"
          onSubmit={(event) => {
            event.preventDefault()
            void set()
          }}
        >
          <fieldset>
            <legend>{words.calm}</legend>
            {STATES.map((state) => (
              <label key={state}>
                <input
                  checked={draft.state === state}
                  name="state"
                  onChange={() => setDraft({ ...draft, state })}
                  type="radio"
                  value={state}
                />{' '}
                {names[state]}
              </label>
            ))}
          </fieldset>
          {LOCALES.map((locale) => (
            <label key={locale}>
              {words.calmMessage} · {LOCALE_NAMES[locale]}
              <textarea
                lang={locale}
                maxLength={500}
                onChange={(event) =>
                  setDraft({ ...draft, message: { ...draft.message, [locale]: event.target.value || null } })
                }
                rows={2}
                value={draft.message[locale] ?? ''}
              />
            </label>
          ))}
          <div className="desk__row">
            <button className="desk__button desk__button--approved" disabled={isBusy}>
              {words.calmSave}
            </button>
            <button className="desk__button" onClick={() => setDraft(null)} type="button">
              {words.cancel}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}

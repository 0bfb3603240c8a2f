'use client'

import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { type CSSProperties, type FormEvent, useState } from 'react'

import { ERASURE_CHOICES, type ErasureChoice } from '../../contract/index.ts'
import { useAct } from '../use-act.ts'
import { type Found, privacyCalls, type Whom } from './calls.ts'
import { privacyWords } from './words.ts'

const FIELD: CSSProperties = {
  background: 'var(--theme-input-bg)',
  border: '1px solid var(--theme-elevation-400)',
  borderRadius: 'var(--style-radius-s)',
  color: 'var(--theme-text)',
  display: 'block',
  font: 'inherit',
  marginTop: '0.25rem',
  maxWidth: '32rem',
  padding: '0.6rem 0.75rem',
  width: '100%',
}
const ROW: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '0.5rem', margin: '0.75rem 0' }

function save({ blob, name }: { blob: Blob; name: string }) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/**
 * What administrators do in the name of a reader: look, take a copy, forget. To be mounted by a view.
 * @param comment where the writer of a comment is meant; else the address is typed
 */
export function PrivacyRequests({ comment }: { comment?: string | undefined }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = privacyWords(i18n.language)
  const calls = privacyCalls(config.routes.api)
  const [email, setEmail] = useState('')
  const [note, setNote] = useState('')
  const [choice, setChoice] = useState<ErasureChoice | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [told, setTold] = useState<{ isGood: boolean; text: string } | null>(null)
  const whom: Whom = comment === undefined ? { email } : { comment }

  const { act, isBusy } = useAct((text) => setTold({ isGood: false, text }))

  const run = (does: () => Promise<void>) => {
    setTold(null)
    void act(does)
  }

  const look = (event: FormEvent) => {
    event.preventDefault()
    setAsking(false)
    setFound(null)
    run(async () => setFound(await calls.look(whom)))
  }
  const take = (format: 'html' | 'json') => run(async () => save(await calls.copy({ ...whom, format, note })))
  const erase = () =>
    run(async () => {
      const { comments, sealed } = await calls.erase({ ...whom, choice: choice!, note })
      setFound(null)
      setAsking(false)
      setNote('')
      setEmail('')
      setTold({ isGood: true, text: words.done(comments, sealed) })
    })

  return (
    <section aria-labelledby="privacy-requests" style={{ maxWidth: '44rem' }}>
      <h2 id="privacy-requests">{words.title}</h2>
      <p>{words.hint}</p>
      <form onSubmit={look}>
        {comment === undefined ? (
          <label>
            {words.email}
            <input
              autoComplete="off"
              name="reader"
              onChange={(event) => {
                setEmail(event.target.value)
                setFound(null)
              }}
              required
              style={FIELD}
              type="email"
              value={email}
            />
          </label>
        ) : (
          <p>{words.ofComment}</p>
        )}
        <div style={ROW}>
          <Button disabled={isBusy} margin={false} type="submit">
            {words.look}
          </Button>
        </div>
      </form>
      {told && (
        <p role={told.isGood ? 'status' : 'alert'} style={{ fontWeight: 600 }}>
          {told.text}
        </p>
      )}
      {found && !found.isKnown && <p role="status">{words.unknown}</p>}
      {found?.isKnown && (
        <>
          <p role="status">{words.known(found.summary.comments, found.address)}</p>
          <label>
            {words.note}
            <input
              aria-describedby="privacy-note-hint"
              maxLength={500}
              name="note"
              onChange={(event) => setNote(event.target.value)}
              style={FIELD}
              value={note}
            />
          </label>
          <p id="privacy-note-hint">{words.noteHint}</p>
          <h3>{words.copy}</h3>
          <div style={ROW}>
            {(['html', 'json'] as const).map((format) => (
              <Button
                buttonStyle="secondary"
                disabled={isBusy || !note.trim()}
                key={format}
                margin={false}
                onClick={() => take(format)}
              >
                {format === 'html' ? words.copyHtml : words.copyJson}
              </Button>
            ))}
          </div>
          <h3>{words.erase}</h3>
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend>{words.choice}</legend>
            {ERASURE_CHOICES.map((one) => (
              <label key={one} style={{ display: 'block', padding: '0.25rem 0' }}>
                <input
                  checked={choice === one}
                  name="choice"
                  onChange={() => setChoice(one)}
                  type="radio"
                  value={one}
                />{' '}
                {words[one]}
              </label>
            ))}
          </fieldset>
          {isAsking ? (
            <div aria-labelledby="privacy-sure" role="alertdialog">
              <h3 id="privacy-sure">{words.sure}</h3>
              <p>{words.sureText}</p>
              <div style={ROW}>
                <Button disabled={isBusy} margin={false} onClick={erase}>
                  {words.sureYes}
                </Button>
                <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(false)}>
                  {words.sureNo}
                </Button>
              </div>
            </div>
          ) : (
            <div style={ROW}>
              <Button
                buttonStyle="secondary"
                disabled={isBusy || !note.trim() || !choice}
                margin={false}
                onClick={() => setAsking(true)}
              >
                {words.eraseAsk}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { formatDate } from '@payloadcms/ui/shared'
import { useEffect, useState } from 'react'

import { Fault } from './field.tsx'
import { useAsking } from './use-asking.ts'

type Session = {
  id: string
  since: string | null
  lastRenewed: string
  browser: string | null
  isThis: boolean
}

/** Where somebody is signed in: one's own, or, for administrators, those of another. */
export function Sessions({ of }: { of: string | null }) {
  const { ask, attempt, fault, isBusy, words } = useAsking()
  const { i18n } = useTranslation()
  const { dateFormat: pattern } = useConfig().config.admin
  const [sessions, setSessions] = useState<Session[] | null>(null)
  const base = of === null ? '/sessions' : `/${of}/sessions`

  const load = async () => setSessions((await ask<{ sessions: Session[] }>(base)).sessions)
  useEffect(() => void attempt(load), [base])

  const end = (path: string, body: object) =>
    attempt(async () => {
      await ask(path, body)
      toast.success(words.ended)
      await load()
    })
  const time = (iso: string | null) =>
    // By the panel's own names of months: browsers know none in Tajik.
    iso ? formatDate({ date: iso, i18n, pattern }) : '–'

  return (
    <section aria-labelledby="own-sessions" className="sign-in__part">
      <h3 id="own-sessions">{words.sessions}</h3>
      {of === null && <p>{words.sessionsWhy}</p>}
      {sessions?.length === 0 && <p>{words.noSessions}</p>}
      {Boolean(sessions?.length) && (
        <div className="sign-in__sessions" role="region" aria-labelledby="own-sessions" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[words.browser, words.since, words.lastRenewed].map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sessions!.map((session) => (
                <tr key={session.id}>
                  <td>
                    {session.browser ?? words.unknown}
                    {session.isThis && ` (${words.thisOne})`}
                  </td>
                  <td>{time(session.since)}</td>
                  <td>{time(session.lastRenewed)}</td>
                  {of === null && !session.isThis && (
                    <td>
                      <Button
                        buttonStyle="secondary"
                        disabled={isBusy}
                        margin={false}
                        onClick={() => void end('/sessions/end', { id: session.id })}
                        size="small"
                      >
                        {words.end}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Fault words={fault} />
      {of === null
        ? (sessions?.length ?? 0) > 1 && (
            <Button
              disabled={isBusy}
              margin={false}
              onClick={() => void end('/sessions/end-others', {})}
              size="small"
            >
              {words.endOthers}
            </Button>
          )
        : Boolean(sessions?.length) && (
            <Button disabled={isBusy} margin={false} onClick={() => void end(`${base}/end`, {})} size="small">
              {words.endAll}
            </Button>
          )}
    </section>
  )
}

'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { deskCalls } from './calls.ts'
import { tellWaiting } from './live.ts'
import { messageOf } from './messages.ts'
import { readQuestion, writeQuestion } from './question.ts'
import { Session } from './session.ts'
import type { Words } from './words.ts'

/** How often the server is asked what is new, in milliseconds. */
export const EVERY = 5_000

/** One session for as long as the desk is open, kept live; its question stands in the address of the page. */
export function useSession({ api, words }: { api: string; words: Words }) {
  const [session] = useState(
    () =>
      new Session({
        calls: deskCalls(api),
        say: (message) => {
          const { isGood, text } = messageOf(message, words)
          if (isGood) toast.success(text)
          else toast.error(text)
        },
      }),
  )
  const seen = useSyncExternalStore(
    session.subscribe,
    () => session.seen,
    () => session.seen,
  )
  const { counts } = seen.desk

  useEffect(() => {
    void session.ask(readQuestion(new URLSearchParams(location.search)))
    const poll = () => {
      if (!document.hidden) void session.poll()
    }
    const timer = setInterval(poll, EVERY)
    document.addEventListener('visibilitychange', poll)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', poll)
    }
  }, [session])

  useEffect(() => {
    if (!counts) return
    tellWaiting(counts.waiting)
    // In the tab of the browser too, for whoever looks elsewhere.
    document.title = `${counts.waiting ? `(${counts.waiting}) ` : ''}${words.desk} · Ovoz`
  }, [counts, words])

  function ask(question: typeof seen.question) {
    const query = writeQuestion(question)
    history.replaceState(history.state, '', query ? `?${query}` : location.pathname)
    void session.ask(question)
  }

  return { session, ask, ...seen }
}

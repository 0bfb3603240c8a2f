'use client'

import './desk.css'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'

import { deskCalls } from './calls.ts'
import { isFresh, onWaiting, tellWaiting, waitingNow } from './live.ts'
import { EVERY } from './use-session.ts'
import { deskWords } from './words.ts'

/** The way to the desk, with how many comments wait as of some seconds ago. */
export function WaitingLink() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = deskWords(i18n.language)
  const waiting = useSyncExternalStore(onWaiting, waitingNow, () => null)
  const href = `${config.routes.admin}/moderation`
  const isHere = usePathname() === href

  useEffect(() => {
    const calls = deskCalls(config.routes.api)
    const ask = () => {
      if (document.hidden || isFresh(EVERY)) return
      calls.counts().then(
        ({ counts }) => tellWaiting(counts.waiting),
        () => undefined,
      )
    }
    ask()
    const timer = setInterval(ask, EVERY)
    return () => clearInterval(timer)
  }, [config.routes.api])

  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link desk-link"
      href={href}
      id="nav-moderation"
      prefetch={false}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{words.desk}</span>
      {waiting !== null && waiting > 0 && (
        <span className="desk-link__badge" title={`${words.waiting}: ${waiting}`}>
          {waiting > 9999 ? '9999+' : waiting}
        </span>
      )}
    </Link>
  )
}

'use client'

import { useEffect, useRef } from 'react'

import { actOf } from './keys.ts'
import type { Session } from './session.ts'

const TYPED = 'textarea, select, [contenteditable="true"], input:not([type="checkbox"]):not([type="radio"])'

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(TYPED) !== null

/** The keys of the desk, wherever the focus is but in what is typed and in what is open above the desk. */
export function useKeyboard({
  session,
  reply,
  search,
  help,
}: {
  session: Session
  reply: (id: string | null) => void
  search: () => void
  help: () => void
}) {
  const doors = useRef({ reply, search, help })
  useEffect(() => {
    doors.current = { reply, search, help }
  })

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const act = actOf(event, { isTyping: isTyping(event.target) })
      if (!act) return
      const { desk } = session.seen
      const { current, selection } = desk
      const door = doors.current
      if (act.kind === 'leave') {
        if (isTyping(event.target)) (event.target as HTMLElement).blur()
        else if (selection.ids.size) session.dispatch({ kind: 'untick' })
        door.reply(null)
        return
      }
      event.preventDefault()
      if (act.kind === 'step') session.dispatch(act)
      else if (act.kind === 'undo') session.undo()
      else if (act.kind === 'help') door.help()
      else if (act.kind === 'search') door.search()
      else if (act.kind === 'move' && selection.ids.size) session.move(selection.ids, act.to)
      else if (act.kind === 'keep' && selection.ids.size) void session.keep(selection.ids)
      else if (!current) return
      else if (act.kind === 'keep') void session.keep([current])
      else if (act.kind === 'move') session.move([current], act.to)
      else if (act.kind === 'reply') door.reply(current)
      else session.dispatch({ kind: ({ select: 'tick', range: 'reach', unfold: 'unfold' } as const)[act.kind], id: current }) // prettier-ignore
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session])
}

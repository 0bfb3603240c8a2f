import type { CommentsClient } from 'ovoz/client'

import type { Kept } from './kept.ts'
import { Owner } from './owner.ts'
import { Reader } from './reader.ts'
import { Stage } from './stage.ts'
import type { Order } from './view.ts'
import { Writer } from './writer.ts'

const MINUTE = 60_000

/**
 * Brings the markup of a discussion to life, wherever it came from. One set of listeners on the whole section; it ends
 * with `signal`.
 */
export function control(
  section: HTMLElement,
  { client, kept, signal }: { client: CommentsClient; kept: Kept; signal: AbortSignal },
) {
  const stage = new Stage(section, client, kept, signal)
  const owner = new Owner(stage)
  const writer = new Writer(stage, owner)
  const reader = new Reader(stage, owner, writer)

  const acts: Record<string, (link: HTMLElement, id: string) => void | Promise<void>> = {
    reply: (_, id) => writer.answer(id),
    cancel: () => writer.cancel(),
    edit: (_, id) => owner.turn(id, 'edit'),
    withdraw: (_, id) => owner.turn(id, 'withdraw'),
    keep: (_, id) => owner.turn(id, 'shown'),
    more: () => reader.more(),
    order: (link) => reader.again(link.dataset.ovozOrder as Order),
    first: () => reader.again(stage.context.order),
    all: () => reader.again(stage.context.order),
    field: (link) => stage.focus(stage.need(`#${CSS.escape(link.getAttribute('href')!.slice(1))}`)),
  }
  const idAt = (element: Element) => element.closest<HTMLElement>('[data-ovoz-id]')?.dataset.ovozId ?? ''
  const ownModeAt = (element: Element) => element.closest('.ovoz-edit, .ovoz-withdraw')

  section.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-ovoz-do]')
      const act = link && acts[link.dataset.ovozDo!]
      // A link this tab can do nothing for leads where it leads.
      if (link?.closest('[data-ovoz-own]') && !owner.has(idAt(link))) return
      if (!act || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      void act(link, idAt(link))
    },
    { signal },
  )
  section.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement
      const id = idAt(form)
      if (form.dataset.ovozForm !== 'write' && !owner.has(id)) return
      event.preventDefault()
      const body = (form.elements.namedItem('body') as HTMLTextAreaElement | null)?.value ?? ''
      const sends = {
        write: () => writer.send(),
        edit: () => owner.save(id, body),
        withdraw: () => owner.withdraw(id),
      }
      void sends[form.dataset.ovozForm as keyof typeof sends]()
    },
    { signal },
  )
  section.addEventListener(
    'input',
    (event) => {
      if ((event.target as Element).closest('[data-ovoz-form="write"]')) writer.typed()
    },
    { signal },
  )
  section.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      const target = event.target as Element
      const field = target instanceof HTMLTextAreaElement ? target : null
      if (ownModeAt(target)) {
        // A text that was changed is not given up by one key.
        if (field && field.value !== field.defaultValue) return
        owner.turn(idAt(target), 'shown')
      } else if (target.closest('.ovoz-respond') && writer.isAnswering) writer.cancel()
      else return
      event.preventDefault()
    },
    { signal },
  )
  window.addEventListener('hashchange', () => void reader.follow(location.hash), { signal })
  const clock = setInterval(() => stage.tellTimes(), MINUTE)
  signal.addEventListener('abort', () => clearInterval(clock))

  stage.tellTimes()
  writer.start()
  void owner.restore().then(() => reader.follow(location.hash))
  const { on, total } = stage.context.thread
  stage.emit('loaded', { on, total })
}

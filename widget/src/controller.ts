import type { CommentsClient } from 'ovoz/client'

import type { Acts } from './acts.ts'
import type { Kept } from './kept.ts'
import { loadActs } from './lazy.ts'
import { makeReady } from './ready.ts'
import { Stage } from './stage.ts'

const MINUTE = 60_000

/**
 * Brings the markup of a discussion to life, wherever it came from. One set of listeners on the whole section; it ends
 * with `signal`. What they call comes in a second file once somebody is about to act; where it does not come, links and
 * forms do what they do without a script.
 */
export function control(
  section: HTMLElement,
  { client, kept, signal }: { client: CommentsClient; kept: Kept; signal: AbortSignal },
) {
  const stage = new Stage(section, client, kept, signal)
  let acts: Acts | undefined
  let loading: Promise<Acts | undefined> | undefined
  let isLost = false

  const load = () =>
    (loading ??= loadActs().then(
      ({ createActs }) => (signal.aborted ? undefined : (acts = createActs(stage))),
      () => {
        isLost = true
        return undefined
      },
    ))
  /** At once where all is here; else in the order in which it was asked for. */
  function act(run: (acts: Acts) => unknown) {
    if (acts) return void run(acts)
    void load().then((loaded) => {
      if (loaded) run(loaded)
      else if (isLost) stage.notice(`${stage.say('offline')} ${stage.say('textKept')}`)
    })
  }
  const idAt = (element: Element) => element.closest<HTMLElement>('[data-ovoz-id]')?.dataset.ovozId ?? ''
  /** Whether it belongs to a comment of somebody's own that this tab can do nothing for. */
  const isForeign = (element: Element) =>
    element.closest('[data-ovoz-own]') !== null && !acts?.owner.has(idAt(element))
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => section.addEventListener(name, (event) => isLost || listener(event), { signal })

  on('pointerover', () => void load())
  on('focusin', () => void load())
  on('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-ovoz-do]')
    if (!link || isForeign(link)) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const id = idAt(link)
    act((it) => it.click(link, id))
  })
  on('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (isForeign(form)) return
    event.preventDefault()
    const id = idAt(form)
    act((it) => it.submit(form, id))
  })
  on('input', (event) => {
    if ((event.target as Element).closest('[data-ovoz-form="write"]')) act((it) => it.writer.typed())
  })
  on('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    const target = event.target as Element
    if (acts?.escape(target, idAt(target))) event.preventDefault()
  })
  const { scope, thread } = stage.context
  const isComment = () => location.hash.startsWith(`#${scope ? `${scope}-` : ''}comment-`)
  window.addEventListener(
    'hashchange',
    () => {
      if (isComment()) act((it) => it.reader.follow(location.hash))
    },
    { signal },
  )
  const clock = setInterval(() => stage.tellTimes(), MINUTE)
  signal.addEventListener('abort', () => clearInterval(clock))

  stage.tellTimes()
  const form = stage.find<HTMLFormElement>('[data-ovoz-form="write"]')
  if (form) makeReady(form)
  // What was begun goes on: a text that was typed, comments this tab has sent, the address of a comment.
  const body = form?.querySelector('textarea')?.value
  if (body || kept.draft || kept.claims.length || isComment())
    act(async ({ owner, reader }) => {
      await owner.restore()
      await reader.follow(location.hash)
    })
  stage.emit('loaded', { on: thread.on, total: thread.total })
}

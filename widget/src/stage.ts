import type { CommentsClient } from 'ovoz/client'

import { timeOf } from './comment.ts'
import type { Html } from './escape.ts'
import type { Kept } from './kept.ts'
import { say, type TextKey } from './texts/index.ts'
import { headingText } from './thread.ts'
import { type Context, unpackContext } from './view.ts'

/** A discussion in a page: its nodes, what it is written with, and the ways to tell readers something. */
export class Stage {
  context: Context

  constructor(
    readonly section: HTMLElement,
    readonly client: CommentsClient,
    readonly kept: Kept,
    /** Ends with the discussion. */
    readonly signal: AbortSignal,
  ) {
    this.context = unpackContext(section.dataset.ovoz!, new Date())
  }

  find = <T extends HTMLElement = HTMLElement>(selector: string) => this.section.querySelector<T>(selector)
  need = <T extends HTMLElement = HTMLElement>(selector: string) => this.find<T>(selector)!
  article = (id: string) => this.find(`[data-ovoz-id="${CSS.escape(id)}"]`)
  say = (key: TextKey, values?: Record<string, string | number>) => say(this.context.locale, key, values)

  /** Nodes of what the markup has made, where everything is escaped. */
  nodes(html: Html | false): DocumentFragment {
    const template = document.createElement('template')
    template.innerHTML = html ? html.toString() : ''
    return template.content
  }

  put(place: string | Element, html: Html | false) {
    const element = typeof place === 'string' ? this.need(place) : place
    element.replaceChildren(this.nodes(html))
  }

  /** Told to those who listen, and not shown. */
  announce(text: string) {
    this.need('.ovoz-said').textContent = text
  }

  notice(text: string | null) {
    const line = document.createElement('p')
    line.textContent = text
    this.need('.ovoz-notice').replaceChildren(...(text ? [line] : []))
  }

  focus(element: HTMLElement, { scroll = true } = {}) {
    if (element.tabIndex < 0) element.tabIndex = -1
    element.focus({ preventScroll: true })
    if (scroll) element.scrollIntoView({ block: 'nearest' })
  }

  emit(name: 'loaded' | 'submitted', detail: object) {
    this.section.dispatchEvent(new CustomEvent(`ovoz:${name}`, { bubbles: true, composed: true, detail }))
  }

  /** One more comment that everybody sees, or one less. */
  count(by: number) {
    const { thread } = this.context
    this.context = { ...this.context, thread: { ...thread, total: Math.max(0, thread.total + by) } }
    this.need('.ovoz-heading').textContent = headingText(this.context)
  }

  /** The list of answers below a comment; the list of the thread where it stands nowhere here. */
  listBelow(parent: string | null): { list: Element; isTop: boolean } {
    const item = parent === null ? null : this.article(parent)?.closest('.ovoz-item')
    if (!item) return { list: this.need('.ovoz-thread > .ovoz-list'), isTop: true }
    let list = item.querySelector(':scope > .ovoz-replies')
    if (!list) {
      list = document.createElement('ol')
      list.className = 'ovoz-replies'
      list.setAttribute('part', 'replies')
      item.append(list)
    }
    return { list, isTop: false }
  }

  /** Times as they are told now, in the reader's own time zone. */
  tellTimes() {
    this.context = { ...this.context, now: new Date(), timeZone: undefined }
    for (const time of this.section.querySelectorAll<HTMLTimeElement>('time.ovoz-when'))
      time.replaceWith(this.nodes(timeOf(this.context, time.dateTime)))
  }
}

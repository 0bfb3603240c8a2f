import { createCommentsClient, type Locale } from 'ovoz/client'

import css from './comments.css'
import { control } from './controller.ts'
import { Kept } from './kept.ts'
import { LOCALES, say, speak } from './texts/index.ts'
import { elementLinks, failure, waiting } from './states.ts'
import { discussion } from './thread.ts'
import { EMPTY_FORM, type Order } from './view.ts'

/** How far below the screen comments begin to load. */
const AHEAD = '600px'

// Made once, and only where it is needed: a page whose discussion came from its server has the style already.
let sheet: CSSStyleSheet | undefined
function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}

/**
 * `<ovoz-comments on="posts/slug">`: the comments of an article or event. Round markup that a server has written it
 * brings that to life; by itself it reads the thread when it is about to be seen, and shows it in a shadow root.
 */
export class OvozComments extends HTMLElement {
  static observedAttributes = ['on', 'api', 'locale', 'order', 'heading']

  #life: AbortController | undefined

  /** Where Ovoz answers: the attribute `api`, empty for the page's own origin; without it where this script is from. */
  get #api(): string {
    const named = this.getAttribute('api')
    if (named === null) return new URL(import.meta.url).origin
    return named === '' || named === '/' ? location.origin : named
  }

  get #locale(): Locale {
    const named = this.getAttribute('locale') ?? this.closest<HTMLElement>('[lang]')?.lang ?? ''
    return LOCALES.find((locale) => locale === named.toLowerCase().split('-')[0]) ?? 'en'
  }

  get #order(): Order {
    return this.getAttribute('order') === 'newest' ? 'newest' : 'oldest'
  }

  connectedCallback() {
    this.#life?.abort()
    const { signal } = (this.#life = new AbortController())
    // Where the page is still being read, what is inside comes after this call.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => void this.#begin(signal), { once: true, signal })
    else void this.#begin(signal)
  }

  disconnectedCallback() {
    this.#life?.abort()
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null) {
    if (before !== after && this.#life && this.isConnected) this.connectedCallback()
  }

  async #begin(signal: AbortSignal) {
    const written = this.querySelector<HTMLElement>('[data-ovoz]')
    if (written) {
      await speak(this.#locale)
      return signal.aborted || this.#live(written, signal)
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleSheet()]
    root.innerHTML = waiting(this.#locale).toString()
    // Who comes for one comment is not kept waiting for it to come near.
    if (location.hash.startsWith('#comment-')) return void this.#load(root, signal)
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        void this.#load(root, signal)
      },
      { rootMargin: AHEAD },
    )
    observer.observe(this)
    signal.addEventListener('abort', () => observer.disconnect())
  }

  get #client() {
    return createCommentsClient({ url: this.#api, locale: this.#locale })
  }

  #live(section: HTMLElement, signal: AbortSignal) {
    const on = this.getAttribute('on') ?? ''
    const same = [...document.querySelectorAll('ovoz-comments')].filter(
      (other) => other.getAttribute('on') === on,
    )
    const kept = new Kept(`ovoz ${this.#api} ${on} ${same.indexOf(this)}`)
    control(section, { client: this.#client, kept, signal })
  }

  async #load(root: ShadowRoot, signal: AbortSignal) {
    const order = this.#order
    const locale = this.#locale
    try {
      const speaking = speak(locale).then(() => {
        const said = root.querySelector('[aria-busy] > .ovoz-said')
        if (said) said.textContent = say(locale, 'loading')
      })
      const on = this.getAttribute('on') ?? ''
      const thread = await this.#client.thread(on, { order }, { signal })
      await speaking
      const view = {
        thread,
        locale,
        order,
        now: new Date(),
        heading: this.getAttribute('heading'),
        links: elementLinks(this.#api),
        answering: null,
        form: EMPTY_FORM,
        own: [],
        only: null,
        notice: null,
      }
      root.innerHTML = discussion(view).toString()
      this.#live(root.querySelector('section')!, signal)
    } catch (error) {
      await speak(locale)
      if (signal.aborted) return
      root.innerHTML = failure(locale, error).toString()
      root.querySelector('button')!.addEventListener('click', () => {
        root.innerHTML = waiting(locale).toString()
        root.querySelector<HTMLElement>('section')!.focus()
        void this.#load(root, signal).then(() =>
          root.querySelector<HTMLElement>('.ovoz-heading, button')?.focus(),
        )
      })
    }
  }
}

// A page may have the script twice.
if (!customElements.get('ovoz-comments')) customElements.define('ovoz-comments', OvozComments)

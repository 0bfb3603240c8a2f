import { OvozError, type Receipt } from 'ovoz/client'

import { check, lengthOf } from './check.ts'
import { formHead, respond } from './form.ts'
import type { Owner } from './owner.ts'
import { problemOf } from './problem.ts'
import { Prover } from './proof.ts'
import { makeReady, offerMail } from './ready.ts'
import type { Stage } from './stage.ts'
import { type Answering, EMPTY_FORM, type FormState, type FormValues } from './view.ts'

/** From here on the reader is shown how many characters are left, and told at each of these. */
const NEAR = 500
const TOLD = [100, 20, 0]

/** Any unique text. `crypto.randomUUID` is missing where the page came by plain http. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('-')

/** The form: where it stands, whom it answers, what is in it, and sending it. */
export class Writer {
  #answering: Answering | null = null
  #isBusy = false
  /** The key of an attempt and what it is for: the same words sent again are the same attempt. */
  #attempt = { content: '', key: '' }
  readonly #prover: Prover

  constructor(
    private readonly stage: Stage,
    private readonly owner: Owner,
  ) {
    this.#prover = new Prover(stage.client, () => stage.context.thread.on)
  }

  get #box() {
    return this.stage.need('.ovoz-respond')
  }
  get #form() {
    return this.stage.find<HTMLFormElement>('[data-ovoz-form="write"]')
  }
  #field = <T extends HTMLInputElement | HTMLTextAreaElement = HTMLInputElement>(name: string) =>
    this.#form!.elements.namedItem(name) as T
  get #body() {
    return this.#field<HTMLTextAreaElement>('body')
  }
  get isAnswering() {
    return this.#answering !== null
  }

  /** Takes the form over, as the server or this class has written it, and puts back what was typed and not sent. */
  start() {
    if (!this.#form) return
    this.#prepare()
    const parent = this.#field('parent').value
    const name = this.stage.article(parent)?.querySelector('.ovoz-name')?.textContent
    if (parent) this.#answering = { id: parent, author: { name: name ?? '' } }
    const { draft } = this.stage.kept
    if (!draft) return
    this.#body.value ||= draft.body
    this.#field('name').value ||= draft.name
    if (draft.parent !== null && !parent) this.answer(draft.parent, { focus: false })
    this.#tellLength()
  }

  #prepare() {
    makeReady(this.#form!)
    this.#tellLength()
  }

  #values(): FormValues {
    const typed = (name: 'body' | 'name' | 'email' | 'url') => ({ [name]: this.#field(name).value })
    const { checked, disabled } = this.#field('notify')
    return {
      ...typed('body'),
      ...typed('name'),
      ...typed('email'),
      ...typed('url'),
      notify: checked && !disabled,
    }
  }

  /** Something was typed. */
  typed() {
    this.#prover.begin()
    const { body = '', name = '' } = this.#values()
    const parent = this.#answering?.id ?? null
    this.stage.kept.draft = body ? { body, name, parent } : null
    offerMail(this.#form!)
    this.#tellLength()
  }

  #tellLength() {
    const counter = this.stage.need('[data-ovoz-counter]')
    const left = this.stage.context.thread.limits.body - lengthOf(this.#body.value.trim())
    const before = Number(counter.dataset.left ?? NEAR + 1)
    const text = left < 0 ? this.stage.say('over', { n: -left }) : this.stage.say('left', { n: left })
    counter.hidden = left > NEAR
    counter.textContent = text
    counter.dataset.left = String(left)
    counter.classList.toggle('ovoz-over', left < 0)
    if (TOLD.some((mark) => before > mark && left <= mark) || (before >= 0 && left < 0))
      this.stage.announce(text)
  }

  /** Brings the form under the comment that is answered. */
  answer(id: string, { focus = true } = {}) {
    const article = this.stage.article(id)
    if (!article || !this.#form) return
    this.#turnTo({ id, author: { name: article.querySelector('.ovoz-name')?.textContent ?? '' } })
    article.after(this.#box)
    if (!focus) return
    this.stage.focus(this.#body, { scroll: false })
    this.#box.scrollIntoView({ block: 'nearest' })
  }

  /** Brings the form back to its place, with what is in it, and the reader to where they were. */
  cancel({ focus = true } = {}) {
    const id = this.#answering?.id
    if (id === undefined) return
    this.home()
    this.#turnTo(null)
    const link = this.stage.article(id)?.querySelector<HTMLElement>('[data-ovoz-do="reply"]')
    if (focus) this.stage.focus(link ?? this.#body)
  }

  /** Puts the form below the thread; it still answers whom it answered. */
  home() {
    this.stage.need('.ovoz-said').before(this.#box)
  }

  /** Puts it back under the comment it answers, when the list is a new one. */
  settle() {
    if (!this.#answering) return
    if (this.stage.article(this.#answering.id)) this.answer(this.#answering.id, { focus: false })
    else this.#turnTo(null)
  }

  #turnTo(answering: Answering | null) {
    this.#answering = answering
    this.#form!.querySelector('.ovoz-answered')?.remove()
    this.stage.put(this.#form!.querySelector('.ovoz-form-head')!, formHead(this.stage.context, answering))
    this.#field('parent').value = answering?.id ?? ''
    const { draft } = this.stage.kept
    if (draft) this.stage.kept.draft = { ...draft, parent: answering?.id ?? null }
  }

  #show(state: FormState) {
    this.#box.replaceWith(this.stage.nodes(respond(this.stage.context, this.#answering, state)))
    this.#prepare()
    const summary = this.#form!.querySelector<HTMLElement>('.ovoz-summary')
    if (summary) this.stage.focus(summary)
  }

  #busy(isBusy: boolean) {
    this.#isBusy = isBusy
    const button = this.#form?.querySelector('button')
    if (!button) return
    this.#form!.setAttribute('aria-busy', String(isBusy))
    button.setAttribute('aria-disabled', String(isBusy))
    button.textContent = this.stage.say(isBusy ? 'sending' : 'send')
    if (isBusy) this.stage.announce(this.stage.say('sending'))
  }

  async send() {
    if (this.#isBusy) return
    const { stage } = this
    const { locale, thread } = stage.context
    const values = this.#values()
    const errors = check(values, thread, locale)
    if (errors.length) return this.#show({ values, errors, problem: null })

    const { notify, ...fields } = values
    const written = { ...fields, ...(notify && { notify: 'replies' as const }) }
    const submission = { ...written, on: thread.on, parent: this.#answering?.id ?? null, locale }
    const content = JSON.stringify(submission)
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() }
    this.#busy(true)
    try {
      // A page that was made before this field was has none.
      const website = (this.#field('website') as HTMLInputElement | null)?.value
      const sent = { ...submission, ...(website && { website }), ...(await this.#prover.take()) }
      const receipt = await stage.client.submit(sent, { idempotencyKey: this.#attempt.key })
      await this.#sent(receipt, fields.body)
    } catch (error) {
      const faults = error instanceof OvozError ? error.errors : []
      // What was typed meanwhile stays.
      this.#show({ values: this.#values(), errors: faults, problem: problemOf(error, locale) })
    } finally {
      this.#busy(false)
    }
  }

  async #sent({ id, status, message, manageToken }: Receipt, sent: string | undefined) {
    const { stage } = this
    this.#attempt = { content: '', key: '' }
    stage.kept.draft = null
    const { name, email, url, body } = this.#values()
    this.home()
    this.#answering = null
    // What was typed on while it was under way is the beginning of another one.
    this.#show({ ...EMPTY_FORM, values: { name, email, url, body: body === sent ? '' : body } })
    if (status === 'approved') stage.count(1)
    stage.notice(message)
    const article = await this.owner.add({ id, token: manageToken })
    stage.focus(article ?? stage.need('.ovoz-notice'))
    stage.emit('submitted', { id, status })
  }
}

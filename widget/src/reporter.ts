import { OvozError, type Report } from 'ovoz/client'

import { problemOf } from './problem.ts'
import { EMPTY_REPORT, reportForm, type ReportState } from './report.ts'
import type { Stage } from './stage.ts'
import { idOf } from './view.ts'

/** Reporting comments of others: a form below the comment, and the thanks in its place. */
export class Reporter {
  #isBusy = false

  constructor(private readonly stage: Stage) {}

  #formAt = (id: string) => this.stage.article(id)?.querySelector<HTMLFormElement>('.ovoz-report') ?? null
  #linkAt = (id: string) => this.stage.article(id)?.querySelector<HTMLElement>('[data-ovoz-do="report"]')

  /** Opens the form; of a comment that was reported from here, it says so. */
  open(id: string) {
    if (!this.#formAt(id)) this.#show(id, EMPTY_REPORT)
    const form = this.#formAt(id)
    if (form) this.stage.focus(form.querySelector<HTMLElement>('input')!)
  }

  /** Closes the form, and brings the reader to where they were. */
  close(id: string) {
    this.#formAt(id)?.remove()
    const link = this.#linkAt(id)
    if (link) this.stage.focus(link)
  }

  #show(id: string, state: ReportState) {
    const { stage } = this
    const article = stage.article(id)
    if (!article) return
    const { locale, links } = stage.context
    const place = {
      locale,
      id: idOf(stage.context, `report-${id}`),
      action: links.report(id),
      cancel: links.permalink(id),
    }
    this.#formAt(id)?.remove()
    article.querySelector('.ovoz-reported')?.remove()
    article.append(stage.nodes(reportForm(place, state)))
    // Faults are told here, in the page's own language.
    this.#formAt(id)!.noValidate = true
  }

  async send(form: HTMLFormElement, id: string) {
    if (this.#isBusy) return
    const { stage } = this
    const { locale } = stage.context
    const data = new FormData(form)
    const values = { reason: data.get('reason') as Report['reason'], note: String(data.get('note') ?? '') }
    if (!values.reason) {
      const errors = [{ field: 'reason', code: 'required', message: stage.say('required') }]
      return this.#refuse(id, { values, errors, problem: null })
    }
    this.#isBusy = true
    form.setAttribute('aria-busy', 'true')
    stage.announce(stage.say('sending'))
    try {
      const { message } = await stage.client.report(id, { ...values, locale })
      this.#thank(id, message)
    } catch (error) {
      const errors = error instanceof OvozError ? error.errors : []
      this.#refuse(id, { values, errors, problem: problemOf(error, locale) })
    } finally {
      this.#isBusy = false
    }
  }

  #refuse(id: string, state: ReportState) {
    this.#show(id, state)
    const form = this.#formAt(id)
    const field = form?.querySelector<HTMLElement>('.ovoz-summary, textarea[aria-invalid], input')
    if (field) this.stage.focus(field)
    this.stage.announce(state.errors.map(({ message }) => message).join(' '))
  }

  #thank(id: string, message: string) {
    const line = document.createElement('p')
    line.className = 'ovoz-state ovoz-reported'
    line.setAttribute('part', 'state reported')
    line.textContent = message
    this.#formAt(id)?.replaceWith(line)
    this.stage.announce(message)
    const link = this.#linkAt(id)
    if (link) this.stage.focus(link)
  }
}

import type { FieldError, Locale, Report } from 'ovoz/client'

import { attr, type Html, markup } from './escape.ts'
import { say, type TextKey } from './texts/index.ts'

type Reason = NonNullable<Report['reason']>
const REASONS = {
  spam: 'reason_spam',
  abuse: 'reason_abuse',
  private: 'reason_private',
  threat: 'reason_threat',
  other: 'reason_other',
} as const satisfies Record<Reason, TextKey>

/** The most characters of a note. */
const LONGEST_NOTE = 500

export type ReportState = {
  values: { reason?: string | null; note?: string | null }
  errors: readonly FieldError[]
  problem: string | null
}

export const EMPTY_REPORT: ReportState = { values: {}, errors: [], problem: null }

type Place = {
  locale: Locale
  /** Put before the ids, one for each form of a page. */
  id: string
  /** Where the form is sent. */
  action: string
  /** The way out of it. */
  cancel: string
}

/** The form by which a comment is reported; it works without a script. */
export function reportForm(
  { locale, id, action, cancel }: Place,
  { values, errors, problem }: ReportState,
): Html {
  const faultsOf = (field: string) =>
    errors
      .filter((error) => error.field === field)
      .map(({ message }) => message)
      .join(' ')
  const fault = (field: string) => {
    const text = faultsOf(field)
    return text !== '' && markup`<p .error id="${id}-${field}-error">${text}</p>`
  }
  const describe = (field: string) =>
    faultsOf(field) ? [attr('aria-invalid', 'true'), attr('aria-describedby', `${id}-${field}-error`)] : ''
  return markup`<form .form.report method="post" action="${action}" data-ovoz-form="report">
    ${problem !== null && markup`<p .summary role="alert" tabindex="-1">${problem}</p>`}
    <fieldset .reasons${describe('reason').slice(1)}>
    <legend .label>${say(locale, 'reportWhy')}</legend>
    ${fault('reason')}
    ${Object.entries(REASONS).map(([reason, key]) => {
      const isChosen = values.reason === reason
      return markup`<p .check><input .box type="radio" id="${id}-${reason}" name="reason" value="${reason}" required${attr('checked', isChosen)}> <label for="${id}-${reason}">${say(locale, key)}</label></p>`
    })}
    </fieldset>
    <div .field>
    <label .label for="${id}-note">${say(locale, 'reportNote')}</label>
    ${fault('note')}
    <textarea .input id="${id}-note" name="note" rows="3" maxlength="${LONGEST_NOTE}"${describe('note')}>${'\n'}${values.note ?? ''}</textarea>
    </div>
    <p .kept>${say(locale, 'reportKept')}</p>
    <p .buttons><button .button type="submit">${say(locale, 'reportSend')}</button>
     <a .action data-ovoz-do="unreport" href="${cancel}">${say(locale, 'keep')}</a></p>
    </form>`
}

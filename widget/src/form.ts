import { attr, classes, type Html, markup, trusted } from './escape.ts'
import { nameOf } from './comment.ts'
import { say, type TextKey } from './texts/index.ts'
import { type Answering, type Context, type FormState, idOf } from './view.ts'

type FieldName = 'body' | 'name' | 'email' | 'url'
/** As readers meet them. */
const FIELDS: readonly FieldName[] = ['body', 'name', 'email', 'url']
const INPUTS: Record<
  Exclude<FieldName, 'body'>,
  { type: string; autocomplete: string; inputmode?: string }
> = {
  name: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email', inputmode: 'email' },
  url: { type: 'url', autocomplete: 'url', inputmode: 'url' },
}

const fieldId = (context: Context, field: string) => idOf(context, `respond-${field}`)

function fieldRow(context: Context, field: FieldName, { values, errors }: FormState): Html {
  const { locale, thread } = context
  const id = fieldId(context, field)
  const faults = errors.filter((error) => error.field === field)
  const isRequired = field === 'body' || (field !== 'url' && thread.requires[field])
  const hints: Partial<Record<FieldName, string>> = {
    email: `${idOf(context, 'respond')}-note`,
    url: `${id}-hint`,
  }
  const described = [faults.length > 0 && `${id}-error`, hints[field]].filter(Boolean).join(' ')
  const shared = [
    attr('required', isRequired),
    attr('maxlength', thread.limits[field]),
    attr('aria-invalid', faults.length ? 'true' : null),
    attr('aria-describedby', described || null),
  ]
  const value = values[field] ?? ''
  return markup`<div${classes('field', `field-${field}`)}>
    <label .label for="${id}">${say(locale, field)}${isRequired && markup` <span .star aria-hidden="true">*</span>`}</label>
    ${faults.length > 0 && markup`<p .error id="${id}-error">${faults.map(({ message }) => message).join(' ')}</p>`}
    ${
      field === 'body'
        ? markup`<textarea .input id="${id}" name="body" rows="6"${shared}>${'\n'}${value}</textarea>
          <p .counter data-ovoz-counter hidden></p>`
        : markup`<input .input id="${id}" name="${field}"${Object.entries(INPUTS[field]).map(([name, it]) => attr(name, it))}${shared}${attr('value', value)}>`
    }
    ${field === 'url' && markup`<p .hint id="${id}-hint">${say(locale, 'urlHint')}</p>`}
    </div>`
}

/** What is wrong, first of all: each fault a link to its field. It takes the focus. */
function summary(context: Context, { errors, problem }: FormState): Html | false {
  if (!errors.length && !problem) return false
  const label = (field: string) =>
    FIELDS.includes(field as FieldName) ? say(context.locale, field as TextKey) : null
  return markup`<div .summary id="${idOf(context, 'respond-summary')}" tabindex="-1" role="alert">
    ${Boolean(problem) && markup`<p .problem>${problem}</p>`}
    ${
      errors.length > 0 &&
      markup`<p>${say(context.locale, 'correct')}</p><ul .faults>${errors.map(
        ({ field, message }) =>
          markup`<li>${
            label(field) === null
              ? message
              : markup`<a href="#${fieldId(context, field)}" data-ovoz-do="field">${label(field)}: ${message}</a>`
          }</li>`,
      )}</ul>`
    }
    </div>`
}

/** The heading of the form: whom it answers, and the way out of it. */
export function formHead(context: Context, answering: Answering | null): Html {
  const { locale, links } = context
  const title = answering
    ? say(locale, 'replyingTo', { name: nameOf(context, answering.author.name) })
    : say(locale, 'leave')
  return markup`<h3 .title id="${idOf(context, 'respond-title')}">${title}</h3>
    ${
      answering !== null &&
      markup`<a .action data-ovoz-do="cancel" href="${links.cancelReply}">${say(locale, 'cancelReply')}</a>`
    }`
}

const answeredText = ({ locale }: Context, { html, locale: written }: Answering) =>
  Boolean(html) &&
  markup`<details .answered><summary>${say(locale, 'answered')}</summary>
    <blockquote .text${attr('lang', written)}>${trusted(html!)}</blockquote></details>`

/** Why nobody can write here; with the words of who wrote while it was being closed, so that they are not lost. */
function closed(context: Context, { values: { body = '' } }: FormState): Html {
  const { locale, thread } = context
  const id = fieldId(context, 'body')
  return markup`<div .respond.closed id="${idOf(context, 'respond')}">
    <p>${thread.closedReason ?? say(locale, 'closed')}</p>
    ${
      body !== '' &&
      markup`<div .field><label .label for="${id}">${say(locale, 'body')}</label>
        <textarea .input id="${id}" rows="6" readonly>${'\n'}${body}</textarea></div>`
    }
    </div>`
}

/** Where one writes: a form that works without a script; where comments are closed, the reason instead. */
export function respond(context: Context, answering: Answering | null, form: FormState): Html {
  const { locale, links, thread } = context
  if (!thread.open) return closed(context, form)
  const id = idOf(context, 'respond')
  const hidden = (name: string, value: string) =>
    markup`<input type="hidden" name="${name}" value="${value}">`
  const withAddress = form.values.notify === true
  return markup`<div .respond id="${id}">
    ${Boolean(thread.notice) && markup`<p .calm>${thread.notice}</p>`}
    <form .form method="post" action="${links.action}" data-ovoz-form="write" aria-labelledby="${id}-title">
    <div .form-head>${formHead(context, answering)}</div>
    ${answering !== null && answeredText(context, answering)}
    ${summary(context, form)}
    <p .note id="${id}-note">${say(locale, 'notPublished')} <span .marked>${say(locale, 'marked')}</span></p>
    ${hidden('on', thread.on)}${hidden('parent', answering?.id ?? '')}${hidden('locale', locale)}
    ${FIELDS.map((field) => fieldRow(context, field, form))}
    <p .trap aria-hidden="true"><label for="${id}-website">Website</label> <input type="text" id="${id}-website" name="website" tabindex="-1" autocomplete="off"></p>
    <p .field.check><input .box type="checkbox" id="${id}-notify" name="notify" value="replies"${attr('checked', withAddress)}> <label for="${id}-notify">${say(locale, 'notify')}</label></p>
    <p .buttons><button .button type="submit">${say(locale, 'send')}</button></p>
    <p .kept>${say(locale, 'kept')}</p>
    </form>
    </div>`
}

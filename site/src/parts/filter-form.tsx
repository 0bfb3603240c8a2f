import type { Asking } from '../page.ts'

type Field = {
  /** The name in the address. */
  name: string
  label: string
  /** The choice of everything. */
  any: string
  choices: { value: string; text: string }[]
  chosen: string | undefined
}

type Props = {
  label: string
  action: string
  fields: Field[]
  /** What else is asked for and stays so. */
  kept?: Record<string, string>
  /** The same page with nothing chosen, where something is. */
  all?: { href: string; text: string } | null
  asking: Asking
}

/** A form that asks for the same page again, with less on it. */
export function FilterForm({ label, action, fields, kept = {}, all = null, asking: { t } }: Props) {
  return (
    <form class="filters" method="get" action={action} aria-label={label}>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label: own, any, choices, chosen }) => (
        <p>
          <label for={`by-${name}`}>{own}</label>
          <select id={`by-${name}`} name={name}>
            <option value="">{any}</option>
            {choices.map(({ value, text }) => (
              <option value={value} selected={value === chosen}>
                {text}
              </option>
            ))}
          </select>
        </p>
      ))}
      <button type="submit">{t('show')}</button>
      {all !== null && <a href={all.href}>{all.text}</a>}
    </form>
  )
}

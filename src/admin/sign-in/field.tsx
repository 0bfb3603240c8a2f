'use client'

import { type ReactNode, useId } from 'react'

/** A field as the panel's own look, without a form of the panel's around it. */
export function Field({
  label,
  hint,
  id: given,
  ...input
}: { label: string; hint?: ReactNode } & React.InputHTMLAttributes<HTMLInputElement>) {
  const own = useId()
  const id = given ?? own
  return (
    <div className="field-type text sign-in__field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-type__wrap">
        <input aria-describedby={hint ? `${id}-hint` : undefined} id={id} {...input} />
      </div>
      {hint && (
        <p className="sign-in__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** What a code is typed into: digits of an app, or a recovery code. */
export const CodeField = ({
  onChange,
  ...props
}: {
  label: string
  hint?: string
  autoFocus?: boolean
  value?: string
  onChange?: (code: string) => void
}) => (
  <Field
    {...props}
    {...(onChange && { onChange: ({ target }) => onChange(target.value) })}
    autoCapitalize="off"
    autoComplete="one-time-code"
    maxLength={40}
    name="code"
    required
    spellCheck={false}
    type="text"
  />
)

/** What went wrong, read out when it appears. */
export const Fault = ({ words }: { words: string | null }) => (
  <p aria-live="assertive" className="sign-in__fault" role="alert">
    {words}
  </p>
)

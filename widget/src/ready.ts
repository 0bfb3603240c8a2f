const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement

/** Answers can be mailed only to who gives an address. */
export const offerMail = (form: HTMLFormElement) =>
  void (field(form, 'notify').disabled = field(form, 'email').value.trim() === '')

/** Takes over a form that works by itself: faults are told here, and what is pasted is not cut off without a word. */
export function makeReady(form: HTMLFormElement) {
  form.noValidate = true
  field(form, 'body').removeAttribute('maxlength')
  offerMail(form)
}

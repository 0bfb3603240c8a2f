import { Owner } from './owner.ts'
import { Reader } from './reader.ts'
import type { Stage } from './stage.ts'
import type { Order } from './view.ts'
import { Writer } from './writer.ts'

/** What readers do in a discussion. It is built apart and comes when somebody is about to act (`lazy.ts`). */
export function createActs(stage: Stage) {
  const owner = new Owner(stage)
  const writer = new Writer(stage, owner)
  const reader = new Reader(stage, owner, writer)
  writer.start()

  const clicks: Record<string, (link: HTMLElement, id: string) => void | Promise<void>> = {
    reply: (_, id) => writer.answer(id),
    cancel: () => writer.cancel(),
    edit: (_, id) => owner.turn(id, 'edit'),
    withdraw: (_, id) => owner.turn(id, 'withdraw'),
    keep: (_, id) => owner.turn(id, 'shown'),
    more: () => reader.more(),
    order: (link) => reader.again(link.dataset.ovozOrder as Order),
    first: () => reader.again(stage.context.order),
    all: () => reader.again(stage.context.order),
    field: (link) => stage.focus(stage.need(`#${CSS.escape(link.getAttribute('href')!.slice(1))}`)),
  }
  const forms: Record<string, (form: HTMLFormElement, id: string) => Promise<void>> = {
    write: () => writer.send(),
    edit: (form, id) => owner.save(id, (form.elements.namedItem('body') as HTMLTextAreaElement).value),
    withdraw: (_, id) => owner.withdraw(id),
  }

  return {
    owner,
    writer,
    reader,
    click: (link: HTMLElement, id: string) => clicks[link.dataset.ovozDo!]?.(link, id),
    submit: (form: HTMLFormElement, id: string) => forms[form.dataset.ovozForm!]?.(form, id),
    /** Escape was pressed in something of comment `id`; whether there was anything to leave. */
    escape(target: Element, id: string): boolean {
      if (target.closest('.ovoz-edit, .ovoz-withdraw')) {
        // A text that was changed is not given up by one key.
        if (target instanceof HTMLTextAreaElement && target.value !== target.defaultValue) return false
        owner.turn(id, 'shown')
      } else if (target.closest('.ovoz-respond') && writer.isAnswering) writer.cancel()
      else return false
      return true
    },
  }
}

export type Acts = ReturnType<typeof createActs>

import type { RefObject } from 'react'

import { type Act, KEYS } from './keys.ts'
import type { Words } from './words.ts'

const nameOf = (act: Act): keyof Words['keys'] => {
  if (act.kind === 'step') return act.by === 1 ? 'next' : 'previous'
  if (act.kind !== 'move') return act.kind
  return ({ approved: 'approve', spam: 'spam', trash: 'trash', pending: 'undo' } as const)[act.to]
}

const SHOWN: Record<string, string> = { Escape: 'Esc' }

/** What each key does. */
export function Help({ dialog, words }: { dialog: RefObject<HTMLDialogElement | null>; words: Words }) {
  return (
    <dialog aria-labelledby="desk-help" className="desk__dialog" ref={dialog}>
      <h2 id="desk-help">{words.help}</h2>
      <dl>
        {KEYS.map(({ key, shift, act }) => (
          <div key={nameOf(act)}>
            <dt>
              {shift && (
                <>
                  <kbd>Shift</kbd> <span>+</span>{' '}
                </>
              )}
              <kbd>{SHOWN[key] ?? key}</kbd>
            </dt>
            <dd>{words.keys[nameOf(act)]}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button className="desk__button">{words.close}</button>
      </form>
    </dialog>
  )
}

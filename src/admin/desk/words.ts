import type { State } from '../moves/moves.ts'
import { en, type Words } from './words/en.ts'
import { ru } from './words/ru.ts'
import { tg } from './words/tg.ts'

export type { Words } from './words/en.ts'

/** The words of the desk in the language of the panel; English where it is another one. */
export const deskWords = (language: string): Words => (language === 'ru' ? ru : language === 'tg' ? tg : en)

/** The button that moves to a state. */
export const actWord = (words: Words, to: State) =>
  ({ approved: words.approve, pending: words.back, spam: words.toSpam, trash: words.toTrash })[to]

import { ask, Away, Refused } from '../ask.ts'
import { inLanguage } from '../languages.ts'

/** What the buttons of the panel share: the words on them and the one request behind them. */
export const STATES = ['approved', 'pending', 'spam', 'trash'] as const
export type State = (typeof STATES)[number]

type Words = {
  act: Record<State, string>
  bar: string
  hint: string
  moved: (n: number) => string
  notMoved: string
  away: string
  ticked: (n: number) => string
}

const WORDS: Record<'en' | 'ru' | 'tg', Words> = {
  en: {
    act: { approved: 'Approve', pending: 'Back to waiting', spam: 'Spam', trash: 'Trash' },
    bar: 'Moderation',
    hint: 'Tick comments to move them.',
    moved: (n) => (n === 1 ? 'Moved.' : `${n} comments moved.`),
    notMoved: 'Not moved.',
    away: 'The server cannot be reached. Nothing was moved.',
    ticked: (n) => (n === 1 ? '1 comment ticked' : `${n} comments ticked`),
  },
  ru: {
    act: { approved: 'Одобрить', pending: 'Вернуть в ожидание', spam: 'Спам', trash: 'В корзину' },
    bar: 'Модерация',
    hint: 'Отметьте комментарии, чтобы переместить их.',
    moved: (n) => `Перемещено: ${n}.`,
    notMoved: 'Не перемещено.',
    away: 'Сервер недоступен. Ничего не перемещено.',
    ticked: (n) => `Отмечено: ${n}`,
  },
  tg: {
    act: { approved: 'Тасдиқ', pending: 'Ба интизорӣ', spam: 'Спам', trash: 'Ба сабад' },
    bar: 'Модератсия',
    hint: 'Барои кӯчонидан шарҳҳоро қайд кунед.',
    moved: (n) => `Кӯчонида шуд: ${n}.`,
    notMoved: 'Кӯчонида нашуд.',
    away: 'Сервер дастрас нест. Ҳеҷ чиз кӯчонида нашуд.',
    ticked: (n) => `Қайд шуд: ${n}`,
  },
}

export const wordsIn = (language: string): Words => inLanguage(WORDS, language)

type Answer = { results: { moved: boolean; message?: string }[] }

/** Moves comments and tells how many went, and why others did not. */
export async function moveMany({
  api,
  comments,
  status,
  words,
}: {
  api: string
  comments: { id: string; revision?: number | undefined }[]
  status: State
  words: Words
}): Promise<{ moved: number; refused: string[] }> {
  try {
    const { results } = await ask<Answer>(`${api}/comments/move`, { body: { comments, status } })
    return {
      moved: results.filter(({ moved }) => moved).length,
      refused: results.flatMap(({ moved, message }) => (moved ? [] : [message ?? words.notMoved])),
    }
  } catch (error) {
    if (error instanceof Refused) return { moved: 0, refused: [error.message] }
    if (error instanceof Away) return { moved: 0, refused: [words.away] }
    throw error
  }
}

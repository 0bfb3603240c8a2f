import type { Locale } from '../contract/index.ts'

const WORDS = {
  forbidden: [
    'Only administrators may act in the name of a reader.',
    'Действовать от имени читателя могут только администраторы.',
    'Аз номи хонанда танҳо маъмурон амал карда метавонанд.',
  ],
  malformed: [
    'Name an address or a comment, and a note.',
    'Укажите адрес или комментарий и пометку.',
    'Суроға ё шарҳ ва қайдро нишон диҳед.',
  ],
  badEmail: ['This is no e-mail address.', 'Это не адрес почты.', 'Ин суроғаи почта нест.'],
  noAddress: [
    'No address is kept with this comment.',
    'С этим комментарием не хранится адрес.',
    'Бо ин шарҳ суроға нигоҳ дошта намешавад.',
  ],
  needsNote: [
    'Write a note on why: it is kept in the audit.',
    'Напишите, почему: пометка остаётся в журнале.',
    'Нависед, ки чаро: қайд дар дафтар мемонад.',
  ],
  noAddressInNote: [
    'Leave addresses out of the note: it stays when all else is forgotten.',
    'Не пишите адресов в пометке: она остаётся, когда всё остальное стёрто.',
    'Дар қайд суроға нанависед: он мемонад, вақте ҳама чизи дигар нест шуд.',
  ],
  away: [
    'It could not be done just now. Try again.',
    'Сейчас это не получилось. Попробуйте ещё раз.',
    'Ҳоло ин муяссар нашуд. Бори дигар кӯшиш кунед.',
  ],
} satisfies Record<string, [en: string, ru: string, tg: string]>

export type PanelWord = keyof typeof WORDS

/** What administrators are told where something was not done, in the language of their panel. */
export const panelWords = (locale: Locale) => {
  const at = { en: 0, ru: 1, tg: 2 }[locale]
  return Object.fromEntries(Object.entries(WORDS).map(([key, texts]) => [key, texts[at]])) as Record<
    PanelWord,
    string
  >
}

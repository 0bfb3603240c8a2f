import { say } from './say.ts'

/** Accounts, and what is done in the name of readers. */
export const PEOPLE = {
  'admin-leaving': say(
    'Another administrator is leaving at this moment. Try again.',
    'В этот момент уходит другой администратор. Попробуйте ещё раз.',
    'Дар ҳамин лаҳза маъмури дигар меравад. Бори дигар кӯшиш кунед.',
  ),
  'last-admin': say(
    'This is the last administrator. Make another one first.',
    'Это последний администратор. Сначала назначьте другого.',
    'Ин маъмури охирин аст. Аввал маъмури дигар таъйин кунед.',
  ),
  'reader-for-admins': say(
    'Only administrators may act in the name of a reader.',
    'Действовать от имени читателя могут только администраторы.',
    'Аз номи хонанда танҳо маъмурон амал карда метавонанд.',
  ),
  'reader-shape': say(
    'Name an address or a comment, and a note.',
    'Укажите адрес или комментарий и пометку.',
    'Суроға ё шарҳ ва қайдро нишон диҳед.',
  ),
  'odd-email': say('This is no e-mail address.', 'Это не адрес почты.', 'Ин суроғаи почта нест.'),
  'no-address': say(
    'No address is kept with this comment.',
    'С этим комментарием не хранится адрес.',
    'Бо ин шарҳ суроға нигоҳ дошта намешавад.',
  ),
  'needs-note': say(
    'Write a note on why: it is kept in the audit.',
    'Напишите, почему: пометка остаётся в журнале.',
    'Нависед, ки чаро: қайд дар дафтар мемонад.',
  ),
  'no-address-in-note': say(
    'Leave addresses out of the note: it stays when all else is forgotten.',
    'Не пишите адресов в пометке: она остаётся, когда всё остальное стёрто.',
    'Дар қайд суроға нанависед: он мемонад, вақте ҳама чизи дигар нест шуд.',
  ),
}

type Words = {
  /** In the navigation. */
  nav: string
  title: string
  hint: string
  email: string
  ofComment: string
  look: string
  known: (comments: number, address: string) => string
  unknown: string
  note: string
  noteHint: string
  copy: string
  copyHtml: string
  copyJson: string
  erase: string
  choice: string
  anonymous: string
  removed: string
  eraseAsk: string
  sure: string
  sureText: string
  sureYes: string
  sureNo: string
  done: (comments: number, sealed: number) => string
  thisWriter: string
  forbidden: string
}

const en: Words = {
  nav: 'Privacy',
  title: 'Copy and erasure for readers',
  hint: 'For readers who ask by letter or phone. Be sure that the address is theirs. What you do is written down in the audit, with your note.',
  email: 'Address of the reader',
  ofComment: 'The writer of the comment you came from',
  look: 'Look',
  known: (comments, address) => `${address}: ${comments} comments.`,
  unknown: 'Nothing is kept about this address.',
  note: 'Note',
  noteHint: 'Why, and how you know it is them. It stays when all else is forgotten: no names, no addresses.',
  copy: 'Copy',
  copyHtml: 'Download to read (HTML)',
  copyJson: 'Download as JSON',
  erase: 'Erasure',
  choice: 'What becomes of the texts?',
  anonymous: 'They stay, without a name',
  removed: 'They are removed too',
  eraseAsk: 'Forget this reader …',
  sure: 'Forget this reader?',
  sureText:
    'Name, address and all else that is kept about them will be erased. This cannot be undone. A last mail tells them.',
  sureYes: 'Yes, forget them',
  sureNo: 'No',
  done: (comments, sealed) =>
    `Forgotten. ${comments} comments were seen to.${sealed ? ` ${sealed} are sealed as evidence and follow when they are released.` : ''}`,
  thisWriter: 'This writer: copy or erase',
  forbidden: 'Only administrators may act in the name of a reader.',
}

const ru: Words = {
  nav: 'Приватность',
  title: 'Копия и удаление данных читателя',
  hint: 'Для читателей, которые просят об этом письмом или по телефону. Убедитесь, что адрес их. Действие записывается в журнал вместе с вашей пометкой.',
  email: 'Адрес читателя',
  ofComment: 'Автор комментария, с которого вы пришли',
  look: 'Посмотреть',
  known: (comments, address) => `${address}: комментариев — ${comments}.`,
  unknown: 'Об этом адресе ничего не хранится.',
  note: 'Пометка',
  noteHint:
    'Почему и откуда вы знаете, что это он или она. Пометка остаётся, когда всё остальное стёрто: без имён и адресов.',
  copy: 'Копия',
  copyHtml: 'Скачать для чтения (HTML)',
  copyJson: 'Скачать как JSON',
  erase: 'Удаление',
  choice: 'Что сделать с текстами?',
  anonymous: 'Оставить без имени',
  removed: 'Тоже удалить',
  eraseAsk: 'Стереть данные читателя …',
  sure: 'Стереть данные читателя?',
  sureText:
    'Имя, адрес и всё остальное, что хранится, будет стёрто. Отменить это нельзя. Читатель получит последнее письмо.',
  sureYes: 'Да, стереть',
  sureNo: 'Нет',
  done: (comments, sealed) =>
    `Стёрто. Комментариев: ${comments}.${sealed ? ` Опечатано как доказательство: ${sealed}; они последуют, когда их освободят.` : ''}`,
  thisWriter: 'Этот автор: копия или удаление',
  forbidden: 'Действовать от имени читателя могут только администраторы.',
}

const tg: Words = {
  nav: 'Махфият',
  title: 'Нусха ва нест кардани маълумоти хонанда',
  hint: 'Барои хонандагоне, ки инро бо мактуб ё телефон мехоҳанд. Боварӣ ҳосил кунед, ки суроға аз они онҳост. Амали шумо бо қайдатон дар дафтар навишта мешавад.',
  email: 'Суроғаи хонанда',
  ofComment: 'Муаллифи шарҳе, ки аз он омадед',
  look: 'Дидан',
  known: (comments, address) => `${address}: ${comments} шарҳ.`,
  unknown: 'Дар бораи ин суроға чизе нигоҳ дошта намешавад.',
  note: 'Қайд',
  noteHint:
    'Чаро ва аз куҷо медонед, ки ин худи ӯст. Қайд мемонад, вақте ҳама чизи дигар нест шуд: бе ном ва суроға.',
  copy: 'Нусха',
  copyHtml: 'Гирифтан барои хондан (HTML)',
  copyJson: 'Гирифтан ҳамчун JSON',
  erase: 'Нест кардан',
  choice: 'Бо матнҳо чӣ кор кунем?',
  anonymous: 'Бе ном монанд',
  removed: 'Онҳо ҳам нест карда шаванд',
  eraseAsk: 'Нест кардани маълумоти хонанда …',
  sure: 'Маълумоти хонандаро нест кунем?',
  sureText:
    'Ном, суроға ва ҳамаи чизи дигари нигоҳдошта нест карда мешавад. Инро бозгардондан мумкин нест. Хонанда мактуби охирин мегирад.',
  sureYes: 'Бале, нест кунед',
  sureNo: 'Не',
  done: (comments, sealed) =>
    `Нест карда шуд. Шарҳҳо: ${comments}.${sealed ? ` ${sealed} шарҳ ҳамчун далел мӯҳр шудааст ва баъди озод шуданаш нест карда мешавад.` : ''}`,
  thisWriter: 'Ин муаллиф: нусха ё нест кардан',
  forbidden: 'Аз номи хонанда танҳо маъмурон амал карда метавонанд.',
}

/** The words of what administrators do in the name of readers, in the language of the panel. */
export const privacyWords = (language: string): Words =>
  language === 'ru' ? ru : language === 'tg' ? tg : en

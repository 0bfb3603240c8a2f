import type { Locale } from '../contract/index.ts'

type Words = {
  subject: string
  told: (by: string) => string
  hidden: string
  care: string
  textIs: string
  footer: string
  title: string
  facts: Record<
    | 'comment'
    | 'page'
    | 'name'
    | 'address'
    | 'site'
    | 'network'
    | 'written'
    | 'edited'
    | 'sealedAt'
    | 'sealedBy'
    | 'why',
    string
  >
  text: string
  history: string
  whole: string
  broken: string
  digest: string
  none: string
}

/** What those are told whom a threat is about, and what the export for the police says. */
export const THREAT_WORDS: Record<Locale, Words> = {
  en: {
    subject: 'A comment was set aside as a threat',
    told: (by) => `${by} has set a comment aside as a threat and thinks that you should know.`,
    hidden: 'Readers do not see it. It is kept safe as evidence, with everything it came with.',
    care: 'You need not read it. If you are in danger, call the police first. An administrator can hand the evidence to them.',
    textIs: 'The text, because it was thought right that you can read it:',
    footer: 'You get this because somebody who moderates comments here named you.',
    title: 'A comment that was sealed as a threat',
    facts: {
      comment: 'Number of the comment',
      page: 'Page',
      name: 'Name given',
      address: 'E-mail address given',
      site: 'Website given',
      network: 'Mark of the network',
      written: 'Written',
      edited: 'Changed',
      sealedAt: 'Sealed',
      sealedBy: 'Sealed by',
      why: 'Note',
    },
    text: 'Text',
    history: 'History',
    whole: 'The chain of entries is whole: nothing was changed since it was sealed.',
    broken: 'Careful: the chain of entries is broken at entry',
    digest: 'SHA-256 of the JSON of this evidence',
    none: 'none',
  },
  ru: {
    subject: 'Комментарий отложен как угроза',
    told: (by) => `${by} отложил(а) комментарий как угрозу и считает, что вам следует об этом знать.`,
    hidden: 'Читатели его не видят. Он сохранён как доказательство со всем, с чем пришёл.',
    care: 'Читать его не обязательно. Если вам грозит опасность, сначала звоните в полицию. Администратор может передать ей доказательства.',
    textIs: 'Текст, потому что решено дать вам его прочитать:',
    footer: 'Вы получили это, потому что вас назвал тот, кто здесь модерирует комментарии.',
    title: 'Комментарий, опечатанный как угроза',
    facts: {
      comment: 'Номер комментария',
      page: 'Страница',
      name: 'Указанное имя',
      address: 'Указанный адрес почты',
      site: 'Указанный сайт',
      network: 'Метка сети',
      written: 'Написан',
      edited: 'Изменён',
      sealedAt: 'Опечатан',
      sealedBy: 'Кем опечатан',
      why: 'Примечание',
    },
    text: 'Текст',
    history: 'История',
    whole: 'Цепочка записей цела: с момента опечатывания ничего не изменено.',
    broken: 'Внимание: цепочка записей нарушена на записи',
    digest: 'SHA-256 этого доказательства в формате JSON',
    none: 'нет',
  },
  tg: {
    subject: 'Шарҳ ҳамчун таҳдид ҷудо карда шуд',
    told: (by) => `${by} шарҳеро ҳамчун таҳдид ҷудо кард ва фикр мекунад, ки шумо бояд донед.`,
    hidden: 'Хонандагон онро намебинанд. Он ҳамчун далел бо ҳама чизе, ки бо он омад, нигоҳ дошта мешавад.',
    care: 'Хондани он ҳатмӣ нест. Агар дар хатар бошед, аввал ба полис занг занед. Маъмур метавонад далелро ба онҳо супорад.',
    textIs: 'Матн, зеро қарор шуд, ки шумо онро хонда тавонед:',
    footer: 'Шумо инро мегиред, зеро касе, ки дар ин ҷо шарҳҳоро модератсия мекунад, шуморо номбар кард.',
    title: 'Шарҳе, ки ҳамчун таҳдид мӯҳр шудааст',
    facts: {
      comment: 'Рақами шарҳ',
      page: 'Саҳифа',
      name: 'Номи додашуда',
      address: 'Суроғаи почтаи додашуда',
      site: 'Сомонаи додашуда',
      network: 'Нишонаи шабака',
      written: 'Навишта шуд',
      edited: 'Тағйир дода шуд',
      sealedAt: 'Мӯҳр шуд',
      sealedBy: 'Аз ҷониби кӣ мӯҳр шуд',
      why: 'Эзоҳ',
    },
    text: 'Матн',
    history: 'Таърих',
    whole: 'Занҷири сабтҳо бутун аст: аз лаҳзаи мӯҳр чизе тағйир наёфтааст.',
    broken: 'Диққат: занҷири сабтҳо дар ин сабт вайрон аст:',
    digest: 'SHA-256-и ҳамин далел дар шакли JSON',
    none: 'нест',
  },
}

import type { CommentState, Locale } from '../contract/index.ts'

type Words = {
  waiting: string
  noneWaits: string
  oldest: (age: string) => string
  toDesk: string
  perDay: string
  perDayHint: string
  noneWritten: string
  /** For those who hear the chart. */
  chart: (total: number, most: number) => string
  states: Record<CommentState, string>
  day: string
  busiest: string
  noneBusy: string
  scheduled: string
  noneScheduled: string
  takenBack: string
  stuck: string
  noneStuck: string
  jobs: string
  mails: string
  deliveries: string
}

const WORDS: Record<Locale, Words> = {
  en: {
    waiting: 'Waiting comments',
    noneWaits: 'Nothing waits. Every comment has been read.',
    oldest: (age) => `The oldest was written ${age}.`,
    toDesk: 'Moderate',
    perDay: 'Comments of the last 30 days',
    perDayHint: 'By the day they were written (UTC) and what became of them.',
    noneWritten: 'Nobody has written in the last 30 days.',
    chart: (total, most) => `${total} comments in 30 days, at most ${most} on one day.`,
    states: { approved: 'Approved', pending: 'Waiting', spam: 'Spam', trash: 'Trash' },
    day: 'Day',
    busiest: 'Most discussed, 30 days',
    noneBusy: 'No discussion yet.',
    scheduled: 'Comes next',
    noneScheduled: 'Nothing is planned.',
    takenBack: 'will be unpublished',
    stuck: 'What is stuck',
    noneStuck: 'Everything gets away.',
    jobs: 'Jobs',
    mails: 'Mails',
    deliveries: 'Webhook messages',
  },
  ru: {
    waiting: 'Ожидают проверки',
    noneWaits: 'Ничего не ждёт: все комментарии прочитаны.',
    oldest: (age) => `Самый старый написан ${age}.`,
    toDesk: 'Модерировать',
    perDay: 'Комментарии за 30 дней',
    perDayHint: 'По дню написания (UTC) и тому, что с ними стало.',
    noneWritten: 'За последние 30 дней никто не писал.',
    chart: (total, most) => `Комментариев за 30 дней: ${total}, не больше ${most} в день.`,
    states: { approved: 'Одобрено', pending: 'Ожидает', spam: 'Спам', trash: 'Корзина' },
    day: 'День',
    busiest: 'Самые обсуждаемые за 30 дней',
    noneBusy: 'Обсуждений пока нет.',
    scheduled: 'Скоро выйдет',
    noneScheduled: 'Ничего не запланировано.',
    takenBack: 'будет снято с публикации',
    stuck: 'Что застряло',
    noneStuck: 'Всё уходит вовремя.',
    jobs: 'Задания',
    mails: 'Письма',
    deliveries: 'Сообщения вебхуков',
  },
  tg: {
    waiting: 'Шарҳҳои мунтазир',
    noneWaits: 'Ҳеҷ чиз мунтазир нест: ҳамаи шарҳҳо хонда шудаанд.',
    oldest: (age) => `Кӯҳнатаринаш ${age} навишта шудааст.`,
    toDesk: 'Ба модератсия',
    perDay: 'Шарҳҳои 30 рӯзи охир',
    perDayHint: 'Аз рӯи рӯзи навишта шудан (UTC) ва он ки бо онҳо чӣ шуд.',
    noneWritten: 'Дар 30 рӯзи охир касе чизе нанавишт.',
    chart: (total, most) => `Дар 30 рӯз ${total} шарҳ, дар як рӯз на зиёда аз ${most}.`,
    states: { approved: 'Тасдиқшуда', pending: 'Мунтазир', spam: 'Спам', trash: 'Сабад' },
    day: 'Рӯз',
    busiest: 'Пурбаҳстаринҳо дар 30 рӯз',
    noneBusy: 'Ҳоло муҳокимае нест.',
    scheduled: 'Ба наздикӣ мебарояд',
    noneScheduled: 'Чизе ба нақша гирифта нашудааст.',
    takenBack: 'аз нашр гирифта мешавад',
    stuck: 'Чӣ банд мондааст',
    noneStuck: 'Ҳама чиз сари вақт меравад.',
    jobs: 'Вазифаҳо',
    mails: 'Номаҳо',
    deliveries: 'Паёмҳои вебхук',
  },
}

export const wordsIn = (locale: Locale): Words => WORDS[locale]

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago something was: “3 hours ago”, “3 соат пеш”. */
export function ageOf({ time, now, locale }: { time: string; now: Date; locale: Locale }): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(time)) / 1000)
  const [unit, length] = STEPS.find(([, step]) => seconds >= step) ?? ['minute', 60]
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(seconds / length), unit)
}

/** A day without its year: “24 Nov”, “24 ноя”. */
export function dayOf({ time, locale }: { time: string; locale: Locale }): string {
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(time))
  // Tajik months are written small; the machine's own list has them otherwise.
  return locale === 'tg' ? day.toLowerCase() : day
}

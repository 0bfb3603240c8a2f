import type { Locale } from '../../contract/index.ts'
import type { EventKey } from './events.ts'
import type { PostKey } from './posts.ts'

export type CommentEntry = {
  on: { type: 'posts'; name: PostKey } | { type: 'events'; name: EventKey }
  /** The comment it answers, which stands above it here. */
  answers?: string
  hoursAgo: number
  locale: Locale
  name: string
  email: string
  url?: string
  body: string
  isWaiting?: true
}

const water = { type: 'posts', name: 'water' } as const
const interview = { type: 'posts', name: 'interview' } as const
const school = { type: 'events', name: 'school' } as const

export const COMMENTS: Record<string, CommentEntry> = {
  everyVillage: {
    on: water,
    hoursAgo: 64,
    locale: 'tg',
    name: 'Дилбар',
    email: 'dilbar@example.org',
    body: 'Дар деҳаи мо ҳам ҳамин тавр аст: обро шабона медиҳанд. Чунин рӯйхатро бояд дар ҳар деҳа тартиб дод.',
  },
  whoKeepsIt: {
    on: water,
    answers: 'everyVillage',
    hoursAgo: 61,
    locale: 'ru',
    name: 'Мунира',
    email: 'munira@example.org',
    body: 'А кто у вас ведёт такой список? У нас в ассоциации говорят, что графика на бумаге вообще нет.',
  },
  onTheWall: {
    on: water,
    answers: 'whoKeepsIt',
    hoursAgo: 58,
    locale: 'tg',
    name: 'Дилбар',
    email: 'dilbar@example.org',
    body: 'Мироб дар дафтар менависад, вале ба касе нишон намедод. Мо хоҳиш кардем, ки рӯйхатро дар девори мағоза овезад.\n\nРозӣ шуд. Ҳоло ҳама медонанд, ки навбати кист.',
  },
  secondThoughts: {
    on: water,
    hoursAgo: 49,
    locale: 'ru',
    name: 'Парвина Н.',
    email: 'parvina@example.org',
    body: 'Спасибо за цифры. Одно замечание: два места из пяти — это хорошо, но важнее, чтобы собрание было днём. Вечером меня никто не отпустит, хоть десять мест дай.',
  },
  twoOClock: {
    on: water,
    answers: 'secondThoughts',
    hoursAgo: 46,
    locale: 'ru',
    name: 'Азиз',
    email: 'aziz@example.org',
    body: 'Мы перенесли своё на два часа дня, и людей пришло вдвое больше. Мужчин, кстати, тоже.',
  },
  interviewThanks: {
    on: interview,
    hoursAgo: 40,
    locale: 'ru',
    name: 'Саодат',
    email: 'saodat@example.org',
    body: 'Была у этого стола весной. За полчаса разобрали мой пакет бумаг, дальше я уже сама ходила в загс. Спасибо, что написали.',
  },
  translation: {
    on: water,
    hoursAgo: 30,
    locale: 'en',
    name: 'Hannah',
    email: 'hannah@example.org',
    body: 'I work with irrigation groups in another valley. May the one-sheet guide be translated? We would gladly make a version in Kyrgyz and send it back to you.',
  },
  firstYear: {
    on: school,
    hoursAgo: 22,
    locale: 'tg',
    name: 'Сомон',
    email: 'somon@example.org',
    body: 'Оё донишҷӯёни курси якум ҳам метавонанд ба қайд гирифта шаванд?',
  },
  uzbekToo: {
    on: water,
    answers: 'translation',
    hoursAgo: 17,
    locale: 'en',
    name: 'Rustam',
    email: 'rustam@example.org',
    body: 'The same question for Uzbek. I can help with the translation, and my aunt can check the words for the canal, since she has been a mirob for twenty years.',
    isWaiting: true,
  },
  inTheRain: {
    on: interview,
    hoursAgo: 11,
    locale: 'ru',
    name: 'Гулнора',
    email: 'gulnora@example.org',
    body: 'Подскажите, в дождь стол тоже стоит? И можно ли прийти с ребёнком?',
    isWaiting: true,
  },
  loans: {
    on: water,
    hoursAgo: 6,
    locale: 'en',
    name: 'Fast Credit 24/7',
    email: 'win@example.org',
    url: 'https://fast-credit.example.com',
    body: '!!! MONEY TODAY, NO QUESTIONS !!! Approved in 5 minutes, also without documents.\nhttps://fast-credit.example.com/apply?ref=chashma\nhttps://fast-credit.example.com/bonus',
    isWaiting: true,
  },
  together: {
    on: school,
    answers: 'firstYear',
    hoursAgo: 3,
    locale: 'tg',
    name: 'Нозанин',
    email: 'nozanin@example.org',
    body: 'Ман ҳам дар курси якум мехонам. Агар иҷозат бошад, якҷоя меоем.',
    isWaiting: true,
  },
}

import { DEFAULT_LOCALE, LOCALES, type Locale } from '../contract/basics.ts'
import type { ProblemCode } from '../contract/problem.ts'

type Words = Record<Locale, string>
const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

/** What readers and front-end developers are told about each kind of problem. */
export const PROBLEM_WORDS: Record<ProblemCode, Words> = {
  invalid: say(
    'Some values are not acceptable.',
    'Некоторые значения не подходят.',
    'Баъзе қиматҳо қобили қабул нестанд.',
  ),
  malformed: say('The request cannot be read.', 'Запрос не читается.', 'Дархост хонда намешавад.'),
  'not-found': say('There is no such thing here.', 'Здесь такого нет.', 'Чунин чиз дар ин ҷо нест.'),
  gone: say('It has been taken away.', 'Это удалено.', 'Ин нест карда шудааст.'),
  closed: say('Comments are closed.', 'Комментарии закрыты.', 'Шарҳҳо баста шудаанд.'),
  conflict: say('Someone else has changed it.', 'Кто-то уже изменил это.', 'Касе аллакай инро тағйир дод.'),
  forbidden: say('This is not allowed.', 'Это не разрешено.', 'Ин иҷозат дода нашудааст.'),
  unauthorized: say('A valid token is needed.', 'Нужен действительный токен.', 'Токени дуруст лозим аст.'),
  'too-large': say('The request is too large.', 'Запрос слишком большой.', 'Дархост аз ҳад калон аст.'),
  'unsupported-type': say(
    'Send application/json or a form.',
    'Отправьте application/json или форму.',
    'application/json ё формро фиристед.',
  ),
  'method-not-allowed': say(
    'This address does not take this method.',
    'Этот адрес не принимает такой метод.',
    'Ин суроға чунин усулро қабул намекунад.',
  ),
  throttled: say(
    'Too many requests. Please wait.',
    'Слишком много запросов. Подождите.',
    'Дархостҳо аз ҳад зиёданд. Лутфан, интизор шавед.',
  ),
  unavailable: say(
    'The service is away for a moment. Please try again.',
    'Сервис временно недоступен. Попробуйте ещё раз.',
    'Хизмат муваққатан дастрас нест. Лутфан, бори дигар кӯшиш кунед.',
  ),
  internal: say(
    'Something went wrong on our side.',
    'Ошибка на нашей стороне.',
    'Хато дар тарафи мо рӯй дод.',
  ),
}

const WORDS = {
  required: say('This field is required.', 'Это поле обязательно.', 'Ин майдон ҳатмист.'),
  'too-long': say('At most {most} characters.', 'Не больше {most} знаков.', 'На зиёда аз {most} аломат.'),
  'bad-email': say(
    'This is not an e-mail address.',
    'Это не адрес электронной почты.',
    'Ин суроғаи почтаи электронӣ нест.',
  ),
  'bad-url': say(
    'Write an address that begins with https:// or http://.',
    'Укажите адрес, который начинается с https:// или http://.',
    'Суроғаеро нависед, ки бо https:// ё http:// оғоз мешавад.',
  ),
  'email-shown': say(
    'Your e-mail address stands here and would be published. Please take it out.',
    'Здесь стоит адрес вашей почты, и он был бы опубликован. Пожалуйста, уберите его.',
    'Дар ин ҷо суроғаи почтаи шумо навишта шудааст ва он нашр мешуд. Лутфан, онро гиред.',
  ),
  'bad-parent': say(
    'The comment you answer is not there any more.',
    'Комментария, на который вы отвечаете, больше нет.',
    'Шарҳе, ки ба он ҷавоб медиҳед, дигар нест.',
  ),
  'too-deep': say(
    'This conversation is too deep. Please answer further up.',
    'Эта ветка слишком глубокая. Ответьте, пожалуйста, выше.',
    'Ин сӯҳбат хеле чуқур аст. Лутфан, болотар ҷавоб диҳед.',
  ),
  'bad-value': say(
    'This value is not acceptable.',
    'Это значение не подходит.',
    'Ин қимат қобили қабул нест.',
  ),
  'bad-cursor': say(
    'This cursor is not one of this list. Begin again without it.',
    'Этот курсор не от этого списка. Начните без него.',
    'Ин курсор аз ин рӯйхат нест. Бе он аз нав оғоз кунед.',
  ),
  'no-words': say(
    'Write 1 to {most} characters, with at least one letter or digit.',
    'Напишите от 1 до {most} знаков, хотя бы с одной буквой или цифрой.',
    'Аз 1 то {most} аломат нависед, ки ақаллан як ҳарф ё рақам дошта бошад.',
  ),
  'bad-fields': say(
    'The answer has no such fields: {names}.',
    'В ответе нет таких полей: {names}.',
    'Дар ҷавоб чунин майдонҳо нест: {names}.',
  ),
  'text-refused': say(
    'The rules of this site do not allow this text. Please change it and send it again.',
    'Правила этого сайта не допускают такой текст. Пожалуйста, измените его и отправьте ещё раз.',
    'Қоидаҳои ин сомона чунин матнро иҷозат намедиҳанд. Лутфан, онро тағйир дода, бори дигар фиристед.',
  ),
  'key-reused': say(
    'This Idempotency-Key was used for another comment. Send a new one.',
    'Этот Idempotency-Key уже использован для другого комментария. Отправьте новый.',
    'Ин Idempotency-Key барои шарҳи дигар истифода шудааст. Калиди нав фиристед.',
  ),
  'not-editable': say(
    'This comment cannot be changed any more.',
    'Этот комментарий больше нельзя изменить.',
    'Ин шарҳро дигар тағйир додан мумкин нест.',
  ),
  awaits: say(
    'Thank you. Your comment will appear once a moderator has read it.',
    'Спасибо. Ваш комментарий появится, когда его прочитает модератор.',
    'Ташаккур. Шарҳи шумо пас аз хондани модератор пайдо мешавад.',
  ),
  published: say(
    'Thank you. Your comment is published.',
    'Спасибо. Ваш комментарий опубликован.',
    'Ташаккур. Шарҳи шумо нашр шуд.',
  ),
  'closed-here': say(
    'Comments on this page are closed.',
    'Комментарии на этой странице закрыты.',
    'Шарҳҳо дар ин саҳифа баста шудаанд.',
  ),
  'closed-since': say(
    'Comments on this page were open until {day}.',
    'Комментарии на этой странице принимались до {day}.',
    'Шарҳҳо дар ин саҳифа то {day} қабул мешуданд.',
  ),
  'closed-everywhere': say(
    'Comments are closed on the whole site for now.',
    'Комментарии временно закрыты на всём сайте.',
    'Шарҳҳо ҳоло дар тамоми сайт баста шудаанд.',
  ),
  comments: say('Comments', 'Комментарии', 'Шарҳҳо'),
  events: say('Events', 'События', 'Чорабиниҳо'),
  anonymous: say('Anonymous', 'Аноним', 'Беном'),
} satisfies Record<string, Words>

export type WordKey = keyof typeof WORDS

/** A sentence in a language, its `{places}` filled in. */
export function word(key: WordKey, locale: Locale, values: Record<string, string | number> = {}): string {
  return WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** The language to answer in: the one named, else the first of `Accept-Language` that we speak. */
export function chooseLocale({ named, accept }: { named?: string | null; accept?: string | null }): Locale {
  const known = (code: string | undefined) => LOCALES.find((locale) => locale === code)
  const accepted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return {
        code: tag.trim().toLowerCase().split('-')[0],
        weight: weight === undefined ? 1 : Number(weight),
      }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => known(code))
    .find((locale) => locale !== undefined)
  return known(named ?? undefined) ?? accepted ?? DEFAULT_LOCALE
}

import type { Locale } from '../contract/index.ts'
import type { Reason } from '../comments/waiting.ts'
import type { Verdict } from './decision.ts'

type Words = Record<Locale, string>
const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

const WORDS = {
  'one-waits': say('A comment waits: {title}', 'Ждёт комментарий: {title}', 'Шарҳ мунтазир аст: {title}'),
  'many-wait': say(
    'Comments that wait: {count}',
    'Ждут решения комментарии: {count}',
    'Шарҳҳои мунтазир: {count}',
  ),
  'page-gone': say('(page deleted)', '(страница удалена)', '(саҳифа нест карда шудааст)'),
  written: say('Written', 'Написан', 'Навишта шуд'),
  why: say('Why it waits', 'Почему ждёт', 'Чаро мунтазир аст'),
  'why-calm': say(
    'All comments were held when it came.',
    'Когда он пришёл, задерживались все комментарии.',
    'Вақте ки он омад, ҳамаи шарҳҳо нигоҳ дошта мешуданд.',
  ),
  'why-edited': say('Its writer has changed it.', 'Автор изменил его.', 'Муаллифаш онро тағйир дод.'),
  'why-everyone': say(
    'Every comment is read before it appears.',
    'Каждый комментарий читают до публикации.',
    'Ҳар шарҳ пеш аз нашр хонда мешавад.',
  ),
  'why-untrusted': say(
    'Its writer is not trusted yet: too few approved comments, or no confirmed address.',
    'Автору ещё не доверяют: мало одобренных комментариев или адрес не подтверждён.',
    'Ба муаллифаш ҳанӯз бовар надоранд: шарҳҳои тасдиқшуда каманд ё суроға тасдиқ нашудааст.',
  ),
  'why-returned': say('A moderator put it back.', 'Модератор вернул его.', 'Модератор онро баргардонд.'),
  'why-honeypot': say(
    'A field that readers do not see was filled in.',
    'Заполнено поле, которого читатели не видят.',
    'Майдоне пур шудааст, ки хонандагон онро намебинанд.',
  ),
  'why-token': say(
    'It came without a valid token of its form, or too fast.',
    'Он пришёл без действующей метки формы или слишком быстро.',
    'Он бе нишони дурусти форма ё аз ҳад тез омад.',
  ),
  'why-work': say(
    'The proof of work was missing or wrong, as it is without JavaScript.',
    'Доказательства работы нет или оно неверно; так бывает без JavaScript.',
    'Исботи кор нест ё нодуруст аст; бе JavaScript чунин мешавад.',
  ),
  'why-links': say(
    'It has too many links, or odd ones.',
    'В нём слишком много ссылок или они странные.',
    'Дар он пайвандҳо аз ҳад зиёд ё аҷибанд.',
  ),
  'why-repeated': say(
    'The same text came before.',
    'Такой же текст уже приходил.',
    'Чунин матн пештар ҳам омада буд.',
  ),
  'why-imitates': say(
    'The name looks like that of somebody who works here.',
    'Имя похоже на имя того, кто здесь работает.',
    'Ном ба номи касе монанд аст, ки дар ин ҷо кор мекунад.',
  ),
  'why-words': say(
    'It has words that are on a list.',
    'В нём есть слова из списка.',
    'Дар он калимаҳои рӯйхат ҳастанд.',
  ),
  'why-language': say(
    'It is in a language in which the article is not.',
    'Он написан на языке, которого у статьи нет.',
    'Он ба забоне навишта шудааст, ки мақола ба он забон нест.',
  ),
  'why-flood': say(
    'Too many comments came within an hour.',
    'За час пришло слишком много комментариев.',
    'Дар як соат шарҳҳо аз ҳад зиёд омаданд.',
  ),
  'why-classifier': say(
    'It is like what was marked as spam here before.',
    'Он похож на то, что здесь уже отмечали как спам.',
    'Он ба он чи пештар дар ин ҷо спам дониста шуд, монанд аст.',
  ),
  'why-akismet': say(
    'Akismet takes it for spam.',
    'Akismet считает его спамом.',
    'Akismet онро спам мешуморад.',
  ),
  'why-site-check': say(
    'The site’s own check said so.',
    'Так решила собственная проверка сайта.',
    'Санҷиши худи сомона чунин гуфт.',
  ),
  'why-check-failed': say(
    'A check could not be made, so a person has to look.',
    'Проверить не удалось, поэтому нужен взгляд человека.',
    'Санҷида нашуд, бинобар ин бояд одам бинад.',
  ),
  approved: say('Approve', 'Одобрить', 'Тасдиқ кардан'),
  spam: say('Spam', 'Спам', 'Спам'),
  trash: say('Trash', 'В корзину', 'Ба сабад'),
  'not-yet': say(
    'A link changes nothing by itself: it opens a page that asks you.',
    'Сама ссылка ничего не меняет: она открывает страницу, которая вас спросит.',
    'Худи пайванд чизеро тағйир намедиҳад: он саҳифаеро мекушояд, ки аз шумо мепурсад.',
  ),
  others: say(
    'Waiting beside these: {count}.',
    'Кроме этих ждут: {count}.',
    'Ғайр аз инҳо мунтазиранд: {count}.',
  ),
  desk: say('Open the moderation desk', 'Открыть стол модерации', 'Кушодани мизи модератсия'),
  footer: say(
    'You get this because you moderate here. The links are yours alone and last three days: do not pass this mail on.',
    'Вы получили это письмо, потому что вы здесь модератор. Ссылки только ваши и действуют три дня: не пересылайте письмо.',
    'Шумо ин мактубро гирифтед, зеро дар ин ҷо модератор ҳастед. Пайвандҳо танҳо аз они шумоянд ва се рӯз амал мекунанд: мактубро ба касе нафиристед.',
  ),
  'how-often': say('How often you get mail', 'Как часто приходят письма', 'Мактубҳо чанд вақт пас меоянд'),
  'ask-approved': say('Approve this comment?', 'Одобрить этот комментарий?', 'Ин шарҳро тасдиқ мекунед?'),
  'ask-spam': say('Is this comment spam?', 'Этот комментарий — спам?', 'Ин шарҳ спам аст?'),
  'ask-trash': say(
    'Move this comment to the trash?',
    'Отправить этот комментарий в корзину?',
    'Ин шарҳро ба сабад мепартоед?',
  ),
  'do-approved': say('Yes, approve it', 'Да, одобрить', 'Бале, тасдиқ мекунам'),
  'do-spam': say('Yes, it is spam', 'Да, это спам', 'Бале, спам аст'),
  'do-trash': say('Yes, to the trash', 'Да, в корзину', 'Бале, ба сабад'),
  instead: say('Something else', 'Другое решение', 'Қарори дигар'),
  'done-approved': say('The comment is approved', 'Комментарий одобрен', 'Шарҳ тасдиқ шуд'),
  'done-spam': say(
    'The comment is marked as spam',
    'Комментарий помечен как спам',
    'Шарҳ ҳамчун спам қайд шуд',
  ),
  'done-trash': say('The comment is in the trash', 'Комментарий в корзине', 'Шарҳ дар сабад аст'),
  'done-by': say(
    'Its history says that it was you, {name}, by mail.',
    'В истории записано, что это сделали вы, {name}, из письма.',
    'Дар таърих навишта шуд, ки инро шумо, {name}, аз мактуб кардед.',
  ),
  'is-approved': say(
    'Decided already: approved',
    'Решение уже принято: одобрен',
    'Аллакай ҳал шудааст: тасдиқшуда',
  ),
  'is-spam': say('Decided already: spam', 'Решение уже принято: спам', 'Аллакай ҳал шудааст: спам'),
  'is-trash': say(
    'Decided already: in the trash',
    'Решение уже принято: в корзине',
    'Аллакай ҳал шудааст: дар сабад',
  ),
  'is-gone': say('The comment is gone', 'Комментария больше нет', 'Шарҳ дигар нест'),
  'decided-by': say('By {name}.', 'Кто решил: {name}.', 'Кӣ ҳал кард: {name}.'),
  withdrawn: say('Its writer has taken it back.', 'Автор отозвал его.', 'Муаллифаш онро бозпас гирифт.'),
  'changed-title': say('The comment has changed', 'Комментарий изменился', 'Шарҳ тағйир ёфт'),
  changed: say(
    'Somebody changed it while you were reading. Nothing was done. Please read it once more.',
    'Его изменили, пока вы читали. Ничего не сделано. Прочитайте, пожалуйста, ещё раз.',
    'Ҳангоми хондани шумо онро тағйир доданд. Ҳеҷ коре нашуд. Лутфан, бори дигар хонед.',
  ),
  locked: say(
    'Somebody else decides about it',
    'Решает кто-то другой',
    'Дар ин бора каси дигар қарор медиҳад',
  ),
  again: say('Read it again', 'Прочитать ещё раз', 'Бори дигар хондан'),
  'refused-title': say('This link does not work', 'Эта ссылка не действует', 'Ин пайванд кор намекунад'),
  refused: say(
    'It was used already, or is older than three days, or was never ours. In the panel you see what waits.',
    'Она уже использована, старше трёх дней или не наша. Что ждёт решения, видно в панели.',
    'Он аллакай истифода шудааст, аз се рӯз кӯҳнатар аст ё аз они мо набуд. Он чи мунтазир аст, дар панел дида мешавад.',
  ),
  away: say(
    'That did not work. Please try again in a minute.',
    'Не получилось. Попробуйте ещё раз через минуту.',
    'Нашуд. Лутфан, пас аз як дақиқа бори дигар кӯшиш кунед.',
  ),
  anonymous: say('Anonymous', 'Аноним', 'Беном'),
} satisfies Record<string, Words>

export type WordKey = keyof typeof WORDS

/** A sentence in a language, its `{places}` filled in. */
export const wordIn =
  (locale: Locale) =>
  (key: WordKey, values: Record<string, string | number> = {}): string =>
    WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** Why a comment waits: every rule that spoke, in a sentence each. */
export const whyIn = (locale: Locale, reasons: readonly Reason[]): string =>
  reasons.map((reason) => wordIn(locale)(`why-${reason}`)).join(' ')

export const askKey = (verdict: Verdict): WordKey => `ask-${verdict}`
export const doKey = (verdict: Verdict): WordKey => `do-${verdict}`
export const doneKey = (verdict: Verdict): WordKey => `done-${verdict}`
export const isKey = (verdict: Verdict): WordKey => `is-${verdict}`

/** A day and a time as people of a language write them, by the clocks of the server. */
export const momentIn = (locale: Locale, at: string) =>
  // Tajik dates are written as Russian ones are, in digits.
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

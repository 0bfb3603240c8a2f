import { APIError, type PayloadRequest } from 'payload'

import { DEFAULT_LOCALE, type Locale, LOCALES } from '../contract/basics.ts'
import { hasRole } from './access.ts'
import { PROBLEM_WORDS } from './messages.ts'
import type { Refusal } from './problem.ts'

type Words = Record<Locale, string>
const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

/** What people who are signed in are told when something of theirs is refused, and how to mend it. */
const WORDS = {
  // Comments and the desk
  crossed: say(
    'Somebody wrote the same at this very moment. Try again.',
    'Кто-то записал то же самое в этот самый момент. Попробуйте ещё раз.',
    'Касе айни ҳамин лаҳза ҳамин чизро навишт. Бори дигар кӯшиш кунед.',
  ),
  'stale-comment': say(
    'Someone else has just changed this comment. Look at it again.',
    'Кто-то только что изменил этот комментарий. Посмотрите на него ещё раз.',
    'Касе ҳозир ин шарҳро тағйир дод. Бори дигар ба он нигаред.',
  ),
  'illegal-move': say(
    'A comment cannot go from there to here.',
    'Такое перемещение комментария невозможно.',
    'Шарҳро аз он ҷо ба ин ҷо кӯчонидан мумкин нест.',
  ),
  'withdrawn-comment': say(
    'Its writer has taken this comment back. It cannot be shown again.',
    'Автор отозвал этот комментарий. Показать его снова нельзя.',
    'Муаллиф ин шарҳро бозпас гирифт. Онро дигар нишон додан мумкин нест.',
  ),
  'locked-sealed': say(
    'This comment is sealed as a threat. It stays in the trash until an administrator releases it.',
    'Этот комментарий опечатан как угроза. Он остаётся в корзине, пока его не снимет с хранения администратор.',
    'Ин шарҳ ҳамчун таҳдид мӯҳр шудааст. То маъмур онро озод накунад, дар сабад мемонад.',
  ),
  'locked-erased': say(
    'The text of this comment was erased when its time was over. There is nothing left to show.',
    'Текст этого комментария стёрт по истечении срока. Показывать больше нечего.',
    'Матни ин шарҳ пас аз анҷоми муҳлат нест карда шуд. Чизе барои нишон додан намондааст.',
  ),
  'locked-own': say(
    'This comment stands under your own article. Another moderator decides about it.',
    'Этот комментарий стоит под вашей собственной статьёй. О нём решает другой модератор.',
    'Ин шарҳ дар зери мақолаи худи шумост. Дар бораи он модератори дигар қарор мекунад.',
  ),
  'comment-nowhere': say(
    'A comment stands on an article or an event.',
    'Комментарий относится к статье или событию.',
    'Шарҳ ба мақола ё чорабинӣ тааллуқ дорад.',
  ),
  'answered-elsewhere': say(
    'The comment that is answered stands elsewhere.',
    'Комментарий, на который отвечают, находится в другом обсуждении.',
    'Шарҳе, ки ба он ҷавоб дода мешавад, дар муҳокимаи дигар аст.',
  ),
  'answers-itself': say(
    'A comment cannot answer itself, nor one that answers it.',
    'Комментарий не может отвечать ни себе, ни тому, что отвечает ему.',
    'Шарҳ на ба худ ва на ба он чи ба худаш ҷавоб медиҳад, ҷавоб дода наметавонад.',
  ),
  'answers-too-deep': say(
    'Answers are nested {most} levels deep at most.',
    'Ответы вкладываются не глубже {most} уровней.',
    'Ҷавобҳо то {most} зина дарунтар мешаванду бас.',
  ),
  'has-answers': say(
    'This comment has answers. Move it to the trash instead.',
    'На этот комментарий есть ответы. Вместо удаления переместите его в корзину.',
    'Ин шарҳ ҷавобҳо дорад. Ба ҷойи нест кардан онро ба сабад партоед.',
  ),
  'no-such-comment': say('There is no such comment.', 'Такого комментария нет.', 'Чунин шарҳ нест.'),
  'moderators-only': say(
    'Only those who moderate may move comments.',
    'Перемещать комментарии могут только модераторы.',
    'Шарҳҳоро танҳо модераторон кӯчонида метавонанд.',
  ),
  'desk-closed': say(
    'The desk is for those who moderate comments.',
    'Стол модерации только для тех, кто модерирует комментарии.',
    'Мизи модератсия барои онҳоест, ки шарҳҳоро модератсия мекунанд.',
  ),
  'no-state': say(
    'Say where it goes: status is one of {states}.',
    'Укажите, куда переместить: status — одно из {states}.',
    'Гӯед, ки ба куҷо: status яке аз инҳост: {states}.',
  ),
  'no-moves': say(
    'Send {shape}, at most {most} comments at once.',
    'Отправьте {shape}, не больше {most} комментариев за раз.',
    '{shape} фиристед, дар як вақт на зиёда аз {most} шарҳ.',
  ),
  'page-gone': say(
    'The page of this comment is gone.',
    'Страницы этого комментария больше нет.',
    'Саҳифаи ин шарҳ дигар нест.',
  ),
  'threat-for-admins': say(
    'Threats are looked after by administrators.',
    'Угрозами занимаются администраторы.',
    'Ба таҳдидҳо маъмурон нигоҳубин мекунанд.',
  ),
  'threat-missing': say('There is no such threat.', 'Такой угрозы нет.', 'Чунин таҳдид нест.'),
  'threat-settled': say(
    'It is sealed, or released, already. Look at it again.',
    'Уже опечатано или снято с хранения. Посмотрите ещё раз.',
    'Аллакай мӯҳр ё озод шудааст. Аз нав нигоҳ кунед.',
  ),
  'threat-reason': say(
    'Say why it is released, in 1 to {most} characters.',
    'Напишите, почему снимается с хранения: от 1 до {most} знаков.',
    'Нависед, ки чаро озод мешавад: аз 1 то {most} аломат.',
  ),
  'threat-shape': say(
    'Send {shape}, and if you like {more}.',
    'Отправьте {shape} и, если нужно, {more}.',
    '{shape} ва агар хоҳед, {more} фиристед.',
  ),
  'threat-released': say(
    'This threat was released. Its evidence is erased; there is nothing left to hand out.',
    'Эта угроза снята с хранения. Доказательство стёрто, выдавать больше нечего.',
    'Ин таҳдид озод шудааст. Далел нест карда шуд, чизе барои додан намондааст.',
  ),
  // Content
  'translators-draft': say(
    'A translation is saved as a draft. An editor publishes it.',
    'Перевод сохраняется как черновик. Публикует его редактор.',
    'Тарҷума ҳамчун сиёҳнавис нигоҳ дошта мешавад. Онро муҳаррир нашр мекунад.',
  ),
  'end-before-start': say(
    'The end lies before the start.',
    'Окончание раньше начала.',
    'Анҷом пеш аз оғоз аст.',
  ),
  'no-time-zone': say(
    'Write an IANA time zone such as Asia/Dushanbe.',
    'Укажите часовой пояс IANA, например Asia/Dushanbe.',
    'Минтақаи вақти IANA-ро нависед, масалан Asia/Dushanbe.',
  ),
  'no-web-address': say(
    'Write an address that begins with https:// or http://.',
    'Укажите адрес, который начинается с https:// или http://.',
    'Суроғаеро нависед, ки бо https:// ё http:// оғоз мешавад.',
  ),
  'no-picture': say(
    'This is not a picture we can read. Use JPEG, PNG, WebP, AVIF or GIF, of at most {most} megapixels.',
    'Это изображение не читается. Подойдут JPEG, PNG, WebP, AVIF или GIF, не больше {most} мегапикселей.',
    'Ин тасвир хонда намешавад. JPEG, PNG, WebP, AVIF ё GIF-и на зиёда аз {most} мегапиксел мувофиқ аст.',
  ),
  'odd-picture': say(
    'Use a JPEG, PNG, WebP, AVIF or GIF picture.',
    'Подойдёт изображение JPEG, PNG, WebP, AVIF или GIF.',
    'Тасвири JPEG, PNG, WebP, AVIF ё GIF мувофиқ аст.',
  ),
  'broken-picture': say(
    'This picture is damaged or too large. Use one of at most {most} megapixels.',
    'Это изображение повреждено или слишком велико. Подойдёт не больше {most} мегапикселей.',
    'Ин тасвир вайрон ё аз ҳад калон аст. Тасвири на зиёда аз {most} мегапиксел мувофиқ аст.',
  ),
  'no-such-document': say('There is no such document.', 'Такого документа нет.', 'Чунин ҳуҷҷат нест.'),
  'no-drafts': say(
    'Drafts are shown to those who write and translate.',
    'Черновики видят те, кто пишет и переводит.',
    'Сиёҳнависҳоро онҳое мебинанд, ки менависанд ва тарҷума мекунанд.',
  ),
  'no-preview': say(
    'No front end is known that shows drafts: set SITE_URL or PREVIEW_URL.',
    'Неизвестно, какой сайт показывает черновики: задайте SITE_URL или PREVIEW_URL.',
    'Маълум нест, ки кадом сомона сиёҳнависҳоро нишон медиҳад: SITE_URL ё PREVIEW_URL-ро таъйин кунед.',
  ),
  // People
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
  // Mail and webhooks
  'on-its-way': say('It is on its way.', 'Отправляется.', 'Фиристода мешавад.'),
  'mail-for-admins': say(
    'Mail is looked after by administrators.',
    'Почтой занимаются администраторы.',
    'Ба почта маъмурон нигоҳубин мекунанд.',
  ),
  'mail-gone-out': say(
    'It has gone out already, or is just being sent.',
    'Письмо уже отправлено или отправляется сейчас.',
    'Мактуб аллакай рафтааст ё ҳозир фиристода мешавад.',
  ),
  'webhooks-for-admins': say(
    'Webhooks are kept by administrators.',
    'Вебхуками занимаются администраторы.',
    'Вебхукҳоро маъмурон идора мекунанд.',
  ),
  'webhook-off': say(
    'The webhook is off. Switch it on first.',
    'Вебхук выключен. Сначала включите его.',
    'Вебхук хомӯш аст. Аввал онро фаъол кунед.',
  ),
  'odd-secret': say(
    'A secret is {prefix} and {fewest} to {most} bytes in base64. Empty the field and save for a new one.',
    'Секрет — это {prefix} и от {fewest} до {most} байт в base64. Чтобы получить новый, очистите поле и сохраните.',
    'Рамз {prefix} ва аз {fewest} то {most} байт дар base64 аст. Барои рамзи нав майдонро холӣ карда, нигоҳ доред.',
  ),
  'hook-address': say(
    'Write a whole web address, such as https://example.org/hook.',
    'Укажите полный веб-адрес, например https://example.org/hook.',
    'Суроғаи пурраро нависед, масалан https://example.org/hook.',
  ),
  'hook-https': say(
    'The address must begin with https://. WEBHOOK_PRIVATE=on also lets http:// in.',
    'Адрес должен начинаться с https://. WEBHOOK_PRIVATE=on разрешает и http://.',
    'Суроға бояд бо https:// оғоз шавад. WEBHOOK_PRIVATE=on ба http:// ҳам иҷозат медиҳад.',
  ),
  'hook-password': say(
    'Leave name and password out of the address.',
    'Уберите из адреса имя и пароль.',
    'Ном ва рамзро аз суроға гиред.',
  ),
  'hook-port': say(
    'Port {port} is not one for the web. Use 443, 80 or one from {lowest} up.',
    'Порт {port} не для веба. Подойдёт 443, 80 или от {lowest}.',
    'Порти {port} барои веб нест. 443, 80 ё аз {lowest} боло мувофиқ аст.',
  ),
  'hook-private': say(
    '{host} is at {address}, which is not a public address. WEBHOOK_PRIVATE=on lets private networks in.',
    '{host} находится по адресу {address}, который не публичный. WEBHOOK_PRIVATE=on разрешает частные сети.',
    '{host} дар {address} аст, ки суроғаи оммавӣ нест. WEBHOOK_PRIVATE=on ба шабакаҳои хусусӣ иҷозат медиҳад.',
  ),
  'hook-nowhere': say(
    '{host} has no network address.',
    'У {host} нет сетевого адреса.',
    '{host} суроғаи шабакавӣ надорад.',
  ),
  'hook-unknown': say(
    'The host {host} cannot be found. Look whether it is spelled right.',
    'Хост {host} не найден. Проверьте, верно ли он написан.',
    'Хости {host} ёфт нашуд. Санҷед, ки дуруст навишта шудааст.',
  ),
  // What was asked
  'odd-value': say(
    'This value is not acceptable.',
    'Это значение не подходит.',
    'Ин қимат қобили қабул нест.',
  ),
  'one-of': say('One of {values}.', 'Одно из {values}.', 'Яке аз {values}.'),
  'at-most': say('At most {most}.', 'Не больше {most}.', 'На зиёда аз {most}.'),
  'at-least': say('At least {fewest}.', 'Не меньше {fewest}.', 'На камтар аз {fewest}.'),
  missing: say('This is missing.', 'Этого не хватает.', 'Ин намерасад.'),
  'odd-filter': say('This is not a filter.', 'Это не фильтр.', 'Ин филтр нест.'),
  'deep-filter': say(
    'This filter is nested too deeply.',
    'Этот фильтр вложен слишком глубоко.',
    'Ин филтр аз ҳад чуқур аст.',
  ),
  'odd-filter-at': say('This is not a filter: {name}', 'Это не фильтр: {name}', 'Ин филтр нест: {name}'),
  'no-sort': say(
    'This cannot be sorted by: {path}',
    'По этому нельзя сортировать: {path}',
    'Аз рӯйи ин ба тартиб овардан мумкин нест: {path}',
  ),
  'no-filter': say(
    'This cannot be filtered by: {path}',
    'По этому нельзя фильтровать: {path}',
    'Аз рӯйи ин филтр кардан мумкин нест: {path}',
  ),
  'odd-number': say(
    'This is not a number for {name}.',
    'Для {name} это не число.',
    'Барои {name} ин рақам нест.',
  ),
  'no-object': say('Send a JSON object.', 'Отправьте объект JSON.', 'Объекти JSON фиристед.'),
} satisfies Record<string, Words>

export type StaffWord = keyof typeof WORDS
type Values = Record<string, string | number>
type Asking = Partial<Pick<PayloadRequest, 'i18n'>> & Pick<PayloadRequest, 'user'>

/** Every sentence, in all languages. */
export const STAFF_WORDS: Record<StaffWord, Words> = WORDS

/** A sentence in a language, its `{places}` filled in. */
export const staffWordIn = (locale: Locale, key: StaffWord, values: Values = {}): string =>
  WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** The language of the panel of the person asking; programs, which have keys, are told in English. */
export const languageOf = (req: Asking): Locale =>
  hasRole(req, 'frontend')
    ? DEFAULT_LOCALE
    : (LOCALES.find((locale) => locale === req.i18n?.language) ?? DEFAULT_LOCALE)

/** A sentence in the language of the person asking. */
export const staffWord = (req: Asking, key: StaffWord, values?: Values): string =>
  staffWordIn(languageOf(req), key, values)

/** To be thrown within Payload: refuses what a person asked, in their language. */
export const refusalTo = (req: Asking, status: number, key: StaffWord, values?: Values) =>
  new APIError(staffWord(req, key, values), status, undefined, true)

/** A refusal of a service, as people at the staff door are told it: what it says itself, or what its kind says. */
export const wordsOfRefusal = (req: Asking, { code, detail, errors }: Refusal): string =>
  detail ?? errors?.map(({ message }) => message).join(' ') ?? PROBLEM_WORDS[code][languageOf(req)]

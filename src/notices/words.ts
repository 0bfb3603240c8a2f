import type { Locale } from '../contract/index.ts'
import { cleanLine } from '../platform/text.ts'

type Words = Record<Locale, string>
const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

/** What mails to readers and their pages say. `{places}` are filled in by {@link words}. */
const WORDS = {
  'published-subject': say(
    'Your comment is published: {title}',
    'Ваш комментарий опубликован: {title}',
    'Шарҳи шумо нашр шуд: {title}',
  ),
  'published-title': say('Your comment is published', 'Ваш комментарий опубликован', 'Шарҳи шумо нашр шуд'),
  'published-text': say(
    'A moderator has read your comment on “{title}”. Everybody can read it now.',
    'Модератор прочитал ваш комментарий к «{title}». Теперь его могут читать все.',
    'Модератор шарҳи шуморо ба «{title}» хонд. Акнун ҳама онро хонда метавонанд.',
  ),
  'see-comment': say('See your comment', 'Посмотреть комментарий', 'Дидани шарҳ'),
  'answer-subject': say(
    '{name} answered you: {title}',
    '{name} ответил(а) вам: {title}',
    '{name} ба шумо ҷавоб дод: {title}',
  ),
  'answers-subject': say(
    '{many} new answers: {title}',
    'Новых ответов: {many} — {title}',
    '{many} ҷавоби нав: {title}',
  ),
  'answer-title': say('Somebody answered you', 'Вам ответили', 'Ба шумо ҷавоб доданд'),
  'answer-text': say(
    'Your comment on “{title}” has been answered.',
    'На ваш комментарий к «{title}» ответили.',
    'Ба шарҳи шумо дар «{title}» ҷавоб доданд.',
  ),
  'answer-by': say('{name} writes:', '{name} пишет:', '{name} менависад:'),
  'see-answer': say('Read and answer', 'Читать и ответить', 'Хондан ва ҷавоб додан'),
  'more-answers': say(
    'And {many} more, on the page.',
    'И ещё {many} — на странице.',
    'Ва боз {many}, дар саҳифа.',
  ),
  'removed-subject': say(
    'Your comment was removed: {title}',
    'Ваш комментарий удалён: {title}',
    'Шарҳи шумо гирифта шуд: {title}',
  ),
  'removed-title': say('Your comment was removed', 'Ваш комментарий удалён', 'Шарҳи шумо гирифта шуд'),
  'removed-text': say(
    'A moderator removed your comment on “{title}” and gave this reason:',
    'Модератор удалил ваш комментарий к «{title}» и назвал причину:',
    'Модератор шарҳи шуморо аз «{title}» гирифт ва чунин сабаб овард:',
  ),
  'confirm-subject': say(
    'Please confirm your address: {title}',
    'Подтвердите ваш адрес: {title}',
    'Лутфан суроғаи худро тасдиқ кунед: {title}',
  ),
  'confirm-title': say('Shall we write to you?', 'Писать ли вам на этот адрес?', 'Ба ин суроға нависем?'),
  'confirm-text': say(
    'Your comment on “{title}” is published, and somebody, we hope you, asked to hear of answers at this address.',
    'Ваш комментарий к «{title}» опубликован, и кто-то, надеемся вы, попросил сообщать об ответах на этот адрес.',
    'Шарҳи шумо ба «{title}» нашр шуд ва касе, умедворем шумо, хоҳиш кард, ки аз ҷавобҳо ба ин суроға хабар диҳем.',
  ),
  'confirm-hint': say(
    'Open the link within seven days and press the button. If it was not you, do nothing: we will not write again of this.',
    'Откройте ссылку в течение семи дней и нажмите кнопку. Если это были не вы, ничего не делайте: больше об этом не напишем.',
    'Пайвандро дар давоми ҳафт рӯз кушоед ва тугмаро пахш кунед. Агар ин шумо набошед, коре накунед: дигар дар ин бора наменависем.',
  ),
  'confirm-action': say('Confirm the address', 'Подтвердить адрес', 'Тасдиқи суроға'),
  'stop-link': say(
    'No more mail about this conversation',
    'Больше не писать об этом обсуждении',
    'Дигар дар бораи ин гуфтугӯ нанависед',
  ),
  'stop-all-link': say('No more mail from us at all', 'Больше совсем не писать', 'Дигар умуман нанависед'),
  'why-you': say(
    'You get this mail because you asked for it when you wrote a comment.',
    'Вы получили это письмо, потому что попросили об этом, когда писали комментарий.',
    'Шумо ин мактубро гирифтед, зеро ҳангоми навиштани шарҳ инро хоҳиш кардед.',
  ),
  anonymous: say('Somebody', 'Кто-то', 'Касе'),

  'page-confirm': say('Is this your mailbox?', 'Это ваш почтовый ящик?', 'Ин қуттии почтаи шумост?'),
  'page-confirm-text': say(
    'Press the button, and we will write to you when somebody answers your comments.',
    'Нажмите кнопку, и мы напишем вам, когда кто-то ответит на ваши комментарии.',
    'Тугмаро пахш кунед, ва мо ба шумо менависем, вақте ки касе ба шарҳҳои шумо ҷавоб медиҳад.',
  ),
  'page-confirm-button': say('Yes, write to me', 'Да, пишите мне', 'Бале, ба ман нависед'),
  'page-confirm-done': say(
    'Thank you. We will write to you when somebody answers.',
    'Спасибо. Мы напишем вам, когда кто-то ответит.',
    'Ташаккур. Вақте ки касе ҷавоб медиҳад, ба шумо менависем.',
  ),
  'page-stop': say(
    'No more mail about this conversation?',
    'Больше не писать об этом обсуждении?',
    'Дигар дар бораи ин гуфтугӯ нанависем?',
  ),
  'page-stop-text': say(
    'You will hear of other conversations as before.',
    'О других обсуждениях мы будем писать как прежде.',
    'Дар бораи гуфтугӯҳои дигар мисли пештара менависем.',
  ),
  'page-stop-button': say('Stop this mail', 'Не писать', 'Нанависед'),
  'page-stop-done': say(
    'Done. We will not write about this conversation any more.',
    'Готово. Об этом обсуждении мы больше не напишем.',
    'Тайёр. Дар бораи ин гуфтугӯ дигар наменависем.',
  ),
  'page-stop-all': say('No more mail at all?', 'Больше совсем не писать?', 'Дигар умуман нанависем?'),
  'page-stop-all-text': say(
    'We will not write to you of any comment, whatever is asked in your name.',
    'Мы не будем писать вам ни об одном комментарии, о чём бы ни просили от вашего имени.',
    'Мо ба шумо дар бораи ягон шарҳ наменависем, новобаста аз он ки аз номи шумо чӣ хоҳиш кунанд.',
  ),
  'page-stop-all-button': say('Stop all mail', 'Не писать совсем', 'Умуман нанависед'),
  'page-stop-all-done': say(
    'Done. We will not write to you any more.',
    'Готово. Мы вам больше не напишем.',
    'Тайёр. Мо ба шумо дигар наменависем.',
  ),
  'page-start': say('Shall we write to you again?', 'Снова писать вам?', 'Боз ба шумо нависем?'),
  'page-start-text': say(
    'We will write again when somebody answers your comments.',
    'Мы снова будем писать, когда кто-то ответит на ваши комментарии.',
    'Вақте ки касе ба шарҳҳои шумо ҷавоб медиҳад, боз менависем.',
  ),
  'page-start-button': say('Yes, write to me again', 'Да, пишите снова', 'Бале, боз нависед'),
  'page-start-done': say(
    'Done. We will write to you again.',
    'Готово. Мы снова будем вам писать.',
    'Тайёр. Мо боз ба шумо менависем.',
  ),
  'page-over': say('This link is over', 'Эта ссылка больше не действует', 'Ин пайванд дигар кор намекунад'),
  'page-over-text': say(
    'It is too old, or a part of it is missing. Take the one in the newest mail.',
    'Она устарела, или от неё осталась только часть. Откройте ссылку из последнего письма.',
    'Он кӯҳна шудааст ё қисми он намерасад. Пайвандро аз мактуби охирин кушоед.',
  ),
  'page-away': say(
    'Please try again in a moment',
    'Попробуйте ещё раз чуть позже',
    'Лутфан каме дертар бори дигар кӯшиш кунед',
  ),
  'page-away-text': say(
    'We could not do it just now. Nothing has changed.',
    'Сейчас это не получилось. Ничего не изменилось.',
    'Ҳоло ин муяссар нашуд. Чизе тағйир наёфт.',
  ),
} satisfies Record<string, Words>

export type NoticeWord = keyof typeof WORDS

/** A sentence in a language, its `{places}` filled in; what strangers wrote stays on its line. */
export const words = (
  key: NoticeWord,
  locale: Locale,
  values: Record<string, string | number> = {},
): string =>
  WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => cleanLine(String(values[name] ?? place)))

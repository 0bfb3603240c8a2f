import type { Locale } from '../contract/index.ts'
import { cleanLine } from '../platform/text.ts'

type Words = Record<Locale, string>
const say = (en: string, ru: string, tg: string): Words => ({ en, ru, tg })

/** What mails and pages say to those who asked for a copy or to be forgotten. `{places}` are filled in by {@link words}. */
const WORDS = {
  taken: say(
    'If we keep anything about this address, a mail with a link is on its way to it.',
    'Если мы что-то храним об этом адресе, на него уже отправляется письмо со ссылкой.',
    'Агар мо дар бораи ин суроға чизе нигоҳ дорем, ба он мактуб бо пайванд фиристода мешавад.',
  ),
  'copy-subject': say(
    'Your copy of what we keep about you',
    'Копия того, что мы о вас храним',
    'Нусхаи он чи мо дар бораи шумо нигоҳ медорем',
  ),
  'copy-text': say(
    'Somebody, we hope you, asked for a copy of everything we keep about this address. The link leads to it. It works once, within 24 hours.',
    'Кто-то, надеемся вы, попросил копию всего, что мы храним об этом адресе. Ссылка ведёт к ней. Она работает один раз, в течение 24 часов.',
    'Касе, умедворем шумо, нусхаи ҳамаи он чизеро хост, ки мо дар бораи ин суроға нигоҳ медорем. Пайванд ба он мебарад. Он як бор, дар давоми 24 соат кор мекунад.',
  ),
  'copy-action': say('See the copy', 'Открыть копию', 'Дидани нусха'),
  'erase-subject': say(
    'Shall we forget you? Please confirm',
    'Стереть ваши данные? Подтвердите',
    'Маълумоти шуморо нест кунем? Тасдиқ кунед',
  ),
  'erase-text': say(
    'Somebody, we hope you, asked us to forget everything we keep about this address. Nothing is changed until you open the link and confirm it. It works once, within 24 hours.',
    'Кто-то, надеемся вы, попросил стереть всё, что мы храним об этом адресе. Ничего не изменится, пока вы не откроете ссылку и не подтвердите это. Она работает один раз, в течение 24 часов.',
    'Касе, умедворем шумо, хоҳиш кард, ки ҳамаи он чиро, ки мо дар бораи ин суроға нигоҳ медорем, нест кунем. То шумо пайвандро накушоед ва тасдиқ накунед, чизе тағйир намеёбад. Он як бор, дар давоми 24 соат кор мекунад.',
  ),
  'erase-action': say('Choose and confirm', 'Выбрать и подтвердить', 'Интихоб ва тасдиқ'),
  'not-you': say(
    'If it was not you, do nothing. Whoever asked learns nothing from it.',
    'Если это были не вы, ничего не делайте. Тот, кто попросил, ничего не узнает.',
    'Агар ин шумо набошед, коре накунед. Касе, ки хост, аз ин чизе намефаҳмад.',
  ),
  'done-subject': say('You are forgotten', 'Ваши данные стёрты', 'Маълумоти шумо нест карда шуд'),
  'done-text': say(
    'We have forgotten everything we kept about this address. This mail is the last one, and we forget it as soon as it has gone out.',
    'Мы стёрли всё, что хранили об этом адресе. Это письмо последнее, и мы забудем его, как только оно уйдёт.',
    'Мо ҳамаи он чиро, ки дар бораи ин суроға нигоҳ медоштем, нест кардем. Ин мактуб охирин аст ва баробари фиристода шуданаш онро ҳам фаромӯш мекунем.',
  ),
  'done-sealed': say(
    'The law may oblige us to keep a part of it as evidence for a while. Nobody can read that in public, and it is erased when it is no longer needed.',
    'Часть данных закон может обязать нас временно хранить как доказательство. Публично их никто не видит, и они будут стёрты, когда станут не нужны.',
    'Қонун метавонад моро водор кунад, ки қисми онро муддате ҳамчун далел нигоҳ дорем. Онро ба таври оммавӣ касе дида наметавонад ва вақте дигар лозим набошад, нест карда мешавад.',
  ),
  'done-again': say(
    'If you write to us again, that is a new beginning: it is kept as if you came for the first time.',
    'Если вы снова напишете нам, это будет новое начало: так, будто вы пришли впервые.',
    'Агар боз ба мо нависед, ин оғози нав аст: гӯё шумо бори аввал омадаед.',
  ),

  'page-copy': say('Your copy of what we keep', 'Копия того, что мы храним', 'Нусхаи он чи мо нигоҳ медорем'),
  'page-copy-text': say(
    'Press the button to see it. The link is used up by that; the copy can then be downloaded for 30 minutes.',
    'Нажмите кнопку, чтобы увидеть её. Ссылка после этого не работает; копию можно скачать в течение 30 минут.',
    'Барои дидани он тугмаро пахш кунед. Баъд аз он пайванд дигар кор намекунад; нусхаро дар давоми 30 дақиқа гирифтан мумкин аст.',
  ),
  'page-copy-button': say('Show me the copy', 'Показать копию', 'Нишон додани нусха'),
  'page-summary': say(
    'What we keep about you',
    'Что мы о вас храним',
    'Он чи мо дар бораи шумо нигоҳ медорем',
  ),
  'page-download-json': say('Download as JSON', 'Скачать как JSON', 'Гирифтан ҳамчун JSON'),
  'page-download-html': say(
    'Download to read (HTML)',
    'Скачать для чтения (HTML)',
    'Гирифтан барои хондан (HTML)',
  ),

  'page-erase': say('Shall we forget you?', 'Стереть ваши данные?', 'Маълумоти шуморо нест кунем?'),
  'page-erase-text': say(
    'Your name, your address and everything else we keep about you will be erased. What shall become of the texts of your comments?',
    'Ваше имя, адрес и всё остальное, что мы о вас храним, будет стёрто. Что сделать с текстами ваших комментариев?',
    'Ном, суроға ва ҳамаи чизи дигаре, ки мо дар бораи шумо нигоҳ медорем, нест карда мешавад. Бо матни шарҳҳои шумо чӣ кор кунем?',
  ),
  anonymous: say('They stay, without a name', 'Оставить без имени', 'Бе ном монанд'),
  removed: say('They are removed too', 'Тоже удалить', 'Онҳо ҳам нест карда шаванд'),
  'anonymous-hint': say(
    'Conversations stay whole. Nobody, we neither, can tell afterwards that you wrote them, so they cannot be removed later. What you tell about yourself in a text stays in it.',
    'Обсуждения останутся целыми. После этого никто, и мы тоже, не узнает, что их написали вы, поэтому удалить их позже не получится. То, что вы рассказали о себе в тексте, останется в нём.',
    'Гуфтугӯҳо пурра мемонанд. Баъд аз ин ҳеҷ кас, мо ҳам, намедонад, ки онҳоро шумо навиштаед, бинобар ин баъдтар нест кардани онҳо имкон надорад. Он чи шумо дар матн дар бораи худ гуфтаед, дар он мемонад.',
  ),
  'removed-hint': say(
    'Where others have answered, an empty place is left that says nothing.',
    'Там, где вам ответили, останется пустое место без слов.',
    'Дар ҷое, ки дигарон ҷавоб додаанд, ҷои холӣ мемонад, ки чизе намегӯяд.',
  ),
  'page-erase-button': say('Go on', 'Дальше', 'Давом додан'),
  'page-sure': say('Are you sure?', 'Вы уверены?', 'Боварӣ доред?'),
  'page-sure-text': say(
    'This cannot be undone, by us neither.',
    'Это нельзя отменить, и мы тоже не сможем.',
    'Инро бозгардондан мумкин нест, мо ҳам наметавонем.',
  ),
  'page-sure-anonymous': say(
    'You chose: the texts stay, without a name.',
    'Вы выбрали: тексты остаются без имени.',
    'Шумо интихоб кардед: матнҳо бе ном мемонанд.',
  ),
  'page-sure-removed': say(
    'You chose: the texts are removed too.',
    'Вы выбрали: тексты тоже удаляются.',
    'Шумо интихоб кардед: матнҳо ҳам нест карда мешаванд.',
  ),
  'page-sure-button': say('Yes, forget me', 'Да, стереть', 'Бале, нест кунед'),
  'page-sure-back': say('No, back to the choice', 'Нет, назад к выбору', 'Не, бозгашт ба интихоб'),
  'page-done': say('You are forgotten', 'Ваши данные стёрты', 'Маълумоти шумо нест карда шуд'),
  'page-done-text': say(
    'We have forgotten everything we kept about you. A last mail that says so is on its way.',
    'Мы стёрли всё, что хранили о вас. Последнее письмо об этом уже отправляется.',
    'Мо ҳамаи он чиро, ки дар бораи шумо нигоҳ медоштем, нест кардем. Мактуби охирин дар ин бора фиристода мешавад.',
  ),
  'page-over': say('This link is over', 'Эта ссылка больше не действует', 'Ин пайванд дигар кор намекунад'),
  'page-over-text': say(
    'It was used, or is older than 24 hours, or a part of it is missing. You can ask for a new one.',
    'Она уже использована, или ей больше 24 часов, или от неё осталась только часть. Можно попросить новую.',
    'Он истифода шудааст, ё аз 24 соат зиёд гузаштааст, ё қисми он намерасад. Шумо метавонед пайванди нав хоҳед.',
  ),
  'page-away': say(
    'Please try again in a moment',
    'Попробуйте ещё раз чуть позже',
    'Лутфан каме дертар бори дигар кӯшиш кунед',
  ),
  'page-away-text': say(
    'We could not do it just now. The link is still good.',
    'Сейчас это не получилось. Ссылка ещё действует.',
    'Ҳоло ин муяссар нашуд. Пайванд ҳанӯз кор мекунад.',
  ),

  'made-at': say('Made', 'Составлено', 'Тартиб дода шуд'),
  address: say('Address', 'Адрес', 'Суроға'),
  comments: say('Comments', 'Комментарии', 'Шарҳҳо'),
  none: say('None.', 'Нет.', 'Нест.'),
  page: say('Page', 'Страница', 'Саҳифа'),
  name: say('Name', 'Имя', 'Ном'),
  url: say('Web address', 'Веб-адрес', 'Суроғаи веб'),
  written: say('Written', 'Написано', 'Навишта шуд'),
  edited: say('Edited', 'Изменено', 'Таҳрир шуд'),
  withdrawn: say('Taken back by you', 'Отозвано вами', 'Аз ҷониби шумо гирифта шуд'),
  state: say('State', 'Состояние', 'Ҳолат'),
  pending: say('waits for a moderator', 'ждёт модератора', 'модераторро интизор аст'),
  approved: say('published', 'опубликовано', 'нашр шудааст'),
  spam: say('taken for spam', 'сочтено спамом', 'спам шуморида шуд'),
  trash: say('removed', 'удалено', 'гирифта шуд'),
  answers: say('Answers', 'Ответ на комментарий', 'Ҷавоб ба'),
  reason: say('Reason we gave you', 'Причина, которую мы вам назвали', 'Сабабе, ки ба шумо гуфтем'),
  'network-mark': say('Mark of your network', 'Метка вашей сети', 'Нишонаи шабакаи шумо'),
  kept: say(
    'kept for a while, to stop abuse; your network address itself is not',
    'хранится некоторое время против злоупотреблений; сам сетевой адрес не хранится',
    'муддате бар зидди сӯистифода нигоҳ дошта мешавад; худи суроғаи шабака нигоҳ дошта намешавад',
  ),
  subscriptions: say(
    'What you want to hear by mail',
    'О чём вы хотите узнавать по почте',
    'Дар бораи чӣ бо почта хабар гирифтан мехоҳед',
  ),
  'notify-replies': say('asks to hear of answers', 'просит сообщать об ответах', 'хабари ҷавобҳоро мехоҳад'),
  everything: say('Everything', 'Всё', 'Ҳама'),
  asked: say('Asked by us', 'Мы спросили', 'Мо пурсидем'),
  confirmed: say('Confirmed by you', 'Вы подтвердили', 'Шумо тасдиқ кардед'),
  stopped: say('Stopped by you', 'Вы отказались', 'Шумо қатъ кардед'),
  links: say(
    'Links in mails to you that still work',
    'Действующие ссылки из писем вам',
    'Пайвандҳои корӣ аз мактубҳо ба шумо',
  ),
  until: say('until', 'до', 'то'),
  told: say(
    'What you were or will be told',
    'О чём вам сообщили или сообщат',
    'Он чи ба шумо гуфта шуд ё мешавад',
  ),
  mails: say('Mails to you', 'Письма вам', 'Мактубҳо ба шумо'),
  'mails-hint': say(
    'Their text is forgotten once they have gone out; that they were sent is kept for {days}.',
    'Их текст забывается, как только они уходят; о том, что они были отправлены, помним {days}.',
    'Матни онҳо баробари фиристодан фаромӯш мешавад; он ки фиристода шуданд, {days} дар ёд мемонад.',
  ),
  reports: say('Reports', 'Жалобы', 'Шикоятҳо'),
  'reports-text': say(
    'Reports of comments are not linked to an address, so none can be listed here.',
    'Жалобы на комментарии не связаны с адресом, поэтому здесь их нет.',
    'Шикоятҳо аз шарҳҳо ба суроға вобаста нестанд, бинобар ин дар ин ҷо нишон дода намешаванд.',
  ),
  gone: say('a page that is not there any more', 'страница, которой больше нет', 'саҳифае, ки дигар нест'),
  anybody: say('somebody without a name', 'кто-то без имени', 'касе бе ном'),
} satisfies Record<string, Words>

export type PrivacyWord = keyof typeof WORDS

/** A sentence in a language, its `{places}` filled in. */
export const words = (
  key: PrivacyWord,
  locale: Locale,
  values: Record<string, string | number> = {},
): string =>
  WORDS[key][locale].replace(/\{(\w+)\}/g, (place, name: string) => cleanLine(String(values[name] ?? place)))

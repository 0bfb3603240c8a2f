import { say } from './say.ts'

/** Comments, the desk and threats. */
export const COMMENTS = {
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
  'needs-akismet-key': say(
    'Akismet cannot be asked without its key. Write it here, or switch Akismet off.',
    'Akismet без ключа не спросить. Впишите его сюда или выключите Akismet.',
    'Аз Akismet бе калидаш пурсидан мумкин нест. Онро ин ҷо нависед ё Akismet-ро хомӯш кунед.',
  ),
  'needs-check-address': say(
    'Your service cannot be asked without its address. Write it here, or switch the check off.',
    'Вашу службу без адреса не спросить. Впишите его сюда или выключите проверку.',
    'Аз хизмати шумо бе суроғааш пурсидан мумкин нест. Онро ин ҷо нависед ё санҷишро хомӯш кунед.',
  ),
}

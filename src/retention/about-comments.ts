import { SAME_TEXT_DAYS } from '../spam/rules.ts'
import type { Rule } from './rules.ts'
import { say, term } from './say.ts'

/** What comes with a comment, and lies beside it. */
export const ABOUT_COMMENTS: readonly Rule[] = [
  {
    id: 'published',
    what: say(
      'Comments: name, website, text and time, as everybody sees them',
      'Комментарии: имя, сайт, текст и время, как их видят все',
      'Шарҳҳо: ном, сомона, матн ва вақт, чунон ки ҳама мебинанд',
    ),
    why: say(
      'They are what readers wanted to say in public.',
      'Это то, что читатели хотели сказать публично.',
      'Ин он чизест, ки хонандагон мехостанд ошкоро бигӯянд.',
    ),
    lasts: {
      while: say(
        'until the writer or a moderator takes the comment away',
        'пока автор или модератор не уберёт комментарий',
        'то он даме ки муаллиф ё модератор шарҳро гирад',
      ),
    },
    index: null,
  },
  {
    id: 'address',
    what: say(
      'The e-mail address left with a comment, encrypted',
      'Адрес почты, оставленный с комментарием, в зашифрованном виде',
      'Суроғаи почтае, ки бо шарҳ монда шудааст, дар шакли рамзгузоришуда',
    ),
    why: say(
      'To send the writer the mail they asked for, and to know comments of one writer from those of others. It is never shown to readers.',
      'Чтобы отправить автору письма, о которых он просил, и отличать комментарии одного автора от других. Читателям он никогда не показывается.',
      'Барои фиристодани мактубҳое, ки муаллиф хостааст, ва барои фарқ кардани шарҳҳои як муаллиф аз дигарон. Он ба хонандагон ҳеҷ гоҳ нишон дода намешавад.',
    ),
    lasts: {
      while: say(
        'as long as the comment; less where its writer asks for erasure',
        'столько же, сколько комментарий; меньше, если автор попросит удалить',
        'то даме ки шарҳ ҳаст; камтар, агар муаллиф нест карданро хоҳад',
      ),
    },
    index: null,
  },
  {
    id: 'removed',
    what: say(
      'Text, name, website and address of comments in spam and trash',
      'Текст, имя, сайт и адрес комментариев в спаме и корзине',
      'Матн, ном, сомона ва суроғаи шарҳҳо дар спам ва сабад',
    ),
    why: say(
      'So that a mistake of ours can be put right.',
      'Чтобы мы могли исправить свою ошибку.',
      'То ки хатои худро ислоҳ карда тавонем.',
    ),
    lasts: term('removedDays', 15, 1, 365),
    index: 'comments (status, removedAt, id)',
  },
  {
    id: 'network',
    what: say(
      'A mark of the network a comment came from; the network address itself is not kept',
      'Метка сети, из которой пришёл комментарий; сам сетевой адрес не хранится',
      'Нишонаи шабакае, ки шарҳ аз он омадааст; худи суроғаи шабакавӣ нигоҳ дошта намешавад',
    ),
    why: say('To stop floods of spam.', 'Чтобы останавливать потоки спама.', 'Барои боздоштани сели спам.'),
    lasts: term('networkDays', 30, 1, 90),
    index: 'comment-private (network)',
  },
  {
    id: 'report-network',
    what: say(
      'The same mark beside a report about a comment',
      'Такая же метка при жалобе на комментарий',
      'Ҳамин гуна нишона дар назди шикоят аз шарҳ',
    ),
    why: say(
      'So that nobody can bury a comment under reports.',
      'Чтобы никто не мог завалить комментарий жалобами.',
      'То ки касе шарҳро зери шикоятҳо гӯр карда натавонад.',
    ),
    lasts: term('networkDays', 30, 1, 90),
    index: 'reports (network)',
  },
  {
    id: 'text-mark',
    what: say(
      'A mark of the text of a comment, equal for texts of the same words',
      'Метка текста комментария, одинаковая для текстов из тех же слов',
      'Нишонаи матни шарҳ, ки барои матнҳои аз ҳамон калимаҳо якхела аст',
    ),
    why: say(
      'To notice a text that is sent again and again.',
      'Чтобы замечать текст, который присылают снова и снова.',
      'Барои пай бурдани матне, ки такрор ба такрор фиристода мешавад.',
    ),
    lasts: { days: SAME_TEXT_DAYS },
    index: 'comment-private (textMark)',
  },
  {
    id: 'notices',
    what: say(
      'What the writer of a comment was told about it by mail: a mark of the address, the time and the reason a moderator gave',
      'О чём автору комментария сообщили по почте: метка адреса, время и причина, которую назвал модератор',
      'Он чӣ ба муаллифи шарҳ бо почта хабар дода шуд: нишонаи суроға, вақт ва сабабе, ки модератор гуфт',
    ),
    why: say(
      'So that nobody is told the same twice.',
      'Чтобы не сообщать одно и то же дважды.',
      'То ки як чиз ду бор хабар дода нашавад.',
    ),
    lasts: {
      while: say(
        'as long as the comment; less where its writer asks for erasure',
        'столько же, сколько комментарий; меньше, если автор попросит удалить',
        'то даме ки шарҳ ҳаст; камтар, агар муаллиф нест карданро хоҳад',
      ),
    },
    index: null,
  },
  {
    id: 'reports',
    what: say(
      'What readers report about a comment: the reason and their words, nothing of who they are',
      'На что жалуются читатели: причина и их слова, но не то, кто они',
      'Он чи хонандагон аз шарҳ шикоят мекунанд: сабаб ва суханашон, на кистии онҳо',
    ),
    why: say(
      'So that a moderator can look at the comment.',
      'Чтобы модератор посмотрел на комментарий.',
      'То ки модератор ба шарҳ нигарад.',
    ),
    lasts: {
      while: say('as long as the comment', 'столько же, сколько комментарий', 'то даме ки шарҳ ҳаст'),
    },
    index: null,
  },
]

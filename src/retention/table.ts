import { ABOUT_COMMENTS } from './about-comments.ts'
import type { Rule } from './rules.ts'
import { say, term } from './say.ts'

/**
 * Everything that is kept about readers, why and how long: the nightly job, the settings, the page of the panel and the
 * privacy text of the site are made from this table. A new kind of data is a row here, or in `about-comments.ts`.
 */
export const RULES: readonly Rule[] = [
  ...ABOUT_COMMENTS,
  {
    id: 'confirmed',
    what: say(
      'Which mail the owner of an address wants or has stopped',
      'Какие письма владелец адреса хочет получать или отменил',
      'Соҳиби суроға кадом мактубҳоро мехоҳад ё боздоштааст',
    ),
    why: say('To keep to it.', 'Чтобы этого придерживаться.', 'То ки ба он риоя кунем.'),
    lasts: {
      while: say(
        'until its owner asks for erasure',
        'пока владелец не попросит удалить',
        'то он даме ки соҳибаш нест карданро хоҳад',
      ),
    },
    index: null,
  },
  {
    id: 'unconfirmed',
    what: say(
      'Questions by mail that nobody answered: whether an address is theirs and wants mail',
      'Вопросы по почте без ответа: чей это адрес и нужны ли письма',
      'Саволҳои почтавии беҷавоб: оё суроға аз они касест ва мактуб мехоҳад',
    ),
    why: say(
      'To ask once, not with every comment.',
      'Чтобы спрашивать один раз, а не с каждым комментарием.',
      'То ки як бор пурсем, на бо ҳар шарҳ.',
    ),
    lasts: term('unconfirmedDays', 7, 1, 30),
    index: 'consents (askedAt), notices (createdAt)',
  },
  {
    id: 'reader-links',
    what: say(
      'Links in mail to readers, as a digest',
      'Ссылки в письмах читателям, в виде отпечатка',
      'Пайвандҳо дар мактубҳо ба хонандагон, дар шакли изи рақамӣ',
    ),
    why: say(
      'To know a link again when it is opened.',
      'Чтобы узнать ссылку, когда её откроют.',
      'То ки пайвандро ҳангоми кушодан шиносем.',
    ),
    lasts: {
      while: say(
        'until the day each link ends',
        'до срока действия каждой ссылки',
        'то рӯзи анҷоми ҳар пайванд',
      ),
    },
    index: 'reader-links (expiresAt)',
  },
  {
    id: 'mails',
    what: say(
      'That a mail was sent and what became of it; address and contents only until it has gone out, encrypted',
      'Что письмо отправлено и что с ним стало; адрес и содержание только до отправки, в зашифрованном виде',
      'Ки мактуб фиристода шуд ва бо он чӣ шуд; суроға ва мазмун танҳо то фиристодан, рамзгузоришуда',
    ),
    why: say(
      'To find out why a mail did not arrive.',
      'Чтобы выяснить, почему письмо не дошло.',
      'Барои донистани он ки чаро мактуб нарасид.',
    ),
    lasts: term('mailDays', 30, 1, 365),
    index: 'mails (createdAt)',
  },
  {
    id: 'deliveries',
    what: say(
      'What other programs of this site were told: comments as everybody saw them',
      'Что было сообщено другим программам сайта: комментарии, как их видели все',
      'Он чӣ ба барномаҳои дигари сомона хабар дода шуд: шарҳҳо, чунон ки ҳама медиданд',
    ),
    why: say(
      'To send again what did not arrive.',
      'Чтобы отправить ещё раз то, что не дошло.',
      'Барои аз нав фиристодани он чӣ нарасид.',
    ),
    lasts: term('deliveryDays', 30, 1, 365),
    index: 'deliveries (createdAt)',
  },
  {
    id: 'audit',
    what: say(
      'Who of the staff moved which comment, when and why; no text of it',
      'Кто из редакции и когда переместил комментарий и почему; без его текста',
      'Кадом корманд кадом шарҳро кай ва чаро кӯчонд; бе матни он',
    ),
    why: say(
      'So that decisions can be explained and checked.',
      'Чтобы решения можно было объяснить и проверить.',
      'То ки қарорҳоро шарҳ додан ва санҷидан мумкин бошад.',
    ),
    lasts: term('auditDays', 730, 30, 3650),
    index: 'audit (createdAt)',
  },
  {
    id: 'ledger',
    what: say(
      'Marks of requests, so that the same comment is not kept twice and nobody floods the site',
      'Метки запросов, чтобы один комментарий не сохранялся дважды и никто не засыпал сайт',
      'Нишонаҳои дархостҳо, то як шарҳ ду бор нигоҳ дошта нашавад ва касе сомонаро пур накунад',
    ),
    why: say(
      'They tell nothing about anybody and are needed for hours.',
      'Они никого не описывают и нужны несколько часов.',
      'Онҳо дар бораи касе чизе намегӯянд ва чанд соат лозиманд.',
    ),
    lasts: { days: 1 },
    index: 'ledger (expiresAt)',
  },
  {
    id: 'privacy-requests',
    what: say(
      'What an address asked for here, copy or erasure, and the address itself, encrypted',
      'О чём здесь попросили от имени адреса, копия или удаление, и сам адрес в зашифрованном виде',
      'Он чи аз номи суроға хоста шуд, нусха ё нест кардан, ва худи суроға дар шакли рамзгузоришуда',
    ),
    why: say('To answer by mail.', 'Чтобы ответить письмом.', 'Барои ҷавоб додан бо мактуб.'),
    lasts: { days: 1 },
    // Forgotten by src/privacy/store.ts, once an hour.
    index: 'privacy-requests (expiresAt)',
  },
  {
    id: 'erasures',
    what: say(
      'That the comments of an address were erased: a mark of the address, not the address',
      'То, что комментарии адреса удалены: метка адреса, не сам адрес',
      'Он ки шарҳҳои суроға нест карда шуданд: нишонаи суроға, на худи он',
    ),
    why: say(
      'So that a restored backup does not bring back what was erased.',
      'Чтобы восстановленная копия базы не вернула удалённое.',
      'То ки нусхаи барқароршуда он чи нест шудаастро барнагардонад.',
    ),
    lasts: {
      while: say(
        'as long as this site, since backups may be',
        'пока существует сайт, ведь могут быть и резервные копии',
        'то даме ки сомона ҳаст, зеро нусхаҳои эҳтиётӣ буда метавонанд',
      ),
    },
    index: null,
  },
  {
    id: 'spam-model',
    what: say(
      'How often words stood in comments that were approved, and in spam; not who wrote them',
      'Как часто слова встречались в одобренных комментариях и в спаме; не то, кто их написал',
      'Калимаҳо дар шарҳҳои тасдиқшуда ва дар спам чанд бор буданд; на он ки кӣ навишт',
    ),
    why: say('To know spam again.', 'Чтобы узнавать спам.', 'Барои шинохтани спам.'),
    lasts: {
      while: say(
        'until other words take their place',
        'пока их место не займут другие слова',
        'то он даме ки калимаҳои дигар ҷояшонро гиранд',
      ),
    },
    index: null,
  },
  {
    id: 'spam-lessons',
    what: say(
      'Of which comments these words were learned, as what, and a mark of their text',
      'Из каких комментариев взяты эти слова, как что, и метка их текста',
      'Ин калимаҳо аз кадом шарҳҳо ва ҳамчун чӣ омӯхта шуданд, ва нишонаи матни онҳо',
    ),
    why: say(
      'So that a decision that is changed can be unlearned.',
      'Чтобы забыть усвоенное, когда решение меняется.',
      'То ки ҳангоми тағйири қарор омӯхташуда фаромӯш карда шавад.',
    ),
    lasts: {
      while: say('as long as the comment', 'столько же, сколько комментарий', 'то даме ки шарҳ ҳаст'),
    },
    index: null,
  },
  {
    id: 'threats',
    what: say(
      'Comments that threaten somebody, with everything they came with, encrypted',
      'Комментарии с угрозами, со всем, с чем они пришли, в зашифрованном виде',
      'Шарҳҳое, ки касеро таҳдид мекунанд, бо ҳама он чи бо онҳо омад, рамзгузоришуда',
    ),
    why: say(
      'As evidence, to protect the person who was threatened.',
      'Как доказательство, чтобы защитить того, кому угрожали.',
      'Ҳамчун далел, барои ҳифзи касе, ки таҳдид шудааст.',
    ),
    lasts: {
      while: say(
        'until an administrator releases them, with a reason',
        'пока администратор не снимет их с хранения, указав причину',
        'то он даме ки маъмур онҳоро бо сабаб озод кунад',
      ),
    },
    index: null,
  },
]

import type { SpamRules } from '../spam/rules.ts'
import type { Rule } from './rules.ts'
import { say } from './say.ts'

const AKISMET: Rule = {
  id: 'akismet',
  what: say(
    'Name, web address, text and language of a comment are sent to Akismet (Automattic, USA) when it is written or changed; no e-mail address and no network address',
    'Имя, веб-адрес, текст и язык комментария отправляются в Akismet (Automattic, США), когда его пишут или меняют; адрес почты и сетевой адрес не отправляются',
    'Ном, суроғаи веб, матн ва забони шарҳ ҳангоми навиштан ё тағйир додан ба Akismet (Automattic, ИМА) фиристода мешаванд; суроғаи почта ва суроғаи шабакавӣ фиристода намешаванд',
  ),
  why: say('To know spam.', 'Чтобы узнавать спам.', 'Барои шинохтани спам.'),
  lasts: {
    while: say(
      'how long there, Akismet decides',
      'сколько там, решает Akismet',
      'дар он ҷо то кай, Akismet муайян мекунад',
    ),
  },
  index: null,
}

const SITE_CHECK: Rule = {
  id: 'site-check',
  what: say(
    'Name, web address, text, language and page of a comment are sent to a service that this site has chosen when it is written or changed; no e-mail address and no network address',
    'Имя, веб-адрес, текст, язык и страница комментария отправляются службе, которую выбрал этот сайт, когда его пишут или меняют; адрес почты и сетевой адрес не отправляются',
    'Ном, суроғаи веб, матн, забон ва саҳифаи шарҳ ҳангоми навиштан ё тағйир додан ба хадамоте фиристода мешаванд, ки ин сомона интихоб кардааст; суроғаи почта ва суроғаи шабакавӣ фиристода намешаванд',
  ),
  why: say(
    'To find what must not be published.',
    'Чтобы находить то, что не следует публиковать.',
    'Барои ёфтани он чи набояд нашр шавад.',
  ),
  lasts: {
    while: say(
      'how long there, that service decides',
      'сколько там, решает эта служба',
      'дар он ҷо то кай, он хадамот муайян мекунад',
    ),
  },
  index: null,
}

const isAsked = (one: object | 'unusable' | null) => one !== null && one !== 'unusable'

/** What leaves this server about readers, by the settings of the checks for spam: nothing, unless they say so. */
export const rulesOutside = ({ akismet, siteCheck }: Pick<SpamRules, 'akismet' | 'siteCheck'>): Rule[] => [
  ...(isAsked(akismet) ? [AKISMET] : []),
  ...(isAsked(siteCheck) ? [SITE_CHECK] : []),
]

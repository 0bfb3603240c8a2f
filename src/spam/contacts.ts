import { LinkifyIt } from 'linkify-it'

import { plainShape } from './lookalikes.ts'
import { remembered } from './remembered.ts'

/** Where a text wants its readers to go. */
export type Contacts = {
  /** Web addresses, each place named once. */
  addresses: number
  /** Hosts of those that hide where they lead or lead into a private talk: shorteners, messengers, `casino[.]com`. */
  veiled: string[]
  /** `@channel` handles and telephone numbers beside the name of a messenger. */
  handles: number
  /** Links written as HTML or BBCode, which forms of this site never take. */
  markup: number
  phones: number
  /** Whether it asks readers into a private talk: “write me on Telegram”. */
  isInviting: boolean
  /** The text without them, for those who read words. */
  rest: string
}

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false })
linkify.tlds(
  'tj ru uz kg kz ir af tr uk us eu io me app site online shop store club top xyz bet win vip fun live pro info biz link click space website icu cc to gg ly example'.split(
    ' ',
  ),
  true,
)

/** Where links hide what they lead to, and where private talks begin. */
const VEILED_HOSTS =
  't\\.me|telegram\\.(?:me|dog)|wa\\.me|(?:chat|api)\\.whatsapp\\.com|bit\\.ly|tinyurl\\.com|goo\\.gl|is\\.gd|cutt\\.ly|clck\\.ru|vk\\.cc|t\\.co|ow\\.ly|rb\\.gy|shorturl\\.at|t\\.ly|rebrand\\.ly|taplink\\.cc|linktr\\.ee|u\\.to|v\\.gd|surl\\.li|goo\\.su|tiny\\.cc|discord\\.gg|imo\\.im|onlyfans\\.com'
// Also by itself, since a host of one letter is no address to linkify-it without its scheme.
const VEILED = new RegExp(
  `(?:https?://)?(?<![\\p{L}\\p{N}.-])(?:${VEILED_HOSTS})(?![\\p{L}\\p{N}.-])(?:/[^\\s,]*)?`,
  'giu',
)

/** `casino [dot] com`, `kazino точка ру`, `t . me / kanal`: a dot in words, or set apart, before a known ending. */
const SPELLED =
  /([\p{L}\p{N}-]{1,40})\s*(?:[[({<]\s*(?:dot|точка|нуқта|нукта|\.)\s*[\])}>]|\s(?:dot|точка|нуқта|нукта)\s|\s\.\s|(?<=\s)\.|\.\s(?=(?:com|net|org|ru|tj|me|top|xyz|bet|win|online|site|club|info)\b))\s*(com|net|org|ru|tj|me|top|xyz|bet|win|online|site|club|shop|info|biz|ру|ком|тҷ|тч)(?![\p{L}\p{N}])/giu

const MARKUP = /\[(?:url|link)\b|<a\s+href|\]\(https?:/giu
const HANDLE = /(?<![\p{L}\p{N}.@/])@[a-z][a-z0-9_]{3,31}(?![\p{L}\p{N}@.])/giu
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,13}(?!\d)/gu
const MESSENGERS = `(?:what'?s ?app|wh?at?sap|vats?ap|telegram+|telega|viber|imo|signal|wechat|tg|ватс?ап\\p{L}*|вацап\\p{L}*|вотс?ап\\p{L}*|уотсап\\p{L}*|телег\\p{L}{1,6}|вайбер\\p{L}*|имо|лс)`
const MESSENGER = new RegExp(`(?<!\\p{L})${MESSENGERS}(?!\\p{L})`, 'iu')

/** What asks readers to turn to somebody apart from everybody else, in the words of three languages. */
const TURN_TO =
  '(?:write|text|message|contact|add|reach|send|join|ping|call|пиши\\p{L}*|напиши\\p{L}*|обращай\\p{L}*|добавляй\\p{L}*|звони\\p{L}*|отправ\\p{L}*|присыла\\p{L}*|подробност\\p{L}*|навис\\p{L}*|фирист\\p{L}*|занг|муро[ҷч]иат|тамос|маълумот\\p{L}*)'
const APART = `(?:${MESSENGERS}|личк\\p{L}*|директ|direct|inbox|dm|pm)`
const BETWEEN = '(?:[^\\p{L}.!?\\n]+\\p{L}+){0,4}[^\\p{L}.!?\\n]+'
/** The one near the other, in either order: Tajik puts the verb last. */
const INVITE = new RegExp(
  `(?<!\\p{L})(?:${TURN_TO}${BETWEEN}${APART}|${APART}${BETWEEN}${TURN_TO})(?!\\p{L})`,
  'iu',
)

/** What is to be seen of contacts in a text. An honest text has some, too: the law it quotes, the number of a help line. */
export const contactsIn = remembered((text): Contacts => {
  const shaped = plainShape(text)
  const places = new Set<string>()
  const veiled: string[] = []
  let rest = shaped
  const named = (written: string) => written.replace(/^(?:[a-z]+:)?\/\/(?:www\.)?/, '').replace(/\/$/, '')
  for (const [written] of shaped.matchAll(VEILED)) {
    rest = rest.replace(written, ' ')
    places.add(named(written))
    veiled.push(named(written).split('/')[0]!)
  }
  for (const { url, raw } of linkify.match(rest) ?? []) {
    if (raw.startsWith('mailto:')) continue
    rest = rest.replace(raw, ' ')
    places.add(named(url))
  }
  for (const [written, host, ending] of rest.matchAll(SPELLED)) {
    rest = rest.replace(written, ' ')
    places.add(`${host}.${ending}`)
    veiled.push(`${host}[.]${ending}`)
  }
  const phones = rest.match(PHONE)?.length ?? 0
  const hasMessenger = MESSENGER.test(rest)
  const handles = (rest.match(HANDLE)?.length ?? 0) + (phones && hasMessenger ? 1 : 0)
  const markup = shaped.match(MARKUP)?.length ?? 0
  const isInviting = INVITE.test(rest)
  return {
    addresses: places.size,
    veiled,
    handles,
    markup,
    phones,
    isInviting,
    rest: rest.replace(HANDLE, ' '),
  }
})

/** Whether it names any place or person to turn to. */
export const hasContact = ({ addresses, handles, markup, phones }: Contacts) =>
  addresses + handles + markup + phones > 0

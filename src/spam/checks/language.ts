import type { Locale } from '../../contract/index.ts'
import type { Check } from '../check.ts'
import { plainWords } from '../lookalikes.ts'

/** Fewer letters tell no language. */
const FEWEST_LETTERS = 25
const FEWEST_OF_UNKNOWN = 60

/** Scripts we can name; whatever is not among them is `Zzzz`, unknown (ISO 15924). */
const SCRIPTS = {
  Cyrl: /\p{Script=Cyrillic}/gu,
  Latn: /\p{Script=Latin}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hani: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hang: /\p{Script=Hangul}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Geor: /\p{Script=Georgian}/gu,
}

const set = (words: string) => new Set(words.split(' '))

/** Common words as `plain` of src/platform/words.ts writes them. */
const TAJIK = set(
  'ва дар аз ба бо барои ин он хам то ки як мо шумо ман худ аст хаст нест бояд мешавад карда кунед хамаи чи чаро агар вале аммо дорад шуд буд нав хеле бисёр занон зан точикистон рахмат ташаккур бисер',
)
const RUSSIAN = set(
  'и в не на что это как но с по для из за от к же бы у мы вы он она они его ее их так все уже если или еще нет да только очень когда где есть был была было быть меня мне вам вас нам нас себя',
)
const ENGLISH = set(
  'the of and to in is that for on with as was it be are at from this have not you your we our they i my but or if so what how very all can will would about there when who do more has been',
)
/** Russian and Tajik in Latin letters, as many type them on a telephone. */
const IN_LATIN = set(
  'va dar az ba bo baroi in on ham to ki yak mo shumo man khud xud ast hast nest boyad meshavad karda kuned hama chi chi agar vale ammo dorad shud bud kheli xele bisyor zan zanon tojikiston rahmat tashakkur i v ne na chto eto kak no s po dlya iz za ot k zhe u my vy ya on ona oni tak vse uzhe esli ili esche eshe net da tolko ochen kogda gde est byl byla nado spasibo nas vas mne ochen sho budet mojet xorosho horosho odin tut ladno mi vi',
)

function languageOf(body: string): Locale | 'other' | null {
  const counts = { tg: 0, ru: 0, en: 0, latin: 0 }
  for (const plain of plainWords(body)) {
    if (TAJIK.has(plain)) counts.tg += 1
    if (RUSSIAN.has(plain)) counts.ru += 1
    if (ENGLISH.has(plain)) counts.en += 1
    if (IN_LATIN.has(plain)) counts.latin += 1
  }
  if (scriptOf(body) === 'Latn') {
    if (counts.en >= 2 && counts.en > counts.latin) return 'en'
    return counts.latin || counts.en || body.length < FEWEST_OF_UNKNOWN ? null : 'other'
  }
  const ofTajik = counts.tg + (body.match(/[ғӣқӯҳҷ]/giu)?.length ?? 0)
  const ofRussian = counts.ru + (body.match(/[ыщ]/giu)?.length ?? 0)
  if (ofTajik > 2 * ofRussian && ofTajik >= 2) return 'tg'
  if (ofRussian > 2 * ofTajik && ofRussian >= 2) return 'ru'
  return null
}

/** The script most letters are of, if most are of one. */
function scriptOf(body: string): keyof typeof SCRIPTS | 'Zzzz' | null {
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  for (const [name, pattern] of Object.entries(SCRIPTS))
    if ((body.match(pattern)?.length ?? 0) > letters * 0.6) return name as keyof typeof SCRIPTS
  return letters && !/[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(body) ? 'Zzzz' : null
}

/**
 * A language nobody expects under this article. Never spam: neighbours, guests and people with another keyboard write,
 * too. Latin letters may be Russian or Tajik and pass; Persian in its own letters is likely here and waits for
 * somebody who reads it. Detail: a language, or a script of ISO 15924.
 */
export const language: Check = ({ body }, { expected }) => {
  const script = scriptOf(body)
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  const hold = (detail: string) => ({ verdict: 'hold' as const, reason: 'language' as const, detail })
  // One sign of Chinese is a word.
  if (script && script !== 'Cyrl' && script !== 'Latn')
    return letters >= (script === 'Hani' ? 6 : FEWEST_LETTERS) ? hold(script) : null
  if (letters < FEWEST_LETTERS || !script) return null
  const language = languageOf(body)
  if (language === 'other') return hold(script)
  return language && expected.length && !expected.includes(language) ? hold(language) : null
}

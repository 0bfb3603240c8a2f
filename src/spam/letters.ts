/**
 * Letters that look like another one, for the three scripts in which names and words are forged here: Cyrillic with
 * Tajik's letters, Greek, Latin, and those of others that are drawn as Latin ones are. A choice from Unicode's
 * confusables.txt (UTS #39, security mechanisms), in lower case; capitals that look alike count as well, since whoever
 * forges chooses the case: В and B, Н and H.
 */
export type Letters = Readonly<Record<string, string>>

/** `аa Ηh ыbl`: of each, the first letter looks like the rest. */
const pairs = (written: string): Letters =>
  Object.fromEntries(
    written.split(' ').map((pair) => {
      const [letter = '', ...like] = [...pair]
      return [letter, like.join('')]
    }),
  )

export const CYRILLIC_TO_LATIN = pairs(
  'аa вb сc ԁd еe ёe ҽe ԍg һh нh іi їi ꙇi јj кk ӏl мm оo рp ԛq ѕs тt уy ѵv ԝw ѡw хx қk ҳx ӯy үy',
)

/** Near enough for a name; a word of a list is not put together from them, since рынок is not meant as `pblhok`. */
export const NEARLY_LATIN = pairs(
  'гr ґr ӷr ьb ыbl юlo ӕae ҫc ҿe ңh ҥh ӈh ӊh ҝk ҟk ҡk ӄk ԟk ѳo өo ҏp ҭt ӽx ӿx ұy',
)

export const LATIN_TO_CYRILLIC = pairs('aа bв cс eе hн iі kк mм oо pр tт uи xх yу nп rг jј sѕ')

/** Letters of other scripts, and Latin ones that are nothing but a shape of another. A capital here is unlike its small one. */
export const OTHERS_TO_LATIN = pairs(
  [
    'αa βb γy εe ζz ηn Ηh ιi κk μm νv Νn οo ρp σo τt υy χx ϝf ϳj', // Greek
    'օo սu հh ոn ռn ցg գq զq աw քf Տs', // Armenian
    'Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮐg ᏻg Ꮋh Ꮒh Ꭵi Ꭻj Ꮶk Ꮮl Ꮇm Ꮲp Ꭱr Ꮢr Ꮪs Ꮥs Ꭲt Ꮩv Ꮃw Ꮤw Ꭹy Ꮍy Ꮓz', // Cherokee
    'ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz', // Lisu
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz', // small capitals
    'ıi ɑa ɡg ɩi ɣy ɯw ʋu ʝj ǀl ꬲe ꬵf ꭇr ꭎu ꭚy', // shapes
    'øo łl đd ħh ŧt ƀb ƒf ɇe ɨi ɉj ɍr ʉu ɏy ƶz', // with a stroke
  ].join(' '),
)

/** Tajik letters, and like ones of other languages, as their Russian neighbours. */
export const TO_RUSSIAN = pairs('ғг қк ҳх ҷч ҹч ӌч ҙз ӡз')

/** Digits and signs that stand for a letter, if letters are around: Latin first, Cyrillic second. */
export const SIGNS: Readonly<Record<string, [latin: string, cyrillic: string]>> = {
  '0': ['o', 'о'],
  '1': ['i', 'і'],
  '3': ['e', 'з'],
  '4': ['a', 'ч'],
  '5': ['s', 'ѕ'],
  '6': ['b', 'б'],
  '@': ['a', 'а'],
  $: ['s', 'ѕ'],
}

import { COMMON_PASSWORDS } from './common-passwords.ts'

/** In characters as people count them (code points). */
export const SHORTEST = 12
export const LONGEST = 128

/** What is wrong with a password. */
export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal'

const LIKE: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '3': 'e', $: 's', '5': 's', '!': 'i', '1': 'i', '7': 't' } // prettier-ignore
const TAJIK: Record<string, string> = { ғ: 'г', қ: 'к', ҳ: 'х', ҷ: 'ч', ӣ: 'и', ӯ: 'у', ё: 'е' }
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю'
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

/** Without what makes no password harder to guess: case, the other width of letters, gaps, Tajik marks. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/[ғқҳҷӣӯё]/g, (sign) => TAJIK[sign]!)

/** With signs that stand for letters read as these. */
const alike = (text: string) => text.replace(/[@4035$!17]/g, (sign) => LIKE[sign]!)

/** A Russian word as it comes out where the keyboard was left in English. */
const onOtherKeys = (text: string) =>
  text.replace(/[а-яё]/g, (sign) => LATIN_KEYS[CYRILLIC_KEYS.indexOf(sign)] ?? sign)

const common = new Set(
  COMMON_PASSWORDS.map(plain).flatMap((one) => [one, alike(one), onOtherKeys(one), alike(onOtherKeys(one))]),
)

/** What is left without digits and signs before and after. */
const core = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** The shortest piece of which a text is repetitions. */
const pieceOf = (text: string) => text.slice(0, (text + text).indexOf(text, 1))

function isCommon(password: string): boolean {
  const text = plain(password)
  const forms = [text, pieceOf(text), core(text), pieceOf(core(text))]
  if ([...pieceOf(text)].length <= 3) return true
  return forms.some((form) => common.has(form) || common.has(alike(form)))
}

/** Whether little more than a name or an address stands in it. */
function isPersonal(password: string, person: { name?: string; email?: string }): boolean {
  const [local = '', host = ''] = plain(person.email ?? '').split('@')
  const words = [plain(person.email ?? ''), plain(person.name ?? ''), ...(person.name ?? '').split(/\s+/).map(plain), local, ...local.split('.'), ...host.split('.')] // prettier-ignore
  const known = words.filter((word) => [...word].length >= 3).sort((a, b) => b.length - a.length)
  const text = plain(password)
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && [...rest.replace(/[^\p{L}]/gu, '')].length < 6
}

/**
 * Whether a password may be set, by its length and by how easily it is guessed; not by kinds of signs, which make passwords
 * that are hard to remember and easy to guess (NIST SP 800-63B, 5.1.1.2).
 * @returns null where it may
 */
export function faultOf({
  password,
  person,
}: {
  password: string
  person: { name?: string; email?: string }
}): PasswordFault | null {
  const length = [...password].length
  if (length < SHORTEST) return 'password-short'
  if (length > LONGEST) return 'password-long'
  if (isCommon(password)) return 'password-common'
  return isPersonal(password, person) ? 'password-personal' : null
}

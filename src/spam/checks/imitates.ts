import { toSlug } from '../../platform/text.ts'
import type { Check } from '../check.ts'
import { skeletonOf } from '../lookalikes.ts'
import { remembered } from '../remembered.ts'

/** Names of an office. Whoever holds it has a mark beside their name and needs no word for it. */
const OFFICES = skeletons(
  'admin administrator administration moderator editor editors redaktor redaksiya redakciya support staff newsroom webmaster root system ' +
    'админ администратор администрация модератор модерация редактор редакция редколлегия поддержка техподдержка саппорт ' +
    'муҳаррир муҳаррирон муҳаррири маъмур маъмури маъмурият идоракунанда дастгирӣ таҳририя таҳририят идораи muharrir',
)
/** What stands beside an office without making a person of it. */
const BESIDE = skeletons(
  'the of site official team bot ovoz овоз сайт сайта сайти сомона сомонаи сомонаҳо официальный официально команда бот служба служба ' +
    'расмӣ гурӯҳи хадамоти дастаи chief главный главная сармуҳаррир bosh service desk help здесь и ва',
)

function skeletons(words: string) {
  return new Set(words.split(' ').map(skeletonOf))
}

const wordsOf = (skeleton: string) => skeleton.split(' ').filter((word) => !/^\p{N}+$/u.test(word))

function isOffice(name: string) {
  const words = wordsOf(skeletonOf(name.replace(/\p{N}+(?!\p{L})/gu, '')))
  return (
    words.some((word) => OFFICES.has(word)) && words.every((word) => OFFICES.has(word) || BESIDE.has(word))
  )
}

/** Names of a newsroom: each is read once, and not again for every comment. */
const MOST_NAMES = 2000

/** The words of a name, as they look and as they sound. */
const shapesOf = remembered(
  (name) => [skeletonOf(name).split(' '), toSlug(name).split('-')].map((words) => words.filter(Boolean)),
  MOST_NAMES,
)

/** All words of a name of two or more, in whatever order and script; a name of one word must be the whole. */
function isLike(name: string, staff: string) {
  const shapes = shapesOf(name)
  return shapesOf(staff).some((ours, i) => {
    const theirs = shapes[i]!
    if (!ours.length) return false
    const isSame = theirs.join('') === ours.join('')
    return isSame || (ours.length > 1 && ours.every((word) => theirs.includes(word)))
  })
}

/**
 * A name that readers can take for the newsroom: one of its people, whatever letters it is made of, or an office.
 * There are honest namesakes, so this waits and never is spam.
 */
export const imitates: Check = ({ name }, { staffNames }) => {
  const staff = staffNames.find((one) => isLike(name, one))
  if (staff) return { verdict: 'hold', reason: 'imitates', detail: staff.slice(0, 100) }
  return isOffice(name) ? { verdict: 'hold', reason: 'imitates', detail: name.slice(0, 100) } : null
}

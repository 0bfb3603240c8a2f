import { describe, expect, it } from 'vitest'

import { words } from '../../../../src/spam/checks/words.ts'
import { known, written } from '../known.ts'

const SPAM = [
  'Рабочее зеркало 1xbet, бонус за регистрацию',
  'Займ на карту и кредит без отказа, пишите в личку',
  'З а й м  на карту, кpeдит без отказа', // p, e are Latin
  'Сниму порчу, верну мужа',
  'Қарзи фаврӣ бе кафил, ба ватсап нависед: wa.me/000',
  'Карзи фаври, кредит бе, занг занед: wa.me/000',
  'Online casino: no deposit bonus, free spins',
  'Bring back my ex by love spell',
]
const HONEST = [
  'Муж проиграл в казино, взял кредит и займы. Кто ответит?',
  'Қимор ва қарз оилаҳоро хароб мекунад',
  'Займись делом, займу место', // beginnings of other words
  'Loans, casinos, miracle cures: all on one page',
  'Духтарон, танҳо набошед',
  'Женщин убивают, а вы смеётесь, сволочи!',
  'Она сняла квартиру и продаёт платья',
]

describe('words', () => {
  it.each(SPAM)('%s is spam', (body) => expect(words(written(body), known())?.verdict).toBe('spam'))
  it.each(HONEST)('%s passes', (body) => expect(words(written(body), known())).toBeNull())

  it('a sure phrase alone waits', () =>
    expect(words(written('Мне предложили пассивный доход'), known())?.verdict).toBe('hold'))

  it('an offer with a sum and a place waits whatever it is about, and asking into a private talk is a place', () => {
    const found = (body: string) => words(written(body), known())?.verdict ?? null
    expect(found('Click here, 500 $ only today: roofs.example')).toBe('hold')
    expect(found('Credit for all, text me on Telegram')).toBe('hold')
    expect(found('Қарз ба ҳама, ба ватсап нависед')).toBe('hold')
    expect(found('Кредит всем, пишите мне в личку')).toBe('hold')
    expect(found('Кредит под 30 % мне предлагали в телеграме. Не верьте')).toBeNull()
    expect(found('Звоните на горячую линию: +992 00 600 00 00, анонимно')).toBeNull()
    expect(found('Напишите лично министру о кредите')).toBeNull()
  })

  it('words of the site’s own lists count as whole words in all their forms', () => {
    const own = known({ spamWords: ['Ҷодугар*'], holdWords: ['выборы', 'ном ном'] })
    expect(words(written('чодугарони шаҳр'), own)).toEqual({
      verdict: 'spam',
      reason: 'words',
      detail: 'Ҷодугар*, ҷоду*',
    })
    expect(words(written('о выборах'), own)?.verdict).toBe('hold')
    expect(words(written('выборочно'), own)).toBeNull()
    expect(words(written('ном. Ном'), own)).toBeNull()
  })

  it.each(['v1agra', 'ca$ino', 'кaзино', 'м0стбет', 'з а й м', 'В1агр*'])(
    '%s of a list counts as copied',
    (one) => {
      expect(words(written(`Here: ${one}!`), known({ holdWords: [one] }))?.detail?.split(', ')[0]).toBe(one)
    },
  )

  it('a word of a list counts in any disguise', () => {
    const own = known({ spamWords: ['кaзин*'] })
    for (const body of ['казино', 'КAЗИНО', 'к а з и н о'])
      expect(words(written(body), own)?.verdict).toBe('spam')
  })

  it('tells no more than a hundred characters', () =>
    expect(words(written(SPAM.join('. ')), known())!.detail!.length).toBeLessThanOrEqual(100))
})

import { describe, expect, it } from 'vitest'

import {
  decideNotices,
  decideTelling,
  type Move,
  type NoticeKind,
  type Party,
  type Reader,
  type Waiting,
} from '../../../src/notices/decision.ts'

const party = (writer: string, isAsking = true): Party => ({ comment: `of ${writer}`, writer, isAsking })
const move = (more: Partial<Move>): Move => ({
  id: 'c1',
  from: 'pending',
  to: 'approved',
  revision: 1,
  wasShown: false,
  isWriters: false,
  why: null,
  ...more,
})
const own = { ...party('zarina'), comment: 'c1' }
const silent = { ...own, isAsking: false }
const other = party('farrukh')

describe('whom a move of a comment gives something to hear of', () => {
  it.each<[string, Partial<Move>, Party | null, Party | null, [NoticeKind, string][]]>([
    ['its writer, once it is approved', {}, own, null, [['published', 'zarina']]],
    ['also out of the spam', { from: 'spam' }, own, null, [['published', 'zarina']]],
    ['nobody who did not ask', {}, silent, party('farrukh', false), []],
    ['nobody where there is no address', {}, null, null, []],
    ['of one published at once, to be asked only', { from: null }, own, null, [['opt-in', 'zarina']]],
    ['who is answered', {}, silent, other, [['answer', 'farrukh']]],
    ['who is answered by somebody without an address', {}, null, other, [['answer', 'farrukh']]],
    ['who is answered at once', { from: null }, null, other, [['answer', 'farrukh']]],
    [
      'both, each of their own',
      {},
      own,
      other,
      [
        ['published', 'zarina'],
        ['answer', 'farrukh'],
      ],
    ],
    ['nobody of an answer to oneself', {}, own, { ...own, comment: 'c0' }, [['published', 'zarina']]],
    ['nobody of an answer to oneself by one who does not ask', {}, silent, { ...own, comment: 'c0' }, []],
    ['nobody before it is approved', { from: null, to: 'pending' }, own, other, []],
    ['nobody of spam', { to: 'spam', why: 'Advertising.', wasShown: true }, own, other, []],
    ['nobody of trash without a word', { to: 'trash', wasShown: true }, own, other, []],
    ['nobody of trash with blanks for a word', { to: 'trash', wasShown: true, why: ' \n' }, own, null, []],
    ['nobody of trash that was never shown', { to: 'trash', why: 'Off topic.' }, own, other, []],
    [
      'its writer, of trash with a reason',
      { from: 'approved', to: 'trash', wasShown: true, why: 'Off topic.' },
      own,
      other,
      [['removed', 'zarina']],
    ],
    [
      'nobody of what its writer takes back',
      { from: 'approved', to: 'trash', wasShown: true, why: 'withdrawn', isWriters: true },
      own,
      other,
      [],
    ],
    ['nobody of a move back to wait', { from: 'approved', to: 'pending', wasShown: true }, own, other, []],
  ])('is %s', (_, change, writer, answered, expected) => {
    const notices = decideNotices({ move: move(change), own: writer, answered })
    expect(notices.map(({ kind, writer: to }) => [kind, to])).toEqual(expected)
  })

  it('is the same notice however often a comment is approved', () => {
    const keys = [move({}), move({ from: 'trash', revision: 7 })].map((one) =>
      decideNotices({ move: one, own, answered: other }).map(({ key }) => key),
    )
    expect(keys[0]).toEqual(['published/c1', 'answer/c1'])
    expect(keys[1]).toEqual(keys[0])
  })
})

const NOW = new Date('2026-11-24T12:00:00.000Z')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
const notice = (id: string, kind: NoticeKind, more: Partial<Waiting> = {}): Waiting => ({
  id,
  kind,
  stands: true,
  writtenAt: ago(60),
  ...more,
})
const CONFIRMED: Reader = {
  confirmedAt: ago(1000),
  askedAt: ago(2000),
  stoppedAt: null,
  threadStoppedAt: null,
  toldAt: null,
}
const UNKNOWN: Reader = { ...CONFIRMED, confirmedAt: null, askedAt: null }
const answers = ['a1', 'a2', 'a3'].map((id) => notice(id, 'answer'))
const all = [notice('p', 'published'), notice('o', 'opt-in'), notice('r', 'removed'), ...answers]
const ids = ['a1', 'a2', 'a3']
const NONE = { ask: null, alone: [], together: [], quiet: [], drop: [], park: [], later: null }

describe('what becomes of what is due to a reader', () => {
  it.each<[string, Waiting[], Partial<Reader>, Partial<ReturnType<typeof decideTelling>>]>([
    [
      'with a confirmed address: all answers in one mail, the rest by itself, nothing to ask',
      all,
      {},
      { alone: ['p', 'r'], together: ids, quiet: ['o'] },
    ],
    ['told ten minutes ago: the answers now', answers, { toldAt: ago(10) }, { together: ids }],
    [
      'told nine minutes ago: the answers in a minute',
      answers,
      { toldAt: ago(9) },
      { later: { ids, at: ago(-1) } },
    ],
    [
      'told just now: what is no answer all the same',
      [notice('p', 'published'), ...answers],
      { toldAt: ago(0) },
      { alone: ['p'], later: { ids, at: ago(-10) } },
    ],
    ['who stopped all mail: nothing', all, { stoppedAt: ago(90) }, { drop: all.map(({ id }) => id) }],
    ['who stopped this conversation: nothing', answers, { threadStoppedAt: ago(5) }, { drop: ids }],
    [
      'who asked again since, with a new comment: of that',
      [notice('old', 'answer'), notice('new', 'answer', { writtenAt: ago(3) })],
      { threadStoppedAt: ago(5) },
      { drop: ['old'], together: ['new'] },
    ],
    [
      'who stopped all mail and wrote again: nothing',
      [notice('new', 'published', { writtenAt: ago(3) })],
      { stoppedAt: ago(5) },
      { drop: ['new'] },
    ],
    [
      'of which one is not true any more: the others',
      [notice('a1', 'answer', { stands: false }), notice('a2', 'answer')],
      {},
      { drop: ['a1'], together: ['a2'] },
    ],
  ])('%s', (_, notices, reader, expected) => {
    expect(decideTelling({ notices, reader: { ...CONFIRMED, ...reader }, now: NOW })).toEqual({
      ...NONE,
      ...expected,
    })
  })

  const DAYS = 24 * 60
  it.each<[string, Waiting[], Partial<Reader>, Partial<ReturnType<typeof decideTelling>>]>([
    ['is asked first; answers wait', all, {}, { ask: 'p', quiet: ['p', 'o', 'r'], park: ids }],
    [
      'whose comment was published at once is asked, too',
      [notice('o', 'opt-in')],
      {},
      { ask: 'o', quiet: ['o'] },
    ],
    [
      'is not asked by an answer, nor by a removal',
      [notice('r', 'removed'), ...answers],
      {},
      { quiet: ['r'], park: ids },
    ],
    [
      'is not asked twice in seven days',
      [notice('p', 'published')],
      { askedAt: ago(7 * DAYS - 1) },
      { quiet: ['p'] },
    ],
    [
      'is asked again after seven days, when they ask again',
      [notice('p', 'published')],
      { askedAt: ago(7 * DAYS) },
      { ask: 'p', quiet: ['p'] },
    ],
    [
      'is never asked once they stopped all mail',
      [notice('p', 'published')],
      { stoppedAt: ago(30 * DAYS) },
      { drop: ['p'] },
    ],
  ])('whoever has not confirmed the address %s', (_, notices, reader, expected) => {
    expect(decideTelling({ notices, reader: { ...UNKNOWN, ...reader }, now: NOW })).toEqual({
      ...NONE,
      ...expected,
    })
  })
})

import { describe, expect, it } from 'vitest'

import { decideReport, decideReports, REOPENED_WITHIN } from '../../../src/reports/decision.ts'

const at = (milliseconds: number) => new Date(Date.UTC(2026, 10, 24) + milliseconds).toISOString()

describe('a report', () => {
  it.each([
    ['with a reason', { reason: 'spam' }, { reason: 'spam', note: null }],
    ['with a note', { reason: 'threat', note: ' He knows\r\nwhere I live ' }, 'He knows\nwhere I live'],
    ['with a blank note', { reason: 'other', note: ' \n ' }, { reason: 'other', note: null }],
    ['with the longest note', { reason: 'other', note: '😀'.repeat(500) }, '😀'.repeat(500)],
  ] as const)('%s is kept', (_, report, kept) => {
    const decided = decideReport({ report, locale: 'en' })
    const values = typeof kept === 'string' ? { reason: report.reason, note: kept } : kept
    expect(decided).toEqual({ kind: 'accept', values })
  })

  it('is refused with every fault at its field, in the language asked for', () => {
    const decided = decideReport({ report: { note: 'x'.repeat(501) }, locale: 'ru' })
    expect(decided).toMatchObject({
      kind: 'refuse',
      errors: [
        { field: 'reason', code: 'required', message: 'Это поле обязательно.' },
        { field: 'note', code: 'too-long', message: 'Не больше 500 знаков.' },
      ],
    })
  })
})

describe('what a move does to reports', () => {
  const first = { at: at(0), to: 'approved' }
  const taken = { at: at(5000), to: 'spam' }

  it.each(['spam', 'trash'])('a comment that goes to %s has been rightly reported', (to) => {
    const moves = [first, { at: at(5000), to }]
    expect(decideReports({ from: 'approved', to, moves })).toEqual({ kind: 'uphold', at: at(5000) })
  })

  it('what comes back at once, or is undone, is reported again', () => {
    const moves = [first, taken, { at: at(5000 + REOPENED_WITHIN), to: 'approved' }]
    expect(decideReports({ from: 'spam', to: 'approved', moves })).toEqual({ kind: 'reopen', at: taken.at })
  })

  it('what comes back later is not', () => {
    const moves = [first, taken, { at: at(5001 + REOPENED_WITHIN), to: 'approved' }]
    expect(decideReports({ from: 'spam', to: 'approved', moves })).toBeNull()
  })

  it.each([
    ['spam', 'trash'],
    ['trash', 'spam'],
    ['approved', 'pending'],
    ['pending', 'approved'],
    ['spam', 'spam'],
  ])('nothing, from %s to %s', (from, to) => {
    expect(decideReports({ from, to, moves: [taken, { at: at(6000), to }] })).toBeNull()
  })
})

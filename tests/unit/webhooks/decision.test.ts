import { describe, expect, it } from 'vitest'

import { decideChange, decideCommentChange } from '../../../src/webhooks/decision.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const PAST = '2026-11-24T11:00:00.000Z'
const FUTURE = '2026-11-24T13:00:00.000Z'

const out = (row: object = { title: 'A' }, at = PAST) => ({ at, row: { ...row } as Record<string, unknown> })
const decide = (before: any, after: any, isAwaited = false) => decideChange({ before, after, isAwaited, now })

describe('what a change means to the public', () => {
  it.each([
    ['a draft stays a draft', null, null, false, null, null],
    ['a draft is published', null, out(), false, 'published', null],
    ['what is published is published again as it was', out(), out(), false, null, null],
    ['what is published says something else', out(), out({ title: 'B' }), false, 'updated', null],
    ['what is published is taken down or deleted', out(), null, false, 'unpublished', null],
    ['a draft is released for later', null, out({}, FUTURE), false, null, FUTURE],
    ['what waits for its time is changed', out({}, FUTURE), out({ title: 'B' }, FUTURE), true, null, FUTURE],
    ['what waits for its time is taken back', out({}, FUTURE), null, true, null, null],
    ['what waits for its time is brought forward', out({}, FUTURE), out(), true, 'published', null],
    ['what is published is put off', out(), out({}, FUTURE), false, 'unpublished', FUTURE],
    ['its time has come', null, out(), true, 'published', null],
    [
      'its time has come and it is changed before anybody was told',
      out(),
      out({ title: 'B' }),
      true,
      'published',
      null,
    ],
    ['its time has come and it is taken down before anybody was told', out(), null, true, null, null],
    ['its time is this very moment', null, out({}, now.toISOString()), false, 'published', null],
  ])('%s', (_, before, after, isAwaited, change, awaits) => {
    expect(decide(before, after, isAwaited)).toEqual({ change, awaits })
  })

  it.each([
    ['when it was saved', { a: 1, updatedAt: '1' }, { a: 1, updatedAt: '2' }],
    ['the order of its columns', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['whether what is empty is there', { a: 1 }, { a: 1, b: null, c: [], d: { en: null } }],
    ['how a time is kept', { at: new Date(PAST) }, { at: PAST }],
  ])('does not tell an article from itself by %s', (_, before, after) => {
    expect(decide(out(before), out(after)).change).toBeNull()
  })

  it.each([
    [{ title: { en: 'A' } }, { title: { en: 'A', tg: 'А' } }],
    [{ tags: ['1', '2'] }, { tags: ['2', '1'] }],
    [{ lead: 'A' }, {}],
    [{ isOn: true }, { isOn: false }],
  ])('tells %j from %j', (before, after) => {
    expect(decide(out(before), out(after)).change).toBe('updated')
  })
})

describe('what a move of a comment means to the public', () => {
  it.each([
    [false, true, 'comment.approved'],
    [true, false, 'comment.removed'],
    [true, true, null],
    [false, false, null],
  ])('shown before: %s, now: %s, is %s', (wasShown, isShown, type) => {
    expect(decideCommentChange({ wasShown, isShown })).toBe(type)
  })
})

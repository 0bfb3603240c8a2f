import { describe, expect, it } from 'vitest'

import { type ProblemCode, PROBLEMS } from '../../../src/contract/index.ts'
import { isDatabaseAway, problems } from '../../../src/platform/api.ts'
import { Refusal } from '../../../src/platform/problem.ts'

const named = (name: string, rest: object = {}) => Object.assign(new Error('x'), { name, ...rest })

describe('Refusal', () => {
  it('keeps what strangers may not know out of what it tells them', () => {
    const refusal = new Refusal('not-found', { private: 'It is a draft.' })
    expect(refusal.message).toBe('It is a draft.')
    expect(refusal).toMatchObject({ code: 'not-found', detail: undefined, errors: undefined })
  })

  it('says at least its code', () => {
    expect(new Refusal('gone').message).toBe('gone')
  })
})

describe('problems', () => {
  it('describes every code below its status', () => {
    const codes = Object.keys(PROBLEMS) as ProblemCode[]
    const described = problems(...codes) as Record<string, { description: string }>
    expect(Object.keys(described).map(Number)).toEqual(
      [...new Set(Object.values(PROBLEMS))].sort((a, b) => a - b),
    )
    for (const code of codes) expect(described[PROBLEMS[code]]!.description).toContain(`\`${code}\``)
  })
})

describe('isDatabaseAway', () => {
  it.each([
    ['nobody listens', named('Error', { code: 'ECONNREFUSED' })],
    ['the name is unknown', named('Error', { code: 'ENOTFOUND' })],
    ['no server is found', named('MongoServerSelectionError')],
    ['the network breaks', named('MongoNetworkTimeoutError')],
    ['the pool is cleared', named('PoolClearedError')],
    ['the file is busy', named('LibsqlError', { code: 'SQLITE_BUSY_SNAPSHOT' })],
    ['the disk is full', named('LibsqlError', { code: 'SQLITE_FULL' })],
    [
      'it is the cause',
      named('DrizzleQueryError', { cause: named('LibsqlError', { code: 'SQLITE_IOERR' }) }),
    ],
  ])('is so where %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true)
  })

  it.each([
    ['a value is taken', named('LibsqlError', { code: 'SQLITE_CONSTRAINT_UNIQUE' })],
    ['a value is taken on MongoDB', named('MongoServerError', { code: 11000 })],
    ['a program is wrong', new TypeError('x is not a function')],
    ['something else was thrown', 'ECONNREFUSED'],
    ['nothing was thrown', undefined],
  ])('is not so where %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false)
  })

  it('decides on an error that is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(isDatabaseAway(error)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'

import { describeError } from '../../../src/platform/log.ts'

const PRIVATE = /nigora|example\.org|hunter2/i
const told = (error: unknown) => JSON.stringify(describeError(error))

describe('describeError', () => {
  it('names the kind, the message, the code and the place of an error', () => {
    const error = Object.assign(new TypeError('No such file'), { code: 'ENOENT' })
    expect(describeError(error)).toMatchObject({
      type: 'TypeError',
      message: 'No such file',
      code: 'ENOENT',
      stack: expect.stringMatching(/^\s+at /) as string,
    })
  })

  it.each([
    ['a message', new Error('550 no mailbox nigora@example.org')],
    ['a message with brackets', new Error('RCPT TO:<nigora@example.org> refused')],
    ['a duplicate key', new Error('E11000 duplicate key { email: "nigora@example.org" }')],
    ['a text that was thrown', 'nigora@example.org'],
    ['a list of recipients', new Error('to: nigora@example.org,Nigora.K+x@example.org;nigora@example.org')],
    ['the cause of an error', new Error('Mail failed', { cause: new Error('to nigora@example.org') })],
    ['the cause of a cause', new Error('a', { cause: new Error('b', { cause: 'nigora@example.org' }) })],
    ['a message of many lines', new Error('Not delivered:\n  nigora@example.org\nnigora@example.org')],
    ['a line of a message that looks like a place', new Error('Not delivered\n    at nigora@example.org')],
    [
      'the recipient beside the message',
      Object.assign(new Error('refused'), { rejected: ['nigora@example.org'] }),
    ],
  ])('leaves out an address in %s', (_, error) => {
    expect(told(error)).not.toMatch(PRIVATE)
  })

  it.each([
    [
      'as properties',
      Object.assign(new Error('insert failed for hunter2'), { query: 'insert hunter2', params: ['hunter2'] }),
    ],
    ['in the message', new Error('Failed query: insert into "users" values (?)\nparams: hunter2')],
    [
      'in the cause',
      new Error('It could not be kept', { cause: new Error('Failed query: x\nparams: hunter2') }),
    ],
  ])('leaves out a query and its values that come %s', (_, error) => {
    expect(told(error)).not.toMatch(PRIVATE)
    expect(told(error)).toContain('A database query failed.')
  })

  it('describes an error that is its own cause', () => {
    const error = new Error('round')
    error.cause = new Error('and round', { cause: error })
    expect(told(error)).toContain('round')
  })

  it.each([[null], [undefined], [7], [{ toString: () => 'odd' }]])(
    'describes %j, which is no error',
    (thrown) => {
      expect(typeof describeError(thrown).message).toBe('string')
    },
  )
})

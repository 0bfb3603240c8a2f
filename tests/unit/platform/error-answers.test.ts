import { MongoServerError } from 'mongodb'
import { describe, expect, it } from 'vitest'

import { tellParticulars } from '../../../src/platform/error-answers.ts'

const answer = (error: Error, language = 'en') =>
  tellParticulars({ error, req: { i18n: { language } }, result: { errors: [] } } as never)

describe('what is told of an error at the staff door', () => {
  it('is to try again where another write has crossed it, in the language of the panel', async () => {
    const crossed = new MongoServerError({ message: 'Write conflict' })
    crossed.addErrorLabel('TransientTransactionError')
    for (const error of [crossed, new Error('The login failed', { cause: crossed })])
      expect(await answer(error, 'tg')).toMatchObject({
        status: 503,
        response: { errors: [{ message: expect.stringContaining('Бори дигар') }] },
      })
  })

  it('is nothing more where it was not for outside', async () => {
    expect(await answer(Object.assign(new Error('secret'), { data: { field: 'x' } }))).toBeUndefined()
  })
})

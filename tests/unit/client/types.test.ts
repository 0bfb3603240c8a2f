import { expect, expectTypeOf, it } from 'vitest'

import type * as client from '../../../src/client/types.ts'
import type * as contract from '../../../src/contract/index.ts'

it('the types that the client was given are those of the contract', () => {
  // Two ways lead here, by the document and by the schemas; the compiler compares where they end.
  expectTypeOf<client.Site>().toEqualTypeOf<contract.Site>()
  expectTypeOf<client.Post>().toEqualTypeOf<contract.Post>()
  expectTypeOf<client.PostCard>().toEqualTypeOf<contract.PostCard>()
  expectTypeOf<client.Event>().toEqualTypeOf<contract.Event>()
  expectTypeOf<client.Quote>().toEqualTypeOf<contract.Quote>()
  expectTypeOf<client.Person>().toEqualTypeOf<contract.Person>()
  expectTypeOf<client.Organization>().toEqualTypeOf<contract.Organization>()
  expectTypeOf<client.Tag>().toEqualTypeOf<contract.Tag>()
  expectTypeOf<client.SingleTag>().toEqualTypeOf<contract.SingleTag>()
  expectTypeOf<client.Image>().toEqualTypeOf<contract.Image>()
  expectTypeOf<client.Thread>().toEqualTypeOf<contract.Thread>()
  expectTypeOf<client.Comment>().toEqualTypeOf<contract.Comment>()
  expectTypeOf<client.Submission>().toEqualTypeOf<contract.Submission>()
  expectTypeOf<client.Receipt>().toEqualTypeOf<contract.Receipt>()
  expectTypeOf<client.Problem>().toEqualTypeOf<contract.Problem>()
  expect.assertions(0)
})

import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { createSearch } from './forms.ts'

const search = createSearch([{ name: 'her address', value: 'Nigora@private.example' }])
const digest = (hash: string, text = 'nigora@private.example') => createHash(hash).update(text).digest()

describe('the search for secrets', () => {
  it.each<[string, string | Buffer]>([
    ['as it is', 'to: Nigora@private.example;'],
    ['in small letters', 'nigora@private.example'],
    ['in capital letters', 'NIGORA@PRIVATE.EXAMPLE'],
    ['in an address', 'email=nigora%40private.example'],
    ['in base64', Buffer.from('x'.repeat(3) + 'nigora@private.example').toString('base64')],
    ['in base64, shifted by one', Buffer.from('x' + 'nigora@private.example;').toString('base64')],
    ['in base64url, shifted by two', Buffer.from('<>nigora@private.example;').toString('base64url')],
    ['in hexadecimal', Buffer.from('nigora@private.example').toString('hex')],
    ['as an md5', digest('md5').toString('hex')],
    ['as a sha1 in capitals', digest('sha1').toString('hex').toUpperCase()],
    ['as a sha256', digest('sha256').toString('hex')],
    ['as a sha256 in base64', digest('sha256').toString('base64')],
    ['as a sha256 of how it was typed', digest('sha256', 'Nigora@private.example').toString('base64url')],
    [
      'among bytes that are no text',
      Buffer.concat([Buffer.from([0, 255, 128]), Buffer.from('nigora@private.example')]),
    ],
  ])('knows one %s', (_, text) => {
    expect(search.find(text)).not.toEqual([])
  })

  it('finds nothing where there is nothing', () => {
    expect(search.find('Nigora wrote from private.example, not her address.')).toEqual([])
  })
})

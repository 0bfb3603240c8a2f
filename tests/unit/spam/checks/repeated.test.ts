import { describe, expect, it } from 'vitest'

import { digestOfText, repeated } from '../../../../src/spam/checks/repeated.ts'
import { known, written } from '../known.ts'

const SAME: [one: string, other: string][] = [
  ['Ҷумҳурии Тоҷикистон', 'чумхурии   ТОЧИКИСТОН!!!'],
  ['Лучшее казино 2025', 'лучшее, казино: 2025'],
  ['Лучшее казино', 'Лучшее кaзинo'], // a and o are Latin
  ['Free casino', 'Fr\u200Bee c*a*s*i*n*o'],
]

describe('digest of a text', () => {
  it.each(SAME)('%s is %s', (one, other) => expect(digestOfText(other)).toBe(digestOfText(one)))

  it.each([
    ['Ташаккур', 'Раҳмат'],
    ['👏', '❤️'],
    ['кот', 'кит'],
    ['Comment 1', 'Comment 2'],
  ])('%s is not %s', (one, other) => expect(digestOfText(other)).not.toBe(digestOfText(one)))
})

describe('repeated', () => {
  const long = 'Дар деҳаи мо низ ҳамин ҳол аст, раҳмат барои мақола'

  it.each([
    [long, 0, null],
    [long, 2, null],
    [long, 3, 'hold'],
    [long, 50, 'hold'],
    ['Ташаккур!', 50, null],
    ['купи '.repeat(14), 0, 'hold'],
    ['buy now today '.repeat(4) + 'at our shop here', 0, 'hold'],
    [`М${'о'.repeat(30)}лодцы`, 0, 'hold'],
    ['Молодцыыыыы!!!!!!!!!!!', 0, null],
    [`${long}. ${long} боз як бор`, 0, null],
  ])('%s after %i alike: %s', (body, sameText, verdict) =>
    expect(repeated(written(body), known({ sameText }))?.verdict ?? null).toBe(verdict),
  )
})

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { writeFigures } from '../../../bench/figures.ts'

const file = join(mkdtempSync(join(tmpdir(), 'ovoz-figures-')), 'page.md')

it('replaces the figures of one name and leaves the rest as it is', () => {
  writeFileSync(
    file,
    'a\n<!-- figures:x -->\nold\n<!-- /figures -->\nb\n<!-- figures:y -->\n<!-- /figures -->\n',
  )
  expect(writeFigures('x', 'new', file)).toBe(true)
  expect(writeFigures('x', 'newer', file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe(
    'a\n<!-- figures:x -->\n\nnewer\n\n<!-- /figures -->\nb\n<!-- figures:y -->\n<!-- /figures -->\n',
  )
  expect(() => writeFigures('z', 'new', file)).toThrow('figures:z')
})

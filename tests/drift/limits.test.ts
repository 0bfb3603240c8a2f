import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { LIMITS } from '../../src/platform/limits.ts'

const page = readFileSync('docs/limits.md', 'utf8')

/** The rows of the table by the name of their limit; a row without one belongs to the row above. */
function rowsOf(name: string): string {
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  const first = rows.findIndex((row) => row.includes(`(\`${name}\`)`))
  const last = rows.findIndex((row, i) => i > first && !/^\|\s+\|/.test(row))
  return rows.slice(first, last === -1 ? undefined : last).join('\n')
}

it.each(Object.entries(LIMITS))('docs/limits.md says how often one may “%s”', (name, rules) => {
  const told = rowsOf(name)
  for (const { count } of rules) expect(told).toMatch(new RegExp(`\\b${count.toLocaleString('en')} in `))
})

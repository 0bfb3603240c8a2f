import { readFileSync, writeFileSync } from 'node:fs'

/** Puts what a command has measured between its marks in the file that FIGURES names; nothing where it names none. */
export function writeFigures(name: string, markdown: string, file = process.env.FIGURES): boolean {
  if (!file) return false
  const before = readFileSync(file, 'utf8')
  const opening = `<!-- figures:${name} -->`
  const start = before.indexOf(opening)
  const end = before.indexOf('<!-- /figures -->', start)
  if (start < 0 || end < 0)
    throw new Error(`${file} has no place for figures of ${name}: ${opening} … <!-- /figures -->`)
  const after = `${before.slice(0, start + opening.length)}\n\n${markdown.trim()}\n\n${before.slice(end)}`
  writeFileSync(file, after)
  return true
}

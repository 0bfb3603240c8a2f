import type { z } from 'zod'

import { ENTRIES } from './settings.ts'

type Described = { doc: string; example?: string; isSecret?: true; schema: z.ZodType }
const entries: [name: string, entry: Described][] = Object.entries(ENTRIES)

/** What a setting is without a value, as it would be written; empty where it is nothing. */
function presetOf(schema: z.ZodType): string {
  const def = schema.def as { type: string; defaultValue?: unknown; in?: z.ZodType; innerType?: z.ZodType }
  // The default as it stands in the source: a schema that was run would give this machine's own paths.
  if (def.type === 'default') return String(def.defaultValue)
  const inner = def.in ?? def.innerType
  return inner ? presetOf(inner) : ''
}

/** The text of `.env.example`: every setting, what it does, and an assignment that is commented out. */
export function toEnvExample(): string {
  const head = [
    '# Every setting of Ovoz. Copy this file to .env, take the # off what you need, and restart.',
    '# What the environment says goes before this file. Made by: npm run generate',
  ].join('\n')
  const parts = entries.map(([name, { doc, example, isSecret, schema }]) =>
    [`# ${doc}`, ...(isSecret ? ['# Secret.'] : []), `# ${name}=${example ?? presetOf(schema)}`].join('\n'),
  )
  return `${[head, ...parts].join('\n\n')}\n`
}

const HEAD = `# Settings

Ovoz reads these from the environment, and from a file \`.env\` beside package.json for what the environment does not
say. A value that cannot be used stops the start, with every fault named at once.

This page is made from src/platform/settings.ts by \`npm run generate\`.
`

// Names of settings and lone signs, as code: so Markdown reads nothing into them.
const inMarkdown = (text: string) => text.replace(/[A-Z]+(_[A-Z]+)+|\*/g, (word) => `\`${word}\``)

/** The text of `docs/settings.md`: a table of every setting, what it does and its default; secrets are marked. */
export function toSettingsTable(): string {
  const rows = entries.map(([name, { doc, isSecret, schema }]) => {
    const preset = presetOf(schema)
    const what = `${isSecret ? '**Secret.** ' : ''}${inMarkdown(doc)}`
    return [`\`${name}\``, what, preset && `\`${preset}\``]
  })
  const table = [['Name', 'What it does', 'Default'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const [first, ...others] = table.map(line)
  return `${[HEAD, first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n')}\n`
}

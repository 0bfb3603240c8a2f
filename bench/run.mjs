// npm run bench: installs and builds what is missing, then measures.
import { spawn } from 'node:child_process'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

import { build, install, requireNode } from '../scripts/prepare.mjs'

const HELP = `Usage: npm run bench -- [options]

Ovoz and its physical limits, measured side by side on this machine. docs/performance.md says how to read the table.

  --quick            one short round (about a minute and a half) instead of three
  --seconds <n>      how long each load lasts (2; quick: 1)
  --rounds <n>       how many rounds the medians are of (3; quick: 1)
  --connections <n>  which numbers of connections (1,16,64)
  --only <names>     only some: article, list, thread, unchanged, compressed, miss, submit, start, memory, nginx
  --tiny             little data, for a try
  --json <file>      where all figures go (bench/results.json)
  --markdown         the table as Markdown, for a document
  --help             this text

DATABASE_URI=mongodb://… measures with MongoDB, in a database of its own there that is dropped at the end.
`

const args = process.argv.slice(2)
if (args.includes('--help')) {
  process.stdout.write(HELP)
  process.exit(0)
}
chdir(fileURLToPath(new URL('..', import.meta.url)))
requireNode()
install()
await build()
const child = spawn(
  process.execPath,
  ['--conditions=production', '--import', 'tsx', 'bench/main.ts', ...args],
  { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

// npm run ovoz -- <command>: what an administrator does by hand. The commands themselves are in src/commands.ts.
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

import { build, install, readEnvFile, requireNode } from './prepare.mjs'

chdir(fileURLToPath(new URL('..', import.meta.url)))
requireNode()
readEnvFile()
process.env.NEXT_TELEMETRY_DISABLED = '1'
install()
await build()
process.env.NODE_ENV = 'production'
await import('../dist/commands.js').catch((error) => {
  // Settings are read while the code is loaded; what is wrong with them is told in their own words.
  process.stderr.write(`\n${error.name === 'SettingsFault' ? error.message : error.stack}\n\n`)
  process.exit(1)
})

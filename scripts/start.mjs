// npm start, npm run dev, npm run worker: whatever is missing is made first.
// They are run with --conditions=production (package.json): without it Lexical's packages choose their build by a
// top-level await each, in circles, and Node 20 waits for one of them for ever in about one start of fifteen.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

import { build, install, readEnvFile, requireNode } from './prepare.mjs'

const HELP = `Usage: npm start | npm run dev | npm run worker

  npm start        the server (panel, public API and jobs), and beside it the site readers see
  npm run dev      the same from the sources, begun again after every change
  npm run worker   only the jobs, for a server that runs with JOBS=off

Settings are read from the environment and from a file .env; .env.example lists them all.
`

const [mode = 'server'] = process.argv.slice(2)
if (process.argv.includes('--help') || !['server', 'dev', 'worker', 'build'].includes(mode)) {
  process.stdout.write(HELP)
  process.exit(process.argv.includes('--help') ? 0 : 2)
}

chdir(fileURLToPath(new URL('..', import.meta.url)))
requireNode()
readEnvFile()
// Nobody is told what is run here.
process.env.NEXT_TELEMETRY_DISABLED = '1'
install()

/** What browsers get from the site and the comments element, made now and again after every change of it. */
async function keepAssets() {
  const { bundleAssets } = await import('./bundle.mjs')
  let timer
  const remake = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void bundleAssets().catch(() => undefined), 100)
  }
  await bundleAssets()
  for (const folder of ['site/styles', 'widget', 'src/client']) watch(folder, { recursive: true }, remake)
}

if (mode === 'dev') {
  await keepAssets()
  const command = [
    '--conditions=development',
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    '--exclude',
    '.next/**',
    'src/server.ts',
  ]
  const child = spawn(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
} else {
  await build()
  process.env.NODE_ENV = 'production'
  if (mode !== 'build') {
    await import(mode === 'worker' ? '../dist/worker.js' : '../dist/server.js').catch((error) => {
      // Settings are read while the code is loaded; what is wrong with them is told in their own words.
      process.stderr.write(`\n${error.name === 'SettingsFault' ? error.message : error.stack}\n\n`)
      process.exit(1)
    })
  }
}

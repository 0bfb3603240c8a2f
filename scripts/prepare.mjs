// What has to be there before anything of ours can run: the packages, and the built product. Plain Node, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 19]
const SOURCES = [
  'collections',
  'globals',
  'site',
  'src',
  'widget',
  'payload.config.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]
const INSTALLED = 'node_modules/.ovoz-installed'
const BUILT = 'dist/.ovoz-built'

const say = (text) => process.stdout.write(`${text}\n`)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function fail(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}

/** Runs a command in the foreground; ends this process, with the command's own words on the screen, when it fails. */
function run(command, args, { env = {}, mend }) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell, env: { ...process.env, ...env } })
  if (status !== 0) fail(`“${command} ${args.join(' ')}” did not succeed. ${mend}`)
}

function* filesBelow(path) {
  if (!existsSync(path)) return
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = join(path, entry.name)
    if (entry.name === 'node_modules') continue
    if (entry.isDirectory()) yield* filesBelow(file)
    else yield file
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const files = path.includes('.') ? [path] : [...filesBelow(path)]
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(
      `Ovoz needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.version}. See https://nodejs.org/.`,
    )
  }
}

/** Installs what the lock file names, when it is not there or the lock file has changed. */
export function install() {
  const wanted = fingerprint(['package-lock.json'])
  if (read(INSTALLED) === wanted && existsSync('node_modules/next')) return
  say('Installing packages (once, about a minute) …')
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { NODE_ENV: '' },
    mend: 'Is the network there? Then run it again.',
  })
  writeFileSync(INSTALLED, wanted)
}

/** Builds the panel, the server, the site and the comments element, when there is no build or the sources are not those it was made from. */
export async function build() {
  const wanted = fingerprint(SOURCES)
  if (read(BUILT) === wanted && existsSync('.next/BUILD_ID') && existsSync('dist/client/index.js')) return
  say('Building (once after every change, about a minute) …')
  run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    mend: 'The lines above say why.',
  })
  await (await import('./bundle.mjs')).bundle()
  // Its service would stay beside the server, with half a gigabyte.
  await (await import('esbuild')).stop()
  writeFileSync(BUILT, wanted)
}

/** Settings from a file `.env` beside package.json; what the environment says already stands. */
export function readEnvFile() {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

// `npm pack` and a dependency on the repository come here by the script `prepare`: what they hand on is the client.
// An installation without the sources, or without what builds them, has nothing to make.
if (
  process.argv[1] === fileURLToPath(import.meta.url) &&
  existsSync('src/client') &&
  existsSync('node_modules/typescript')
)
  await (await import('./client.mjs')).buildClient()

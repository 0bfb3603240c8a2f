// npm test, npm run test:e2e, npm run test:load, npm run test:attack: installs what is missing, runs the suites one after the other, and
// closes with one line, `N passed, N failed`. Every step counts for one, every test of a suite for one.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

import { build, install, requireNode } from './prepare.mjs'

const HELP = `Usage: npm test | npm run test:e2e | npm run test:load | npm run test:attack

  npm test             format, lint, types, unit, integration and drift tests. The integration tests run on
                       SQLite, and on MongoDB too when TEST_MONGODB_URI names a replica set.
  npm run test:e2e     the journey in a real browser (Chromium; CHROMIUM names another one)
  npm run test:load    many readers at once, and a server that is killed in the middle (LOAD_SECONDS, default 30)
  npm run test:attack  the running product, attacked from outside: probes, a search for secrets in all it lets out,
                       and every public route asked anything (FUZZ_RUNS for each route, default 100; FUZZ_SEED chooses which)
`

const [kind = 'all'] = process.argv.slice(2)
if (!['all', 'e2e', 'load', 'attack'].includes(kind)) {
  process.stdout.write(HELP)
  process.exit(kind === '--help' ? 0 : 2)
}

chdir(fileURLToPath(new URL('..', import.meta.url)))
requireNode()
install()

/** How much of why a test failed is said again at the end. */
const LINES_OF_WHY = 12

const total = { passed: 0, failed: 0, skipped: 0 }
const said = []
const scratch = mkdtempSync(join(tmpdir(), 'ovoz-test-'))
const say = (text) => process.stdout.write(`${text}\n`)

function run(args, env = {}) {
  const began = Date.now()
  // A shell whose NODE_ENV says production must not make the tests of development fail.
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', ...env },
  })
  say(`took ${((Date.now() - began) / 1000).toFixed(0)} s`)
  return status
}

/** Does one step of several that keep one processor busy each, and says it as a whole once it is over. */
async function step(name, args) {
  const began = Date.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_ENV: 'test' } })
  const chunks = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
  const isGood = await new Promise((resolve) => child.on('close', (status) => resolve(status === 0)))
  say(`\n── ${name}\n${Buffer.concat(chunks)}took ${((Date.now() - began) / 1000).toFixed(0)} s`)
  total[isGood ? 'passed' : 'failed'] += 1
  if (!isGood) said.push(`FAILED: ${name}`)
}

async function inTurn(steps) {
  for (const [name, args] of steps) await step(name, args)
}

/** A fault with the first lines of why. */
const linesOf = ({ path, name, why }) =>
  [
    `  ${path} ${name}`,
    ...why
      .split('\n')
      .slice(0, LINES_OF_WHY)
      .map((line) => `      ${line}`),
  ].join('\n')

function suite(name, projects, env = {}) {
  say(`\n── ${name}`)
  const file = join(scratch, `${name.replace(/\W+/g, '-')}.json`)
  const only = projects.flatMap((project) => ['--project', project])
  const status = run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...only,
      '--reporter=default',
      '--reporter=./scripts/reporter.mjs',
    ],
    { ...env, TEST_REPORT: file },
  )
  if (!existsSync(file)) {
    total.failed += 1
    said.push(`FAILED: ${name} did not run.`)
    return
  }
  const { passed, skipped, faults } = JSON.parse(readFileSync(file, 'utf8'))
  // A run that ends badly has failed, whatever its tests say.
  const failed = faults.length || (status === 0 ? 0 : 1)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  if (failed) said.push(`FAILED: ${name}: ${failed}`, ...faults.map(linesOf))
  if (skipped) said.push(`SKIPPED: ${name}: ${skipped} (the lines above say why)`)
}

function onBothEngines(name, projects) {
  suite(`${name} on SQLite`, projects, { TEST_ENGINE: 'sqlite' })
  if (process.env.TEST_MONGODB_URI) suite(`${name} on MongoDB`, projects, { TEST_ENGINE: 'mongodb' })
  else said.push(`NOT RUN: the ${name} on MongoDB (set TEST_MONGODB_URI to a replica set to run them).`)
}

if (kind === 'all') {
  const types = (project) => ['node_modules/typescript/bin/tsc', '--noEmit', '--project', project]
  say('\nFormat, types and lint …')
  await Promise.all([
    inTurn([
      ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
      ['types', types('.')],
      ['types of the site', types('tests/unit/site')],
      ['types of the widget', types('widget')],
    ]),
    step('lint', ['node_modules/eslint/bin/eslint.js', '.']),
  ])
  suite('unit and drift tests', ['unit', 'drift'])
  onBothEngines('integration tests', ['int', 'alone'])
} else {
  await build()
  if (kind === 'attack') onBothEngines('attack', ['attack'])
  else suite(kind === 'e2e' ? 'browser journeys' : 'load tests', [kind])
}

rmSync(scratch, { recursive: true, force: true })
say(`\n${said.map((line) => `${line}\n`).join('')}`)
say(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed ? 1 : 0)

import { spawn } from 'node:child_process'
import { join } from 'node:path'

type Program = 'commands' | 'mail-worker' | 'public-door' | 'rotate' | 'worker'
type Start = { args?: string[]; env?: Record<string, string | undefined> }
type Run = { code: number | null; out: string; err: string }

/** A program (see `bundle-programs.ts`) in a process of its own, on the settings and the database of this one. */
function launch(name: Program, { args = [], env = {} }: Start) {
  const file = join(process.env.TEST_PROGRAMS!, `${name}.js`)
  return spawn(process.execPath, ['--conditions=production', file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Starts a program; what it complains about is shown among what the tests print. */
export function startProgram(name: Program, start: Start = {}) {
  const child = launch(name, start)
  child.stderr.pipe(process.stderr, { end: false })
  return child
}

/** Runs a program to its end; `killAt` ends it without a warning at a line it prints. */
export function runProgram(
  name: Program,
  { killAt, ...start }: Start & { killAt?: RegExp } = {},
): Promise<Run> {
  const child = launch(name, start)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
    if (killAt?.test(said.out)) child.kill('SIGKILL')
  })
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
}

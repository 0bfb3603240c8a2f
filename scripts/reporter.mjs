// Writes what a run of vitest came to: its counts, and each fault with why. Vitest's own JSON leaves out the hook of a
// suite that failed, and what went wrong outside of every test.
import { writeFileSync } from 'node:fs'

/** Colours of the terminal (ECMA-48, 8.3.117): a log may have none. */
const COLOURS = /\u001b\[[\d;]*m/g

const whyOf = (errors) =>
  errors
    .map(({ message, stack }) => (stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`))
    .join('\n')

/** A step of a stack that is vitest's own. */
const OF_VITEST = /\n\s+at .*node_modules\/@?vitest\/.*/g

/** A test, a suite or a file with faults of its own; those of its parts stand with the parts. */
const faultOf = (path, name, errors) => ({
  path,
  name,
  why: whyOf(errors).replace(COLOURS, '').replace(OF_VITEST, ''),
})

function* faultsIn(file) {
  const path = file.relativeModuleId
  if (file.errors().length) yield faultOf(path, '', file.errors())
  for (const suite of file.children.allSuites())
    if (suite.errors().length) yield faultOf(path, suite.fullName, suite.errors())
  for (const test of file.children.allTests('failed'))
    yield faultOf(path, test.fullName, test.result().errors)
}

export default class Reporter {
  #file = process.env.TEST_REPORT

  onTestRunEnd(files, errors) {
    const count = (state) =>
      files.reduce((sum, { children }) => sum + [...children.allTests(state)].length, 0)
    const faults = files.flatMap((file) => [...faultsIn(file)])
    if (errors.length) faults.push(faultOf('', 'outside of every test', errors))
    const report = { passed: count('passed'), skipped: count('skipped') + count('pending'), faults }
    writeFileSync(this.#file, JSON.stringify(report))
  }
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'

import { bundleForNode } from '../../scripts/bundle.mjs'

/** Below the packages, so that those that are not bundled are found from there. */
const PLACE = 'node_modules/.cache'
let outdir = ''

/**
 * Bundles, once for a run, the programs that tests run in processes of their own (`startProgram`): those of the product,
 * and parts of it under a test's orders. To load every module by itself takes each of them six seconds.
 */
export async function setup() {
  if (process.env.TEST_PROGRAMS) return
  mkdirSync(PLACE, { recursive: true })
  outdir = mkdtempSync(`${PLACE}/ovoz-tests-`)
  process.env.TEST_PROGRAMS = outdir
  await bundleForNode({
    entryPoints: ['src/commands.ts', 'src/worker.ts', 'tests/support/programs/*.ts'],
    entryNames: '[name]',
    outdir,
    define: {},
  })
}

export function teardown() {
  if (outdir) rmSync(outdir, { recursive: true, force: true })
}

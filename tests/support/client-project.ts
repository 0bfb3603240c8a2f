import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildClient } from '../../scripts/client.mjs'

const TSC = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
const FIXTURE = join(import.meta.dirname, '../fixtures/client-project')

/** A project outside the repository that has the client as it is handed out, and no other package. */
export class ClientProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'ovoz-client-project-'))

  /** @param as with the package of the whole product, of which only what it lists is taken, or as the client alone. */
  async install(as: 'product' | 'client') {
    const home = join(this.folder, 'node_modules/ovoz')
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    cpSync(FIXTURE, this.folder, { recursive: true })
    if (as === 'product') cpSync('package.json', join(home, 'package.json'))
    await buildClient(as === 'product' ? join(home, 'dist/client') : home)
    return this
  }

  /** What the compiler says; nothing where all is well. What it makes is in the folder `out`. */
  compile(config = 'tsconfig.json'): string {
    const { stdout, stderr } = spawnSync(process.execPath, [TSC, '-p', config], {
      cwd: this.folder,
      encoding: 'utf8',
    })
    return stdout + stderr
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

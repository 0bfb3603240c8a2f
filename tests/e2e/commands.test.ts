import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

it('the command line is part of the built product', () => {
  const env = { ...process.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'ovoz-commands-')), DATABASE_URI: '' }
  const run = (...line: string[]) =>
    spawnSync(process.execPath, ['--conditions=production', 'scripts/ovoz.mjs', ...line], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...env, NODE_ENV: 'production' },
    })
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('search rebuild') })
  const rebuilt = run('search', 'rebuild')
  expect(rebuilt.status, rebuilt.stderr).toBe(0)
  expect(rebuilt.stdout).toContain('posts: 0 looked at')
})

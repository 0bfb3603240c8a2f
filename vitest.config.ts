import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const resolve = {
  alias: { '@payload-config': here('./payload.config.ts'), 'ovoz/client': here('./src/client/index.ts') },
}

/** Settings are read when a module is first imported, so they stand before any test does. Nothing real is in them. */
const env = {
  DATA_DIR: join(tmpdir(), `ovoz-unit-${process.pid}-${Date.now().toString(36)}`),
  SEAL_KEY: Buffer.alloc(32, 'a key for tests ').toString('base64'),
  PAYLOAD_SECRET: 'a text for tests of exactly 40 characters'.slice(0, 40),
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'http://localhost:3000',
  SITE: 'off',
  SITE_URL: 'https://site.example',
  CORS_ORIGINS: 'https://partner.example',
}

/** Lexical's packages without the top-level awaits that Node 20 now and then waits on for ever. */
const execArgv = ['--conditions=production']

/** Tests of the product in their own process, or in one that has had other tests before; the database is always new. */
const withOvoz = {
  globalSetup: ['tests/support/databases.ts', 'tests/support/bundle-programs.ts'],
  setupFiles: ['tests/support/env.ts'],
  pool: 'forks' as const,
  execArgv,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
}

// Kinds of tests that keep a machine busy go one after the other; the files of a kind have servers and databases of their own.
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        // Properties take their time on a small machine that does something else as well.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/unit.ts'],
          env,
          execArgv,
          testTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          name: 'int',
          include: ['tests/int/*.test.ts'],
          exclude: ['tests/int/*.alone.test.ts'],
          // To load the product takes as long as many a file of tests.
          isolate: false,
          ...withOvoz,
        },
      },
      {
        resolve,
        test: { name: 'alone', include: ['tests/int/*.alone.test.ts'], ...withOvoz },
      },
      {
        resolve,
        test: {
          name: 'drift',
          include: ['tests/drift/**/*.test.ts'],
          env,
          execArgv,
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve,
        test: {
          name: 'load',
          include: ['tests/load/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What is measured under load has the machine to itself.
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
      {
        resolve,
        test: {
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          env,
          execArgv,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          // Two that write their figures into one file go one after the other.
          fileParallelism: !process.env.FIGURES,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})

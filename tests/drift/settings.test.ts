import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { toEnvExample, toSettingsTable } from '../../src/platform/settings-docs.ts'

it.each([
  ['.env.example', toEnvExample],
  ['docs/settings.md', toSettingsTable],
])('%s says what src/platform/settings.ts says', (file, make) => {
  expect(readFileSync(file, 'utf8'), `${file} is out of date: run npm run generate`).toBe(make())
})

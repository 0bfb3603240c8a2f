import { afterAll } from 'vitest'

import { settings } from '../../src/platform/settings.ts'

/** What tests change in the settings is theirs alone: a process reads them once, whatever number of files it tests. */
export function restoreSettings() {
  const before = { ...settings }
  afterAll(() => void Object.assign(settings, before))
}

import type { Command } from '../platform/command.ts'
import { wipeFreed } from '../platform/wipe.ts'
import { replay } from './erase.ts'

export const privacyReplay: Command = {
  name: 'privacy replay',
  summary: 'forgets again every reader who was to be forgotten, as each start does; after a restore',
  run: async ({ payload, say }) => {
    const { entries, comments } = await replay(payload)
    await wipeFreed(payload)
    say(
      `${entries} readers were to be forgotten; ${comments} of their comments had come back and are erased again.`,
    )
  },
}

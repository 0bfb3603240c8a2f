import type { Command } from '../platform/command.ts'
import { rebuildIndex } from './rebuild.ts'

/** How many documents lie between two lines of progress. */
const EVERY = 1000

export const searchRebuild: Command = {
  name: 'search rebuild',
  summary: 'makes the search index anew from the documents; the server may run meanwhile',
  run: async ({ payload, say }) => {
    const began = Date.now()
    const results = await rebuildIndex({
      payload,
      onProgress: ({ kind, done }) => {
        if (done % EVERY === 0) say(`  ${kind}: ${done} …`)
      },
    })
    for (const { kind, done, indexed } of results) say(`${kind}: ${done} looked at, ${indexed} can be found`)
    say(`Done in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  },
}

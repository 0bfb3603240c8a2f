import type { Command } from '../platform/command.ts'
import { runRetention } from './run.ts'

export const retentionRun: Command = {
  name: 'retention run',
  summary: 'erases what was kept long enough, as every night does; --dry-run only counts it',
  run: async ({ payload, args, say }) => {
    const unknown = args.filter((arg) => arg !== '--dry-run')
    if (unknown.length) throw new Error(`There is no option “${unknown[0]}”. There is --dry-run.`)
    const results = await runRetention({
      payload,
      now: new Date(),
      isDry: args.includes('--dry-run'),
      say,
    })
    if (!results) say('Another process is at it already; nothing was done.')
  },
}

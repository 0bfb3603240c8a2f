import config from '../payload.config.ts'
import { chooseCommand, type Command, helpOf } from './platform/command.ts'
import { openPayload } from './platform/open.ts'
import { keysRotate } from './keys/command.ts'
import { privacyReplay } from './privacy/command.ts'
import { retentionRun } from './retention/command.ts'
import { searchRebuild } from './search/command.ts'

/** Every command there is; a new one is a file in its room and a line here. */
const COMMANDS: Command[] = [searchRebuild, retentionRun, keysRotate, privacyReplay]

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function start(): Promise<number> {
  const choice = chooseCommand({ commands: COMMANDS, line: process.argv.slice(2) })
  if (choice.does === 'help') {
    say(helpOf(COMMANDS))
    return 0
  }
  if (choice.does === 'refuse') {
    process.stderr.write(`${choice.why}\n\n${helpOf(COMMANDS)}\n`)
    return 2
  }
  const payload = await openPayload(config)
  try {
    return (await choice.command.run({ payload, args: choice.args, say })) ?? 0
  } finally {
    await payload.destroy()
  }
}

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`\n${String(error instanceof Error ? error.message : error)}\n\n`)
    process.exit(1)
  },
)

import type { Payload } from 'payload'

/** Something an administrator does from the command line: `npm run ovoz -- <name>`. */
export type Command = {
  /** One or two words, such as `search rebuild`. */
  name: string
  /** What it does, in one line. */
  summary: string
  /**
   * `args` are what follows the name.
   * @returns with which status the process ends, where that is not 0
   * @throws where it could not be done; the message is shown
   */
  run: (given: { payload: Payload; args: string[]; say: (line: string) => void }) => Promise<number | void>
}

export const helpOf = (commands: Command[]) => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: npm run ovoz -- <command>',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`),
    '',
    'Settings are read from the environment and from a file .env, as for npm start.',
  ].join('\n')
}

type Choice =
  { does: 'run'; command: Command; args: string[] } | { does: 'help' } | { does: 'refuse'; why: string }

/** What a command line asks for. */
export function chooseCommand({ commands, line }: { commands: Command[]; line: string[] }): Choice {
  const command = commands.find(({ name }) => name === line.slice(0, name.split(' ').length).join(' '))
  if (line.includes('--help') || line.includes('-h')) return { does: 'help' }
  if (command) return { does: 'run', command, args: line.slice(command.name.split(' ').length) }
  return {
    does: 'refuse',
    why: line.length ? `There is no command “${line.join(' ')}”.` : 'Name a command.',
  }
}

import { describe, expect, it } from 'vitest'

import { chooseCommand, type Command, helpOf } from '../../../src/platform/command.ts'

const command = (name: string): Command => ({ name, summary: `does ${name}`, run: () => Promise.resolve() })
const commands = [command('search rebuild'), command('backup')]
const choose = (line: string) => chooseCommand({ commands, line: line.split(' ').filter(Boolean) })

describe('the command line', () => {
  it.each([
    ['search rebuild', 'search rebuild', []],
    ['backup', 'backup', []],
    ['backup here.zip', 'backup', ['here.zip']],
  ])('“%s” runs “%s” with %j', (line, name, args) => {
    expect(choose(line)).toMatchObject({ does: 'run', command: { name }, args })
  })

  it.each(['--help', '-h', 'backup --help', 'unknown --help'])('“%s” asks for help', (line) => {
    expect(choose(line)).toEqual({ does: 'help' })
  })

  it.each(['', 'search', 'rebuild', 'search rebuilds', 'backups'])('“%s” is refused', (line) => {
    expect(choose(line)).toMatchObject({ does: 'refuse' })
  })

  it('help names every command and what it does', () => {
    for (const { name, summary } of commands)
      expect(helpOf(commands)).toMatch(new RegExp(`  ${name} +${summary}`))
  })
})

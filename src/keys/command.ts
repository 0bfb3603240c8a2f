import { readFileSync } from 'node:fs'

import type { Command } from '../platform/command.ts'
import { rotateKeys } from './rotate.ts'

const OPTION = '--key-file='
/** With which status it ends where somebody has to change the environment first. */
const NOT_YET = 3

/** A key that is given stands in a file: a command line can be read by everybody on the machine. */
function readKey(path: string): string {
  const key = readFileSync(path, 'utf8').trim()
  if (Buffer.from(key, 'base64').length !== 32 || !/^[A-Za-z0-9+/]+=*$/.test(key))
    throw new Error('The file must hold 32 random bytes in base64 (make them with: openssl rand -base64 32).')
  return key
}

export const keysRotate: Command = {
  name: 'keys rotate',
  summary: 'seals everything with a new key while the server runs; --key-file=<path> takes one of your own',
  run: async ({ payload, args, say }) => {
    const [given, ...more] = args
    if (more.length || (given && !given.startsWith(OPTION)))
      throw new Error(`There is no option “${args.join(' ')}”. There is ${OPTION}<path>.`)
    const key = given && readKey(given.slice(OPTION.length))
    return (await rotateKeys({ payload, say, ...(key && { key }) })) ? 0 : NOT_YET
  },
}

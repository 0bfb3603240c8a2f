import { parseArgs } from 'node:util'

import { FULL, type Sizes, TINY } from './sizes.ts'

export const NAMES = [
  'article',
  'list',
  'thread',
  'unchanged',
  'compressed',
  'miss',
  'submit',
  'start',
  'memory',
  'nginx',
] as const
export type Name = (typeof NAMES)[number]

export type Options = {
  seconds: number
  rounds: number
  connections: number[]
  only: Name[]
  sizes: Sizes
  isQuick: boolean
  json: string
  markdown: boolean
}

/**
 * Reads the words behind the command.
 * @throws Error with a sentence for the operator.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      tiny: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      connections: { type: 'string', default: '1,16,64' },
      only: { type: 'string', default: NAMES.join(',') },
      json: { type: 'string', default: 'bench/results.json' },
    },
  })
  const number = (name: string, text: string) => {
    const value = Number(text)
    if (!(value > 0)) throw new Error(`--${name} takes numbers above 0, not “${text}”.`)
    return value
  }
  const only = values.only.split(',').map((name) => {
    const known = NAMES.find((one) => one === name.trim())
    if (!known) throw new Error(`--only knows ${NAMES.join(', ')}; not “${name}”.`)
    return known
  })
  return {
    seconds: number('seconds', values.seconds ?? (values.quick ? '1' : '2')),
    rounds: Math.ceil(number('rounds', values.rounds ?? (values.quick ? '1' : '3'))),
    connections: values.connections.split(',').map((text) => Math.ceil(number('connections', text))),
    only,
    sizes: values.tiny ? TINY : FULL,
    isQuick: values.quick,
    json: values.json,
    markdown: values.markdown,
  }
}

import type { ChildProcess } from 'node:child_process'

import { startProgram } from './program.ts'

/** The public door in a second process on the same database (programs/public-door.ts): the process, and its port. */
export async function startSecond(
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; port: number }> {
  const child = startProgram('public-door', { env })
  const port = await new Promise<number>((resolve, reject) => {
    let output = ''
    child.once('exit', (code) => reject(new Error(`It ended with ${code}. ${output}`)))
    child.stdout.on('data', (data: Buffer) => {
      output += String(data)
      const found = /port (\d+)/.exec(output)
      if (found) resolve(Number(found[1]))
    })
  })
  return { child, port }
}

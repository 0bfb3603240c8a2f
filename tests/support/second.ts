import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** The public door in a second process on the same database (second-process.ts): the process, and its port. */
export async function startSecond(
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; port: number }> {
  const script = join(import.meta.dirname, 'second-process.ts')
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
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

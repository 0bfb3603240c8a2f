import { createServer } from 'node:net'

/**
 * A free port of this machine, told to the settings as that of the mail server. They are read when they are first
 * imported, so this is called before, by `vi.hoisted`.
 */
export async function takeMailPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  return port
}

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: read by a parser, with the addresses its envelope named and every byte of it. */
export type Arrived = ParsedMail & { envelope: string[]; bytes: string }

/**
 * A mail server in this process. Settings are read at the first import of ours, so it is opened before:
 * `await vi.hoisted(async () => (await import('../support/mailbox.ts')).openMailbox())`.
 */
export async function openMailbox() {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const envelope = session.envelope.rcptTo.map(({ address }) => address)
        simpleParser(bytes).then(
          (mail) => (arrived.push({ ...mail, envelope, bytes: bytes.toString('utf8') }), done()),
          done,
        )
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    arrived,
    /** What came to one address, in the order in which it came. */
    to: (address: string) => arrived.filter(({ envelope }) => envelope.includes(address)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The links of a mail to our own pages, by what they are for. */
export function linksOf({ text = '' }: Arrived): Record<string, string> {
  const links = [...text.matchAll(/http:\/\/localhost:3000(\/mail\/([a-z-]+)\/[\w-]+)/g)]
  return Object.fromEntries(links.map(([, path, act]) => [act, path!]))
}

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

import { createPostman } from '../../src/mail/postman.ts'
import type { Letter } from '../../src/mail/service.ts'
import type { Ovoz } from './ovoz.ts'

/** A letter that says little, each a notice of its own. */
export const letterTo = (to: string, more: Partial<Letter> = {}): Letter => ({
  kind: 'test',
  once: randomUUID(),
  to,
  locale: 'en',
  subject: 'News',
  text: 'Some news.\n',
  html: '<p>Some news.</p>',
  ...more,
})

/** Everything that is or was to be sent, the oldest first. */
export async function mailsOf(ovoz: Ovoz): Promise<any[]> {
  const { docs } = await ovoz.payload.find({
    collection: 'mails',
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })
  return docs
}

/** A mail as a server got it: whom the envelope names, every byte, and what a mail program reads in it. */
export type Arrived = { to: string[]; raw: string; mail: ParsedMail }

type Behaviour = Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo'> & {
  /** Instead of an answer to a mail that has come to its end. */
  onEnd?: (server: SMTPServer, done: (error?: Error | null) => void) => void
}

/** A mail server on a port of this machine. */
export async function openMailServer({ port, onEnd, ...behaviour }: Behaviour & { port: number }) {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    ...behaviour,
    onData(stream, { envelope }, done) {
      text(stream)
        .then(async (raw) => {
          const to = envelope.rcptTo.map(({ address }) => address)
          arrived.push({ to, raw, mail: await simpleParser(raw) })
          if (onEnd) onEnd(server, done)
          else done()
        })
        .catch(done)
    },
  })
  // What a client does that hangs up is no fault of ours.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    arrived,
    server,
    subjects: () => arrived.map(({ mail }) => mail.subject).sort(),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** An answer of a mail server that refuses. */
export const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode })

/** A worker that takes no chances with its pauses. Its clock is ahead by some milliseconds. */
export function mailWorker(ovoz: Ovoz, more: Partial<Parameters<typeof createPostman>[0]> = {}) {
  const postman = createPostman({ payload: ovoz.payload, random: () => 0, ...more })
  return {
    postman,
    async send(ahead = 0) {
      await postman.look(() => new Date(Date.now() + ahead))
      await postman.rest()
    },
  }
}

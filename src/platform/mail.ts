import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { createTransport, type Transport, type Transporter } from 'nodemailer'
import { v7 as uuid } from 'uuid'

import { settings } from './settings.ts'

/** What is told of a mail that was written into a folder. */
export type Written = { messageId: string; file: string }

/** A nodemailer transport that writes each mail into a folder as an .eml file, for machines without a mail server. */
function folderTransport(folder: string): Transport<Written> {
  return {
    name: 'folder',
    version: '1',
    send(mail, done) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${uuid()}.eml`)
      pipeline(mail.message.createReadStream(), createWriteStream(file, { mode: 0o600 }))
        .then(() => done(null, { messageId: mail.message.messageId(), file }))
        .catch((error: Error) => done(error, null as never))
    },
  }
}

/** How long we wait for a mail server, in milliseconds: for its name, the connection, its greeting, each answer. */
const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
}

/** A mail that wants to know when the transport has read it to its end; no server takes it for sent before that. */
export type Watched = { whenRead?: () => void }

const watchReading: Parameters<Transporter['use']>[1] = (mail, done) => {
  const { whenRead } = mail.data as Watched
  if (whenRead) mail.message.processFunc((stream) => stream.once('end', whenRead))
  done()
}

function transport(): Transporter {
  const made: Transporter = settings.SMTP_URL
    ? createTransport({ ...PATIENCE, url: settings.SMTP_URL })
    : createTransport(folderTransport(join(settings.DATA_DIR, 'mail')))
  return made.use('stream', watchReading)
}

/** Where Payload hands over a mail: the server of SMTP_URL, else the folder `mail` in DATA_DIR. */
export const mailAdapter = () =>
  nodemailerAdapter({
    defaultFromAddress: settings.MAIL_FROM,
    defaultFromName: 'Ovoz',
    // A mail server that is away at the start delays mail and nothing else.
    skipVerify: true,
    transport: transport(),
  })

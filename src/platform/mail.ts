import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { createTransport, type Transport } from 'nodemailer'
import { v7 as uuid } from 'uuid'

import { settings } from './settings.ts'

/** A nodemailer transport that writes each mail into a folder as an .eml file, for machines without a mail server. */
function folderTransport(folder: string): Transport<{ messageId: string }> {
  return {
    name: 'folder',
    version: '1',
    send(mail, done) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${uuid()}.eml`)
      pipeline(mail.message.createReadStream(), createWriteStream(file, { mode: 0o600 }))
        .then(() =>
          done(null, { messageId: mail.message.messageId(), envelope: mail.message.getEnvelope() } as never),
        )
        .catch((error: Error) => done(error, null as never))
    },
  }
}

/** Where Payload hands over a mail: the server of SMTP_URL, else the folder `mail` in DATA_DIR. */
export const mailAdapter = () =>
  nodemailerAdapter({
    defaultFromAddress: settings.MAIL_FROM,
    defaultFromName: 'Ovoz',
    // A mail server that is away at the start delays mail and nothing else.
    skipVerify: true,
    transport: settings.SMTP_URL
      ? createTransport(settings.SMTP_URL)
      : createTransport(folderTransport(join(settings.DATA_DIR, 'mail'))),
  })

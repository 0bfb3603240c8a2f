import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { createTransport, type Transporter } from 'nodemailer'

import { folderTransport } from './mail-folder.ts'
import { settings } from './settings.ts'

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
    : createTransport(folderTransport())
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

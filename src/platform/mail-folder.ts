import { createWriteStream, mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { Transport } from 'nodemailer'
import { v7 as uuid } from 'uuid'

import { settings } from './settings.ts'

/** What is told of a mail that was written into a folder. */
export type Written = { messageId: string; file: string }

const ENDING = '.eml'
const folder = () => join(settings.DATA_DIR, 'mail')
const fileOf = (id: string) => join(folder(), `${id}${ENDING}`)

/** A Message-ID of ours begins with the id of the mail, by which its file is found again. */
const idIn = (messageId: string) => /^<([\w-]+)@/.exec(messageId)?.[1] ?? uuid()

/**
 * A nodemailer transport that writes each mail as an .eml file into the folder `mail` of DATA_DIR, for machines without a
 * mail server. The same mail written again takes the place of the first.
 */
export function folderTransport(): Transport<Written> {
  return {
    name: 'folder',
    version: '1',
    send(mail, done) {
      mkdirSync(folder(), { recursive: true, mode: 0o700 })
      const messageId = mail.message.messageId()
      const file = fileOf(idIn(messageId))
      pipeline(mail.message.createReadStream(), createWriteStream(file, { mode: 0o600 }))
        .then(() => done(null, { messageId, file }))
        .catch((error: Error) => done(error, null as never))
    },
  }
}

async function namesInFolder(): Promise<string[]> {
  try {
    return (await readdir(folder())).filter((name) => name.endsWith(ENDING))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Whether any mail lies in the folder; also where there is a mail server by now. */
export const isAnyWritten = async () => (await namesInFolder()).length > 0

/** Takes the files of some mails away, by their ids. One that is not there is away. */
export async function removeWritten(ids: readonly string[]): Promise<void> {
  for (const id of ids) await rm(fileOf(id), { force: true })
}

/** Takes all files away that were written until a time, whatever mail they are of. */
export async function removeWrittenUntil(time: Date): Promise<void> {
  for (const name of await namesInFolder()) {
    const file = join(folder(), name)
    // Another process may have been here between.
    const found = await stat(file).catch(() => null)
    if (found && found.mtime <= time) await rm(file, { force: true })
  }
}

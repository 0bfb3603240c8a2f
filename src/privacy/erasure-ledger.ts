import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { ERASURE_CHOICES } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import type { Erasure } from './erasure.ts'
import { all, system } from './store.ts'

const collection = 'erasures'

/** Beside the database, so that a database that is restored from a backup learns of what was to be forgotten since. */
export const ledgerFile = () => join(settings.DATA_DIR, 'erasures.jsonl')

const Entry = z.object({
  entry: z.string(),
  writer: z.string(),
  keyId: z.string(),
  choice: z.enum(ERASURE_CHOICES),
  at: z.iso.datetime(),
  comments: z.int().min(0),
  by: z.string(),
  // Lines of former versions also have what staff noted; it goes no further.
})

/**
 * Reads the lines of a ledger. The last line may be cut off where the power failed while it was written.
 * @throws Error that names the line, where another one cannot be read
 */
export function readLines(text: string): Erasure[] {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (!line.trim()) return []
    try {
      return [Entry.parse(JSON.parse(line))]
    } catch (error) {
      if (i === lines.length - 1) return []
      throw new Error(`Line ${i + 1} of the ledger of erasures cannot be read.`, { cause: error })
    }
  })
}

function readFile(): string {
  try {
    return readFileSync(ledgerFile(), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Adds lines, and returns when they are on the disk. */
function append(entries: Erasure[]) {
  if (!entries.length) return
  const before = readFile()
  // A line that was cut off is ended, so that it spoils no other.
  const start = before === '' || before.endsWith('\n') ? '' : '\n'
  const file = openSync(ledgerFile(), 'a', 0o600)
  try {
    writeSync(file, `${start}${entries.map((one) => `${JSON.stringify(one)}\n`).join('')}`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const complain = (payload: Payload, err: unknown) =>
  payload.logger.error({
    err,
    msg: `The ledger of erasures (${ledgerFile()}) cannot be read or written. A database restored from a backup would not learn of the latest ones.`,
  })

async function findAll(payload: Payload): Promise<Erasure[]> {
  const { docs } = await payload.find({ collection, sort: 'at', ...all })
  return docs.map(({ entry, writer, keyId, choice, at, comments, by }) => ({
    entry,
    writer,
    keyId,
    choice,
    at,
    comments,
    by,
  }))
}

/** Writes an erasure down before anything is erased, so that what is begun is ended, also after a crash. */
export const keepErasure = ({ erasure, req }: { erasure: Erasure; req: PayloadRequest }) =>
  req.payload.create({ collection, data: erasure, req, ...system })

/** Adds an erasure to the file once it stands in the database: a transaction may be undone, or begun again, a line is neither. */
export function noteInFile({ payload, erasure }: { payload: Payload; erasure: Erasure }) {
  try {
    append([erasure])
  } catch (err) {
    complain(payload, err)
  }
}

/** Brings the database and the file to the same, each learning what it lacks, and returns all of it, the oldest first. */
export async function readLedger(payload: Payload): Promise<Erasure[]> {
  const kept = await findAll(payload)
  try {
    const written = readLines(readFile())
    const known = new Set(kept.map(({ entry }) => entry))
    const noted = new Set(written.map(({ entry }) => entry))
    append(kept.filter(({ entry }) => !noted.has(entry)))
    const missing = new Map(written.filter(({ entry }) => !known.has(entry)).map((one) => [one.entry, one]))
    for (const data of missing.values()) await payload.create({ collection, data, ...system })
    return [...kept, ...missing.values()].sort((a, b) => a.at.localeCompare(b.at))
  } catch (err) {
    complain(payload, err)
    return kept
  }
}

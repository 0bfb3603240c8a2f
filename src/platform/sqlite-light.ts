import { fileURLToPath } from 'node:url'

import Database from 'libsql'

export type LightDatabase = InstanceType<typeof Database>

/**
 * What the embedded database adds to Payload's adapter: small writes that nobody's word depends on. Each is a transaction of
 * its own, in its turn, and sees what is committed; all processes see it at once. It does not wait for the disk: the last ones
 * may be lost when the power fails. `act` is not to wait for anything.
 */
export type WritesLightly = { writeLightly: <T>(act: (database: LightDatabase) => T) => Promise<T> }

/**
 * A connection for such writes, opened when it is first needed. It is the driver's own: through the client that Payload uses,
 * each statement costs ten times as much.
 */
export function createLightWriter(url: string) {
  let database: LightDatabase | undefined
  function open() {
    if (database) return database
    database = new Database(fileURLToPath(url))
    database.exec('PRAGMA synchronous = NORMAL')
    // As on the connection of all other writes.
    database.exec('PRAGMA secure_delete = ON')
    return database
  }
  return {
    /** @throws Error SQLITE_BUSY while another process writes */
    begin: () => void open().exec('BEGIN IMMEDIATE'),
    run<T>(act: (database: LightDatabase) => T): T {
      const opened = open()
      try {
        const result = act(opened)
        opened.exec('COMMIT')
        return result
      } catch (error) {
        if (opened.inTransaction) opened.exec('ROLLBACK')
        throw error
      }
    },
    close: () => void database?.close(),
  }
}

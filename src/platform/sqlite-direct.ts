import { fileURLToPath } from 'node:url'

import Database from 'libsql'
import { LRUCache } from 'lru-cache'

export type Value = string | number | null
export type Statement = { sql: string; args: Value[] }

/** A connection of the driver's own: through the client that Payload uses, each statement is prepared anew. */
export type Connection = {
  exec: (sql: string) => void
  run: (statement: Statement) => void
  /** Rows, each a list of values in the order of the columns. */
  all: (statement: Statement) => unknown[][]
}

/** What the embedded database adds to Payload's adapter. */
export type ActsDirectly = {
  /** Reads what is committed. */
  readDirectly: (statement: Statement) => unknown[][]
  /** Writes in one transaction, in their turn. What comes at the same moment shares the wait for the disk. */
  writeTogether: (statements: Statement[]) => Promise<void>
  /**
   * A small write that nobody's word depends on: a transaction of its own, in its turn, which sees what is committed; all
   * processes see it at once. It does not wait for the disk: the last ones may be lost when the power fails. `act` is not to wait
   * for anything.
   */
  writeLightly: <T>(act: (connection: Connection) => T) => Promise<T>
}

/** How many statements are kept prepared. There are few, but lists of any length differ. */
const MOST_PREPARED = 200

type Prepared = ReturnType<InstanceType<typeof Database>['prepare']>

/** A connection to the file at a `file:` address, opened when it is first needed. */
export function createConnection(url: string, pragmas: readonly string[]) {
  let database: InstanceType<typeof Database> | undefined
  const known = new LRUCache<string, Prepared>({ max: MOST_PREPARED })

  function open() {
    if (database) return database
    database = new Database(fileURLToPath(url))
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
    return database
  }

  function withPrepared<T>(sql: string, act: (prepared: Prepared) => T): T {
    let prepared = known.get(sql)
    if (!prepared) known.set(sql, (prepared = open().prepare(sql)))
    try {
      return act(prepared)
    } catch (error) {
      // It may have stopped half-way, and would hold on to what it read.
      known.delete(sql)
      throw error
    }
  }

  const connection: Connection = {
    exec: (sql) => void open().exec(sql),
    run: ({ sql, args }) => withPrepared(sql, (prepared) => void prepared.run(args)),
    all: ({ sql, args }) => withPrepared(sql, (prepared) => prepared.raw().all(args) as unknown[][]),
  }

  return {
    ...connection,
    /** Ends a transaction that has begun: with what `act` writes, or, where it fails, as if nothing had been. */
    finish<T>(act: (connection: Connection) => T): T {
      try {
        const result = act(connection)
        connection.exec('COMMIT')
        return result
      } catch (error) {
        if (open().inTransaction) connection.exec('ROLLBACK')
        throw error
      }
    },
    close() {
      known.clear()
      database?.close()
      database = undefined
    },
  }
}

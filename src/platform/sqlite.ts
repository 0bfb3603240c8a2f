import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { sql, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

import { Refusal } from './problem.ts'
import { gather, type Outcome } from './gather.ts'
import { type ActsDirectly, type Connection, createConnection, type Statement } from './sqlite-direct.ts'
import type { WipesFreed } from './wipe.ts'
import { isBuilding, settings } from './settings.ts'

type Sqlite = ReturnType<ReturnType<typeof sqliteAdapter>['init']>

/** Every method of the adapter that writes. One missing here would write through the readers' connection. */
const WRITES = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/**
 * How much is written ahead before it is put in its place, in pages of 4 kB. With SQLite's own 1,000 every fiftieth
 * comment would wait for that.
 */
const CHECKPOINT_PAGES = 10_000

/** What is deleted is written over, not only marked as free. */
const OF_ALL_WRITERS = [`wal_autocheckpoint = ${CHECKPOINT_PAGES}`, 'secure_delete = ON']

/** How long a writer waits for its turn, and how long its turn may last, in milliseconds. */
const PATIENCE = 15_000
const LONGEST_TURN = 30_000
/** How long the whole process may stand still in the rare case that another one gets in between, in milliseconds. */
const BETWEEN = 2000

/** The file of the embedded database, as a `file:` address. */
const sqliteUri = () => pathToFileURL(join(settings.DATA_DIR, 'ovoz.sqlite')).href

/** Payload's adapter for a `file:` address, or for the file in DATA_DIR, safe to write to from many requests. */
export function embeddedAdapter(uri: string | undefined): DatabaseAdapterObj<Sqlite> {
  if (!uri && !isBuilding) mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  return serialiseWrites(
    sqliteAdapter({
      client: { url: isBuilding ? ':memory:' : (uri ?? sqliteUri()) },
      idType: 'uuid',
      migrationDir: join(process.cwd(), 'src/migrations'),
      push: false,
      // FULL: what was acknowledged is on the disk, also after the power fails.
      wal: { synchronous: 'FULL' },
    }),
  )
}

/**
 * A first-in-first-out lock: `take` resolves, when it is one's turn, to the function that ends the turn.
 * @throws Refusal `unavailable` when the turn does not come in time.
 */
export function createTurnstile(patience = PATIENCE) {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  return async function take(): Promise<() => void> {
    let end!: () => void
    const before = last
    const mine = new Promise<void>((resolve) => (end = resolve))
    let isLeft = false
    const leave = () => {
      if (isLeft) return
      isLeft = true
      waiting -= 1
      end()
    }
    last = before.then(() => mine)
    waiting += 1
    // Nobody is before us, so there is nothing to wait for.
    if (waiting === 1) return leave
    const giveUp = new AbortController()
    const isMine = await Promise.race([
      before.then(() => true),
      pause(patience, false, { signal: giveUp.signal, ref: false }).catch(() => false),
    ])
    giveUp.abort()
    if (isMine) return leave
    leave()
    throw new Refusal('unavailable', { private: 'A write waited too long for the embedded database.' })
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && (/SQLITE_BUSY|database is locked/.test(error.message) || isBusy(error.cause))

/** One of several writes in a transaction: when it cannot be done, nothing of it stays and the others go on. */
function settle(connection: Connection, statements: Statement[]): Outcome {
  connection.exec('SAVEPOINT one')
  try {
    for (const statement of statements) connection.run(statement)
    connection.exec('RELEASE one')
    return { error: null }
  } catch (error) {
    connection.exec('ROLLBACK TO one')
    connection.exec('RELEASE one')
    return { error }
  }
}

/**
 * Makes the embedded database safe to write to from many requests at once. Payload's adapter shares one
 * connection, on which a second transaction breaks the first; so here one connection writes, one transaction
 * after the other in the order they came, and another one reads what is committed (write-ahead log). A write
 * outside of any transaction becomes one of its own.
 */
export function serialiseWrites(inner: ReturnType<typeof sqliteAdapter>): DatabaseAdapterObj<Sqlite> {
  return {
    ...inner,
    init(args) {
      const adapter = inner.init(args)
      const take = createTurnstile()
      const ends = new Map<string, () => void>()
      let writer: Sqlite['drizzle']
      let writingClient: Sqlite['client']
      const { url } = adapter.clientConfig
      const light = createConnection(url, ['synchronous = NORMAL', ...OF_ALL_WRITERS])
      const together = createConnection(url, ['synchronous = FULL', ...OF_ALL_WRITERS])
      const reader = createConnection(url, ['query_only = ON', `busy_timeout = ${BETWEEN}`])

      const connect = adapter.connect!.bind(adapter)
      adapter.connect = async (options) => {
        await connect(options)
        writer = adapter.drizzle
        writingClient = adapter.client
        for (const pragma of OF_ALL_WRITERS) await writingClient.execute(`PRAGMA ${pragma}`)
        // The adapter opens a client where it has none: the second one is for reading.
        Object.assign(adapter, { client: undefined })
        await connect(options)
        const destroy = adapter.destroy?.bind(adapter)
        adapter.destroy = async () => {
          writingClient.close()
          for (const connection of [light, together, reader]) connection.close()
          await destroy?.()
        }
      }

      /** Begins in its turn what another process may hold up: the worker, a backup. Their turns are short. */
      async function inTurn(act: () => Promise<unknown>): Promise<() => void> {
        const leave = await take()
        for (const patienceEnds = Date.now() + PATIENCE; ;) {
          try {
            await act()
            return leave
          } catch (error) {
            if (!isBusy(error) || Date.now() > patienceEnds) {
              leave()
              throw error
            }
            await pause(5)
          }
        }
      }

      /**
       * A BEGIN that is refused leaves its statement open in this driver, and then no transaction can end any more. So it
       * is tried in a way that leaves nothing; should another process come between, its short turn is waited for.
       */
      async function beginImmediately() {
        await writingClient.executeMultiple(
          `PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK; PRAGMA busy_timeout = ${BETWEEN}`,
        )
        await writingClient.execute('BEGIN IMMEDIATE')
      }

      async function begin(): Promise<string> {
        const leave = await inTurn(beginImmediately)
        const id = randomUUID()
        const overdue = setTimeout(() => {
          args.payload.logger.error({
            msg: 'A write to the embedded database did not end in time and was undone.',
          })
          void end({ id, statement: 'ROLLBACK' })
        }, LONGEST_TURN)
        ends.set(id, () => {
          clearTimeout(overdue)
          leave()
        })
        adapter.sessions[id] = { db: writer as never, resolve: async () => {}, reject: async () => {} }
        return id
      }

      async function end({ id, statement }: { id: string; statement: 'COMMIT' | 'ROLLBACK' }) {
        const leave = ends.get(id)
        if (!leave) {
          // It was undone when its time was over: what it wrote must not be taken for kept.
          if (statement === 'COMMIT') throw new Refusal('unavailable', { private: 'A write took too long.' })
          return
        }
        ends.delete(id)
        delete adapter.sessions[id]
        try {
          await writer.run(sql.raw(statement))
        } catch (error) {
          // A commit that failed must not be taken for done, and must not hold up the next writer.
          if (statement === 'COMMIT') await writer.run(sql.raw('ROLLBACK')).catch(() => undefined)
          throw error
        } finally {
          leave()
        }
      }

      async function inTurnOf<T>(connection: typeof light, act: (connection: Connection) => T): Promise<T> {
        const leave = await inTurn(async () => connection.exec('BEGIN IMMEDIATE'))
        try {
          return connection.finish(act)
        } finally {
          leave()
        }
      }

      const directly: ActsDirectly = {
        readDirectly: (statement) => reader.all(statement),
        writeTogether: gather((writes) =>
          inTurnOf(together, (connection) => writes.map((write) => settle(connection, write))),
        ),
        writeLightly: (act) => inTurnOf(light, act),
      }

      const wipes: WipesFreed = {
        async wipeFreed() {
          // A page that was split or joined may have left a copy of what has since been deleted elsewhere: made anew, there is none.
          const leave = await inTurn(() => writingClient.execute('VACUUM'))
          try {
            // What was written ahead holds the pages as they were. Who just reads keeps it from being emptied.
            for (const patienceEnds = Date.now() + PATIENCE; ;) {
              const { rows } = await writingClient.execute('PRAGMA wal_checkpoint(TRUNCATE)')
              if (Number(rows[0]?.[0]) === 0) return
              if (Date.now() > patienceEnds)
                throw new Refusal('unavailable', { private: 'The write-ahead log could not be emptied.' })
              await pause(5)
            }
          } finally {
            leave()
          }
        },
      }

      Object.assign(adapter, directly, wipes)

      adapter.beginTransaction = begin
      adapter.commitTransaction = async (id) => end({ id: String(await id), statement: 'COMMIT' })
      adapter.rollbackTransaction = async (id) => end({ id: String(await id), statement: 'ROLLBACK' })

      for (const method of WRITES) {
        const write = (
          adapter[method] as (given: { req?: Partial<PayloadRequest> }) => Promise<unknown>
        ).bind(adapter)
        const writeInTurn = async (given: { req?: Partial<PayloadRequest> }) => {
          const current = await given.req?.transactionID
          if (current && adapter.sessions[current]) return write(given)
          const id = await begin()
          try {
            const { req } = given
            const result = await write({
              ...given,
              req: {
                context: req?.context,
                fallbackLocale: req?.fallbackLocale,
                i18n: req?.i18n,
                locale: req?.locale,
                payload: args.payload,
                t: req?.t,
                transactionID: id,
                user: req?.user,
              },
            })
            await end({ id, statement: 'COMMIT' })
            return result
          } catch (error) {
            await end({ id, statement: 'ROLLBACK' })
            throw error
          }
        }
        Object.assign(adapter, { [method]: writeInTurn })
      }
      return adapter
    },
  }
}

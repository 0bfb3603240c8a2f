import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoClient } from 'mongodb'
import type { DatabaseAdapterObj } from 'payload'

import { SettingsFault } from './settings.ts'

/** How long we look for the server before we say that it is away, in milliseconds. */
const PATIENCE = 10_000

/**
 * The connection address with its replica set named. Payload leaves transactions out, without a word, where the
 * address names none; so we ask the server, and refuse one that cannot keep a comment and its sealed address
 * together.
 * @throws SettingsFault when the server is not a replica set.
 */
async function nameReplicaSet(uri: string): Promise<string> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: PATIENCE })
  try {
    await client.connect()
    if (client.options.replicaSet) return uri
    const { setName } = await client.db('admin').command({ hello: 1 })
    if (typeof setName !== 'string') {
      throw new SettingsFault(
        'DATABASE_URI names a MongoDB server that stands alone. Ovoz needs transactions, so make it a replica set\n' +
          'of one node: start mongod with --replSet rs0 and run rs.initiate() once (see docs/operating.md).',
      )
    }
    return `${uri}${uri.includes('?') ? '&' : uri.replace(/^mongodb:\/\//, '').includes('/') ? '?' : '/?'}replicaSet=${setName}`
  } finally {
    await client.close()
  }
}

/** Payload's adapter for MongoDB, with transactions or not at all. */
export function mongoAdapter(url: string): DatabaseAdapterObj {
  const inner = mongooseAdapter({
    url,
    ensureIndexes: true,
    connectOptions: { serverSelectionTimeoutMS: 1500, writeConcern: { w: 'majority', journal: true } },
  })
  return {
    ...inner,
    init(args) {
      const adapter = inner.init(args) as unknown as MongooseAdapter
      const connect = adapter.connect!.bind(adapter)
      adapter.connect = async (options) => {
        if (adapter.url) adapter.url = await nameReplicaSet(adapter.url)
        await connect(options)
      }
      return adapter
    },
  }
}

import { randomBytes } from 'node:crypto'

import { MongoClient } from 'mongodb'

const isOnMongo = process.env.TEST_ENGINE === 'mongodb'

/** Names the databases of one run of the tests; several projects of a run have one name. */
export function setup() {
  if (isOnMongo) process.env.TEST_DATABASES ??= `ovoz_${randomBytes(6).toString('hex')}_`
}

/** Drops them when the run is over, whatever became of its processes. */
export async function teardown() {
  if (!isOnMongo) return
  const client = await MongoClient.connect(process.env.TEST_MONGODB_URI!)
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true })
    for (const { name } of databases)
      if (name.startsWith(process.env.TEST_DATABASES!)) await client.db(name).dropDatabase()
  } finally {
    await client.close()
  }
}

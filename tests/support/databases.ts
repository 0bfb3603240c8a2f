import { randomBytes } from 'node:crypto'

import { MongoClient } from 'mongodb'

/** Names the databases of one run of the tests, and drops them when it is over, whatever became of its processes. */
export default function setup() {
  if (process.env.TEST_ENGINE !== 'mongodb') return
  const prefix = (process.env.TEST_DATABASES ??= `ovoz_${randomBytes(6).toString('hex')}_`)
  return async () => {
    const client = await MongoClient.connect(process.env.TEST_MONGODB_URI!)
    try {
      const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true })
      for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase()
    } finally {
      await client.close()
    }
  }
}

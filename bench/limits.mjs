// What the machine can do at most: bare node:http servers with nothing between the socket and the bytes, or the
// socket and the database's own driver. `node bench/limits.mjs replay|query|insert '<json>'`; the port goes to the
// parent as a message.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

const [kind, text] = process.argv.slice(2)
const given = JSON.parse(text ?? '{}')

const sendJson = (response, status, value) => {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** (a) The very bytes Ovoz answered with, from memory. They come as a message: `{path: {status, headers, body}}`. */
function replay() {
  let answers = {}
  process.on('message', ({ answers: more }) => {
    answers = Object.fromEntries(
      Object.entries(more).map(([path, { status, headers, body }]) => [
        path,
        { status, headers, body: Buffer.from(body, 'base64') },
      ]),
    )
    process.send({ ready: true })
  })
  return (request, response) => {
    const answer = answers[request.url]
    if (!answer) return sendJson(response, 404, {})
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  }
}

/** The fields of a comment as the public sees it, without any work on them; answers below what they answer. */
function toPage(rows, limit) {
  const byId = new Map()
  const items = []
  for (const row of rows) {
    const comment = {
      id: row.id,
      on: given.on,
      parent: row.parent_id,
      author: { name: row.name, url: row.url, isStaff: Boolean(row.is_staff), avatarSeed: '' },
      html: row.body,
      text: row.body,
      locale: row.locale,
      createdAt: row.created_at,
      editedAt: row.edited_at,
      isRemoved: row.visibility !== 'shown',
      replyCount: 0,
      replies: [],
    }
    byId.set(comment.id, comment)
    if (comment.parent === null) items.push(comment)
    else byId.get(comment.parent)?.replies.push(comment)
  }
  return { on: given.on, items, nextCursor: items.length === limit ? items.at(-1).id : null }
}

const PAGE = `
  SELECT id, parent_id, name, url, body, locale, is_staff, edited_at, created_at, visibility FROM comments
  WHERE root IN (
    SELECT id FROM comments
    WHERE thread = ? AND parent_id IS NULL AND visibility IN ('shown', 'tombstone') AND id > ?
    ORDER BY id LIMIT ?
  ) AND visibility IN ('shown', 'tombstone')
  ORDER BY id`

async function openSqlite(url) {
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url })
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = FULL')
  return client
}

async function openMongo(uri) {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(uri, { writeConcern: { w: 'majority', journal: true } })
  return client.db()
}

async function pageReader() {
  if (!given.mongo) {
    const client = await openSqlite(given.url)
    return async (after, limit) =>
      (await client.execute({ sql: PAGE, args: [given.thread, after, limit] })).rows
  }
  const comments = (await openMongo(given.mongo)).collection('comments')
  const inView = { $in: ['shown', 'tombstone'] }
  return async (after, limit) => {
    const top = await comments
      .find({ thread: given.thread, parent: null, visibility: inView, _id: { $gt: after } })
      .project({ _id: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()
    const docs = await comments
      .find({ root: { $in: top.map(({ _id }) => _id) }, visibility: inView })
      .sort({ _id: 1 })
      .toArray()
    return docs.map((doc) => ({
      ...doc,
      id: doc._id,
      parent_id: doc.parent ?? null,
      is_staff: doc.isStaff,
      created_at: doc.createdAt,
      edited_at: doc.editedAt ?? null,
    }))
  }
}

/** (b) One page of a thread with the database's own driver: the fewest queries, turned into JSON. */
async function query() {
  const read = await pageReader()
  return (request, response) => {
    const { searchParams } = new URL(request.url, 'http://localhost')
    const limit = Number(searchParams.get('limit'))
    read(searchParams.get('after') ?? '', limit).then(
      (rows) => sendJson(response, 200, toPage(rows, limit)),
      (error) => sendJson(response, 500, { error: String(error) }),
    )
  }
}

async function commentWriter() {
  if (!given.mongo) {
    const client = await openSqlite(given.url)
    // The columns of a comment and their key; none of the further indexes Ovoz keeps.
    await client.execute(`CREATE TABLE IF NOT EXISTS written (id text PRIMARY KEY NOT NULL, body text NOT NULL,
      name text, url text, parent_id text, status text NOT NULL, locale text, is_staff integer, edited_at text,
      withdrawn_at text, created_at text NOT NULL, revision numeric, thread text, root text, depth numeric,
      visibility text, queue numeric, updated_at text NOT NULL)`)
    const sql = `INSERT INTO written VALUES (${Array.from({ length: 18 }, () => '?').join(',')})`
    return (id, { on, name, body, locale }, at) =>
      client.execute({
        sql,
        args: [
          id,
          body,
          name,
          null,
          null,
          'pending',
          locale,
          0,
          null,
          null,
          at,
          0,
          on,
          id,
          0,
          'hidden',
          0,
          at,
        ],
      })
  }
  const written = (await openMongo(given.mongo)).collection('written')
  return (_id, { on, name, body, locale }, at) =>
    written.insertOne({
      _id, body, name, url: null, parent: null, status: 'pending', locale, isStaff: false, editedAt: null,
      withdrawnAt: null, createdAt: at, revision: 0, thread: on, root: _id, depth: 0, visibility: 'hidden',
      queue: 0, updatedAt: at,
    }) // prettier-ignore
}

/** (c) One durable insert: the answer goes out once the row is on the disk. */
async function insert() {
  const keep = await commentWriter()
  const rest = {
    status: 'pending',
    message: 'x'.repeat(given.messageLength ?? 60),
    manageToken: 'x'.repeat(43),
  }
  return (request, response) => {
    const parts = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const id = randomUUID()
      keep(id, JSON.parse(Buffer.concat(parts).toString('utf8')), new Date().toISOString()).then(
        () => sendJson(response, 202, { id, ...rest }),
        (error) => sendJson(response, 500, { error: String(error) }),
      )
    })
  }
}

const KINDS = { replay, query, insert }
const server = createServer(await KINDS[kind]())
server.listen(given.port ?? 0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))

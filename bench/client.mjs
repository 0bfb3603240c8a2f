// The one that asks: a process of its own, so that its work is not counted as the server's. It takes one load at a
// time as a message, and answers with what came back.
import autocannon from 'autocannon'

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

let said = 0
const words = () => `Words ${++said} that nobody has said before, ${process.pid} ${process.hrtime.bigint()}.`

/** One request after the other with an address of its own. */
function distinctPaths(paths) {
  let next = 0
  return {
    requests: [{ setupRequest: (request) => ({ ...request, path: paths[next++ % paths.length] }) }],
    used: () => next,
  }
}

/** Comments of which no two are alike; the ids of those that were taken are kept. */
function comments({ path, on }, ids) {
  let next = 0
  return [
    {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      setupRequest: (request) => ({
        ...request,
        body: JSON.stringify({
          on: `posts/${on[next++ % on.length]}`,
          name: 'Bench',
          email: `reader${next % 4000}@bench.example`,
          body: words(),
          locale: 'en',
        }),
      }),
      onResponse: (status, body) => {
        if (status === 202) ids.push(JSON.parse(body).id)
      },
    },
  ]
}

async function load({ url, connections, seconds, headers, paths, submit }) {
  const times = []
  const ids = []
  const statuses = {}
  const distinct = paths && distinctPaths(paths)
  const options = { url, connections, duration: seconds, headers, timeout: 20 }
  if (distinct) options.requests = distinct.requests
  if (submit) options.requests = comments(submit, ids)
  const started = performance.now()
  let bytes = 0
  const result = await new Promise((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, status, length, milliseconds) => {
      times.push(milliseconds)
      bytes += length
      statuses[status] = (statuses[status] ?? 0) + 1
    })
  })
  times.sort((a, b) => a - b)
  return {
    requestsPerSecond: times.length / Math.max(result.duration, 0.001),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    requests: times.length,
    bytesEach: times.length ? Math.round(bytes / times.length) : 0,
    errors: result.errors + result.timeouts,
    statuses,
    seconds: (performance.now() - started) / 1000,
    used: distinct?.used() ?? 0,
    ids,
  }
}

process.on('message', (job) => {
  load(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  )
})
process.on('disconnect', () => process.exit(0))

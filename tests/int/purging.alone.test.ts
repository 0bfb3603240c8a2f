import { beforeAll, describe, expect, it, vi } from 'vitest'

import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, move, publish } from '../support/posts.ts'

/** A proxy that writes down when it is told; it is there before the settings are read. */
const told = await vi.hoisted(async () => {
  const { createServer } = await import('node:http')
  const times: number[] = []
  const proxy = createServer((request, response) => {
    if (request.method === 'PURGE') times.push(performance.now())
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  proxy.unref()
  process.env.PURGE_URL = `http://127.0.0.1:${(proxy.address() as { port: number }).port}/purge`
  return times
})

describe(`a proxy that keeps public answers (${engine})`, () => {
  const ovoz = useOvoz()
  const SLOW = { timeout: 20_000 }

  /** Each change is told twice: nothing is due once the second has come. */
  const untilToldTwice = (since: number) =>
    vi.waitFor(() => expect(told.filter((at) => at >= since)).toHaveLength(2), SLOW)

  beforeAll(async () => {
    await untilToldTwice(0)
  })

  /** Does something of which nothing is told, and then what is: only that is heard of. */
  async function isSilent(act: () => Promise<unknown>) {
    const before = told.length
    await act()
    const since = performance.now()
    await publish(ovoz, { title: `Told of ${since}` })
    await untilToldTwice(since)
    return told[before]! >= since
  }

  it('may keep an answer for an hour', async () => {
    await publish(ovoz, { title: 'Kept' })
    const since = performance.now()
    const { headers } = await ovoz.api('/posts/kept')
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=3600')
    await vi.waitFor(() => expect(told.at(-1)).toBeGreaterThan(since), SLOW)
  })

  it('is told of what is published, and once more', async () => {
    expect(await isSilent(async () => undefined)).toBe(true)
  })

  it('is told when a comment is approved and when it is removed', async () => {
    const { id } = await comment(ovoz, 'posts/kept', { status: 'pending' })
    for (const status of ['approved', 'spam']) {
      const since = performance.now()
      await move(ovoz, id, status)
      await untilToldTwice(since)
    }
  })

  it('is not told of a draft, nor of a comment that waits', async () => {
    expect(await isSilent(() => publish(ovoz, { title: 'Draft', _status: 'draft' }))).toBe(true)
    expect(await isSilent(() => comment(ovoz, 'posts/kept', { status: 'pending' }))).toBe(true)
  })

  it('is told of an article with a time to come when its time has come, and not before', async () => {
    const publishedAt = new Date(Date.now() + 60_000).toISOString()
    expect(await isSilent(() => publish(ovoz, { title: 'Far off', publishedAt }))).toBe(true)
    const before = told.length
    const hour = Date.now() + 1500
    const due = performance.now() + 1500
    await publish(ovoz, { title: 'Due', publishedAt: new Date(hour).toISOString() })
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(before), SLOW)
    // Two clocks: they may differ by a little.
    expect(told[before]).toBeGreaterThan(due - 100)
    expect((await ovoz.api('/posts/due')).status).toBe(200)
  })
})

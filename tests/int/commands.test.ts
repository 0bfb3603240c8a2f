import { describe, expect, it } from 'vitest'

import { fullText } from '../../src/platform/full-text.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'
import { runProgram } from '../support/program.ts'
import { until } from '../support/server.ts'

/** The command line in a process of its own, on the database of this test. */
const run = (...args: string[]) => runProgram('commands', { args })

describe(`the command line (${engine})`, () => {
  const ovoz = useOvoz()

  it('refuses a command it does not know, and lists those there are', async () => {
    const { code, out, err } = await run('search', 'destroy')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('There is no command “search destroy”.')
    expect(err).toContain('search rebuild')
  })

  it('makes the search index anew while the server runs, and says what it did', async () => {
    const found = async () => (await ovoz.api('/search?q=orchards')).body.total as number
    const { id } = await publish(ovoz, { title: 'Orchards' })
    await publish(ovoz, { title: 'Orchards of tomorrow', _status: 'draft' })
    await fullText(ovoz.payload).drop({ kind: 'posts', id: String(id) }, undefined)
    expect(await found()).toBe(0)
    const { code, out, err } = await run('search', 'rebuild')
    expect(code, err).toBe(0)
    expect(out).toContain('posts: 2 looked at, 1 can be found')
    expect(out).toMatch(/Done in [\d.]+ s\./)
    // The server hears of it within a second.
    await until(async () => (await found()) === 1, { milliseconds: 10_000, what: 'the server to find it.' })
  })
})

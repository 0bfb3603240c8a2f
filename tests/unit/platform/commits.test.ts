import type { Payload, PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'

import { afterCommit, watchCommits } from '../../../src/platform/commits.ts'

function scene(commit: () => Promise<void> = async () => undefined) {
  const db = { commitTransaction: commit, rollbackTransaction: async () => undefined }
  const payload = { db } as unknown as Payload
  watchCommits(payload)
  const done: string[] = []
  const later = (name: string, transactionID?: string | Promise<string>) =>
    afterCommit({ payload, transactionID } as unknown as PayloadRequest, () => void done.push(name))
  return { payload, done, later }
}

describe('what waits for the end of a transaction', () => {
  it('is done once it stands, in its order, and once', async () => {
    const { payload, done, later } = scene()
    await later('one', 't1')
    await later('other', 't2')
    await later('two', Promise.resolve('t1'))
    expect(done).toEqual([])
    await payload.db.commitTransaction('t1')
    await payload.db.commitTransaction('t1')
    expect(done).toEqual(['one', 'two'])
  })

  it('is never done where it is undone', async () => {
    const { payload, done, later } = scene()
    await later('one', 't1')
    await payload.db.rollbackTransaction('t1')
    await payload.db.commitTransaction('t1')
    expect(done).toEqual([])
  })

  it('is done at once where there is no transaction', async () => {
    const { done, later } = scene()
    await later('one')
    expect(done).toEqual(['one'])
  })

  it('is done also where nobody can tell whether it stands', async () => {
    const { payload, done, later } = scene(() => Promise.reject(new Error('lost')))
    await later('one', 't1')
    await expect(payload.db.commitTransaction('t1')).rejects.toThrow('lost')
    expect(done).toEqual(['one'])
  })
})

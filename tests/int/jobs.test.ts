import { beforeAll, describe, expect, it, vi } from 'vitest'

import { runJobs } from '../../src/platform/jobs.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { publish } from '../support/posts.ts'

describe(`jobs (${engine})`, () => {
  const ovoz = useOvoz()
  let editor: { id: string }

  beforeAll(async () => void (editor = await ovoz.signUp('editor')))

  const schedule = async (title: string) => {
    const post = await publish(ovoz, { title, _status: 'draft' })
    await ovoz.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'posts', value: post.id },
        user: { relationTo: 'users', value: editor.id },
      } as never,
    })
    return post.slug!
  }
  const status = async (slug: string) => (await ovoz.api(`/posts/${slug}`)).status

  it('publish what was scheduled', async () => {
    const slug = await schedule('Scheduled')
    expect(await status(slug)).toBe(404)
    const jobs = runJobs({ payload: ovoz.payload, every: 20 })
    await vi.waitFor(async () => expect(await status(slug)).toBe(200), { timeout: 20_000 })
    await jobs.stop()
  })

  it('are done although the worker that began them died', async () => {
    const slug = await schedule('Stranded')
    await ovoz.payload.update({
      collection: 'payload-jobs',
      where: {},
      data: { processing: true },
      overrideAccess: true,
    })
    const jobs = runJobs({ payload: ovoz.payload, every: 20, lease: 0 })
    await vi.waitFor(async () => expect(await status(slug)).toBe(200), { timeout: 20_000 })
    await jobs.stop()
  })
})

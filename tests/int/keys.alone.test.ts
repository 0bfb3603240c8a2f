import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from 'vitest'

import { readAddresses } from '../../src/comments/store.ts'
import { resealAll } from '../../src/keys/reseal.ts'
import { toMark } from '../../src/mail/seal.ts'
import { createVault, markKeyOf, nameOfKey, type Sealed, vault } from '../../src/platform/crypto.ts'
import { checkKeys } from '../../src/platform/keys.ts'
import { sweepSealed } from '../../src/platform/sealed-rows.ts'
import { keyring, writeKeys } from '../../src/platform/secrets.ts'
import { settings } from '../../src/platform/settings.ts'
import { engine, useOvoz } from '../support/ovoz.ts'
import { comment, publish } from '../support/posts.ts'
import { runProgram } from '../support/program.ts'
import { listen } from '../support/webhooks.ts'

const on = 'posts/turning'
const OTHER = Buffer.alloc(32, 'x').toString('base64')

const rotate = (options?: Parameters<typeof runProgram>[1]) => runProgram('rotate', options)

describe(`the key that seals (${engine})`, () => {
  const ovoz = useOvoz()
  const written: { id: string; manageToken: string; email: string }[] = []
  let first = ''

  const write = async (n: number) => {
    const email = `reader${n}@reader.example`
    written.push({ ...(await comment(ovoz, on, { email, status: 'pending' })), email })
  }
  const addresses = () => readAddresses({ payload: ovoz.payload, ids: written.map(({ id }) => id) })
  const sealedBy = async () => {
    const { docs } = await ovoz.payload.find({ collection: 'comment-private', limit: 0, pagination: false })
    return new Set(docs.map(({ email }) => email!.split('.')[1]))
  }

  beforeAll(async () => {
    await publish(ovoz, { title: 'Turning' })
    await ovoz.signUp('admin')
    first = keyring().SEAL_KEY
    for (let n = 0; n < 20; n++) await write(n)
    await listen(ovoz, { url: 'https://93.184.216.34/', events: ['post.published'] })
    const once = toMark('of a test')
    await ovoz.payload.create({
      collection: 'mails',
      data: {
        kind: 'test',
        once,
        status: 'waiting',
        attempts: 0,
        sealed: vault.seal({ value: 'a mail', place: `mail ${once}` }),
      } as never,
    })
  })

  it('is exchanged by another process while this one writes and reads, and nothing is lost', async () => {
    const mark = vault.index('writer', 'reader1@reader.example')
    let isOver = false
    const rotating = rotate().finally(() => (isOver = true))
    let n = 100
    while (!isOver) {
      await write(n++)
      expect((await addresses()).size).toBe(written.length)
    }
    const { code, out, err } = await rotating
    expect(code, `${out}${err}`).toBe(0)
    expect(out).toContain('nothing is sealed by a former key')
    expect(n).toBeGreaterThan(100)

    // This process has learned of the new key without a restart.
    const now = keyring(true).SEAL_KEY
    expect(now).not.toBe(first)
    expect(await sealedBy()).toEqual(new Set([nameOfKey(now)]))
    expect(await sweepSealed({ payload: ovoz.payload, by: [nameOfKey(first)] })).toEqual(new Map())
    const opened = await addresses()
    for (const { id, email } of written) expect(opened.get(id)).toBe(email)

    // Marks and tokens are what they were.
    expect(vault.index('writer', 'reader1@reader.example')).toBe(mark)
    const { id, manageToken } = written[0]!
    const own = await ovoz.api(`/comments/${id}`, { headers: { authorization: `Bearer ${manageToken}` } })
    expect(own.body.status).toBe('pending')
    expect(createVault(first).token('manage', id)).toBe(manageToken)

    // Mail and webhook open as well.
    const { docs: mails } = await ovoz.payload.find({
      collection: 'mails',
      where: { kind: { equals: 'test' } },
      showHiddenFields: true,
    })
    const { once, sealed } = mails[0]!
    expect(vault.open({ value: sealed as Sealed, place: `mail ${once}` })).toBe('a mail')
    const { docs: hooks } = await ovoz.payload.find({ collection: 'webhooks' })
    expect(hooks[0]!.secret).toMatch(/^whsec_/)
  }, 120_000)

  it('opens nothing any more once it was exchanged, and is put beside for old backups', async () => {
    const { docs } = await ovoz.payload.find({ collection: 'comment-private', limit: 1 })
    const value = docs[0]!.email as Sealed
    expect(() => createVault(first).open({ value, place: `comment ${docs[0]!.comment}` })).toThrow(/key/)
    const file = readdirSync(settings.DATA_DIR).find((name) => name === `retired-key-${nameOfKey(first)}`)
    expect(readFileSync(join(settings.DATA_DIR, file!), 'utf8').trim()).toBe(first)
    const kept = readFileSync(join(settings.DATA_DIR, 'secrets.json'), 'utf8')
    expect(kept).not.toContain(first)
    expect(JSON.parse(kept).MARK_KEY).toBe(markKeyOf(first))
  })

  it('goes on where its exchange was killed', async () => {
    const before = keyring(true).SEAL_KEY
    const killed = await rotate({ killAt: /still opens/ })
    expect(killed.code).not.toBe(0)
    expect(keyring(true).SEAL_KEYS_OLD).toEqual([before])
    await write(900)
    expect((await addresses()).size).toBe(written.length)
    const { code, out, err } = await rotate()
    expect(code, `${out}${err}`).toBe(0)
    expect(out).toContain('Going on with key')
    expect(keyring(true).SEAL_KEYS_OLD).toBeUndefined()
    expect(await sealedBy()).toEqual(new Set([nameOfKey(keyring(true).SEAL_KEY)]))
  }, 120_000)

  it('keeps every key where a value opens with none of them', async () => {
    const stray = await ovoz.payload.create({
      collection: 'comment-private',
      data: {
        comment: 'stray',
        email: createVault(OTHER).seal({ value: 'a@b.example', place: 'comment stray' }),
      },
    })
    const { code, out, err } = await rotate()
    // It is not even begun: the start sees it.
    expect(code, out).toBe(1)
    expect(err).toContain(`What is in “comment-private” is sealed with key ${nameOfKey(OTHER)}`)
    await ovoz.payload.delete({ collection: 'comment-private', id: stray.id })
  }, 60_000)

  describe('seals what a global has, too:', () => {
    const save = (data: object) =>
      ovoz.payload.updateGlobal({ slug: 'spam', data: data as never, overrideAccess: true })
    const put = (akismetKey: string | null) =>
      ovoz.payload.db.updateGlobal({
        slug: 'spam',
        data: { akismetKey },
        req: { payload: ovoz.payload } as never,
      })
    const akismetKey = async () =>
      ((await ovoz.payload.findGlobal({ slug: 'spam', overrideAccess: true })) as { akismetKey?: string })
        .akismetKey
    const byOther = () => createVault(OTHER).seal({ value: 'of the other key', place: 'akismet key' })

    it('a value that opens with no key is told of, by the start as well', async () => {
      await save({ linksAllowed: 3 })
      await put(byOther())
      expect((await resealAll({ payload: ovoz.payload })).failed).toEqual(['spam akismetKey'])
      await expect(checkKeys({ payload: ovoz.payload })).rejects.toThrow(
        `What is in “spam” is sealed with key ${nameOfKey(OTHER)}`,
      )
    })

    it('what an administrator saves meanwhile stays as they saved it', async () => {
      const { SEAL_KEY, MARK_KEY } = keyring(true) as { SEAL_KEY: string; MARK_KEY: string }
      writeKeys({ SEAL_KEY, SEAL_KEYS_OLD: [OTHER], MARK_KEY })
      keyring(true)
      const { db } = ovoz.payload
      const { beginTransaction, updateGlobal } = db
      /** Comes between what was read and what is about to be written. */
      let comes: (() => Promise<unknown>) | null = () =>
        save({ linksAllowed: 7, akismetKey: 'of the administrator' })
      const before =
        <A extends unknown[], R>(act: (...given: A) => R) =>
        async (...given: A) => {
          const first = comes
          comes = null
          await first?.()
          return act.apply(db, given)
        }
      Object.assign(db, { beginTransaction: before(beginTransaction), updateGlobal: before(updateGlobal) })
      try {
        await resealAll({ payload: ovoz.payload })
      } finally {
        Object.assign(db, { beginTransaction, updateGlobal })
      }
      expect([comes, await akismetKey()]).toEqual([null, 'of the administrator'])
      // Nobody comes between now.
      await put(byOther())
      expect(await resealAll({ payload: ovoz.payload })).toEqual({ done: 1, failed: [] })
      expect(await akismetKey()).toBe('of the other key')
      expect(await ovoz.payload.findGlobal({ slug: 'spam', overrideAccess: true })).toMatchObject({
        linksAllowed: 7,
      })
      expect(await sweepSealed({ payload: ovoz.payload, by: [nameOfKey(OTHER)] })).toEqual(new Map())
      writeKeys({ SEAL_KEY, SEAL_KEYS_OLD: [], MARK_KEY })
      keyring(true)
      await put(null)
    })
  })

  it('is missed at the start, in words that say what to do', async () => {
    const { code, err } = await runProgram('commands', {
      args: ['retention', 'run'],
      env: { SEAL_KEY: OTHER, MARK_KEY: keyring().MARK_KEY },
    })
    expect(code).toBe(1)
    expect(err).toContain(`This database is sealed with key ${nameOfKey(keyring().SEAL_KEY)}`)
    expect(err).toContain('SEAL_KEYS_OLD')
    expect(err).not.toContain(OTHER)
  }, 60_000)

  it('asks for MARK_KEY where SEAL_KEY was exchanged without it', async () => {
    const { SEAL_KEY, PAYLOAD_SECRET } = keyring() as unknown as Record<string, string>
    const { code, err } = await runProgram('commands', {
      args: ['retention', 'run'],
      env: { SEAL_KEY, PAYLOAD_SECRET },
    })
    expect(code).toBe(1)
    expect(err).toContain('MARK_KEY')
  }, 60_000)

  it('in the environment is exchanged in steps that are told, and by nobody behind the operator', async () => {
    const { SEAL_KEY, PAYLOAD_SECRET, MARK_KEY } = keyring() as unknown as Record<string, string>
    const env = { SEAL_KEY, PAYLOAD_SECRET, MARK_KEY }
    const told = await rotate({ env })
    expect(told.code).toBe(3)
    const next = /SEAL_KEYS_OLD=(\S{44})/.exec(told.out)![1]!
    expect(told.out).toContain(`MARK_KEY=${MARK_KEY}`)
    // Called a step too early, it says what comes next and does nothing.
    const early = { ...env, SEAL_KEYS_OLD: next }
    for (const one of [
      await rotate({ env: early }),
      await runProgram('commands', { args: ['keys', 'rotate'], env: early }),
    ]) {
      expect(one.code, `${one.out}${one.err}`).toBe(3)
      expect(one.out).toContain(
        `     SEAL_KEY=${next}\n     SEAL_KEYS_OLD=<the present SEAL_KEY>\n     MARK_KEY=${MARK_KEY}`,
      )
      expect(one.out).not.toMatch(/sealed anew|Going on/)
    }
    expect(await sealedBy()).toEqual(new Set([nameOfKey(SEAL_KEY!)]))
    const { code, out, err } = await rotate({ env: { ...env, SEAL_KEY: next, SEAL_KEYS_OLD: SEAL_KEY } })
    expect(code, `${out}${err}`).toBe(0)
    expect(await sealedBy()).toEqual(new Set([nameOfKey(next)]))
    // This process knows nothing of it: it says so and would not start again.
    await expect(checkKeys({ payload: ovoz.payload })).rejects.toThrow(/SEAL_KEY/)
  }, 120_000)
})

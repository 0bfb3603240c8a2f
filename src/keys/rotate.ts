import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { Payload } from 'payload'

import { markKeyOf, nameOfKey, vault } from '../platform/crypto.ts'
import { noteKey, readKeys, retireKeys } from '../platform/keys.ts'
import { sweepSealed } from '../platform/sealed-rows.ts'
import { areKeysInFile, keepRetired, keyring, LOOKS_EVERY, writeKeys } from '../platform/secrets.ts'
import { resealAll } from './reseal.ts'

/**
 * How long after the exchange something can still come that was sealed before it: the longest wait for a write and the
 * longest write of the embedded database, in milliseconds.
 */
const SETTLES = 50_000

/** How often everything is gone through, at most, until nothing is left. */
const ROUNDS = 20

type Say = (line: string) => void

/**
 * Exchanges the key that seals, while servers answer. What was begun and stopped goes on where it is called again.
 * @param key the new one, 32 bytes in base64; without it one is made
 * @param settles for tests: how long to wait for writers that began before the exchange, in milliseconds
 * @returns whether it is done; false where the environment has to be changed first, which is told
 * @throws where values are left that cannot be opened; all keys are kept then
 */
export async function rotateKeys({
  payload,
  key,
  say,
  settles = SETTLES,
}: {
  payload: Payload
  key?: string
  say: Say
  settles?: number
}): Promise<boolean> {
  const inFile = areKeysInFile()
  const { SEAL_KEY, SEAL_KEYS_OLD = [], MARK_KEY = markKeyOf(SEAL_KEY) } = keyring(true)
  const next = key ?? randomBytes(32).toString('base64')
  if (!inFile && SEAL_KEYS_OLD.length && !(await isFormer({ payload, keys: SEAL_KEYS_OLD }))) {
    say(
      `Nothing was changed: key ${nameOfKey(SEAL_KEYS_OLD[0]!)} opens by now, and key ${vault.keyId} still seals.`,
    )
    say('Once every process was restarted with it, the next step is:')
    say('')
    tellSecondStep({ next: SEAL_KEYS_OLD[0]!, marks: MARK_KEY, say })
    return false
  }
  if (SEAL_KEYS_OLD.length) say(`Going on with key ${vault.keyId}, which was set before.`)
  else if (!inFile) {
    tellOperator({ former: SEAL_KEY, next, marks: MARK_KEY, say })
    return false
  } else {
    writeKeys({ SEAL_KEY: next, SEAL_KEYS_OLD: [SEAL_KEY], MARK_KEY })
    keyring(true)
    say(`From now on key ${nameOfKey(next)} seals; ${nameOfKey(SEAL_KEY)} still opens.`)
  }
  const exchangedAt = Date.now()
  await noteKey({ payload })
  // Every process looks at its keys this often, so all of them seal with the new one from here on.
  await pause(inFile ? 2 * LOOKS_EVERY : 0)

  let total = 0
  for (let round = 1; ; round++) {
    const { done, failed } = await resealAll({
      payload,
      onProgress: (where, done) => say(`  ${where}: ${done} …`),
    })
    total += done
    if (failed.length)
      throw new Error(
        `${failed.length} values cannot be opened by any key that is here: ${failed.slice(0, 5).join(', ')}.\n` +
          'They stay as they are, and so do all keys. Add the key they were sealed with to SEAL_KEYS_OLD and begin again.',
      )
    const left = exchangedAt + settles - Date.now()
    if (done === 0 && left <= 0) break
    if (round === ROUNDS)
      throw new Error('Something goes on sealing with a former key: restart all processes.')
    if (left > 0) {
      say(`Waiting ${Math.ceil(left / 1000)} s for what began before the exchange.`)
      await pause(left)
    }
  }
  const former = keyring(true).SEAL_KEYS_OLD ?? []
  const strays = await sweepSealed({ payload, by: former.map(nameOfKey).filter((id) => id !== vault.keyId) })
  if (strays.size)
    throw new Error(
      `Former keys have sealed values that this command does not know: ${[...strays].map(([where, count]) => `${where} (${count})`).join(', ')}. All keys stay.`,
    )
  await retireKeys({ payload, now: new Date() })
  say(`${total} values sealed anew. Looked through everything: nothing is sealed by a former key.`)
  if (inFile) {
    for (const one of former)
      say(`The former key opens only backups made before now; it is in ${keepRetired(one, nameOfKey(one))}.`)
    writeKeys({ ...required(), SEAL_KEYS_OLD: [] })
    keyring(true)
    say('Move that file to where those backups are, and keep a copy of secrets.json apart from the database.')
  } else
    say('Take SEAL_KEYS_OLD out of the environment; keep the former key with the backups made before now.')
  return true
}

/** Whether one of these keys has sealed something here. One that has not is the next one, which is to open only so far. */
async function isFormer({ payload, keys }: { payload: Payload; keys: readonly string[] }): Promise<boolean> {
  const names = keys.map(nameOfKey)
  if ((await readKeys({ payload })).some(({ keyId }) => names.includes(keyId))) return true
  // A backup may have brought values of a key that its own list does not name.
  return (await sweepSealed({ payload, by: names })).size > 0
}

function required() {
  const { SEAL_KEY, SEAL_KEYS_OLD = [], MARK_KEY = markKeyOf(SEAL_KEY) } = keyring(true)
  return { SEAL_KEY, SEAL_KEYS_OLD, MARK_KEY }
}

function tellOperator({
  former,
  next,
  marks,
  say,
}: {
  former: string
  next: string
  marks: string
  say: Say
}) {
  say('The keys are in the environment, so they are exchanged in three steps. Nothing was changed yet.')
  say('')
  say('1. Let every process open what the new key seals. Set, and restart one process after the other:')
  say(`     SEAL_KEYS_OLD=${next}`)
  tellSecondStep({ next, marks, say })
  say('3. When it says that it is done, take SEAL_KEYS_OLD out. MARK_KEY stays for good.')
  say('')
  say(`The present key is ${nameOfKey(former)}, the new one ${nameOfKey(next)}.`)
}

function tellSecondStep({ next, marks, say }: { next: string; marks: string; say: Say }) {
  say('2. Let the new key seal. Set, and restart one process after the other:')
  say(`     SEAL_KEY=${next}`)
  say('     SEAL_KEYS_OLD=<the present SEAL_KEY>')
  say(`     MARK_KEY=${marks}`)
  say('   Then, with the same settings:  npm run ovoz -- keys rotate')
}

import { describe, expect, it } from 'vitest'

import { Refusal } from '../../../src/platform/problem.ts'
import { createTurnstile } from '../../../src/platform/sqlite.ts'

describe('createTurnstile', () => {
  it('lets one in at a time, in the order they came', async () => {
    const take = createTurnstile()
    const order: string[] = []
    let inside = 0
    const work = async (name: string) => {
      const leave = await take()
      expect(++inside).toBe(1)
      order.push(name)
      await Promise.resolve()
      inside--
      leave()
    }
    await Promise.all(['a', 'b', 'c', 'd'].map(work))
    expect(order).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lets nobody in while somebody is inside', async () => {
    const take = createTurnstile()
    const leave = await take()
    let isIn = false
    const next = take().then((end) => {
      isIn = true
      return end
    })
    await Promise.resolve()
    expect(isIn).toBe(false)
    leave()
    ;(await next)()
    expect(isIn).toBe(true)
  })

  it('gives up waiting in time, and says that it is worth another try', async () => {
    const take = createTurnstile(10)
    const leave = await take()
    const refusal = await take().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ code: 'unavailable', detail: undefined })
    leave()
  })

  it('lets those in who come after one that gave up, not before the first has left', async () => {
    const take = createTurnstile(10)
    const order: string[] = []
    const leave = await take()
    await expect(take()).rejects.toThrow(Refusal)
    const last = take().then((end) => {
      order.push('last in')
      return end
    })
    order.push('first out')
    leave()
    ;(await last)()
    expect(order).toEqual(['first out', 'last in'])
    ;(await take())()
  })

  it('minds no second goodbye', async () => {
    const take = createTurnstile()
    const leave = await take()
    leave()
    const second = await take()
    leave()
    let isIn = false
    const third = take().then((end) => {
      isIn = true
      return end
    })
    await Promise.resolve()
    expect(isIn).toBe(false)
    second()
    ;(await third)()
  })
})

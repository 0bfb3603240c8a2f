import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { newSecret, signedHeaders } from '../../../src/webhooks/secret.ts'

describe('the example in docs/webhooks.md', () => {
  it('takes what we sign, and nothing else', async () => {
    const docs = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8')
    const example = /```js\n([^]+?)```/.exec(docs)![1]!
    const module = `data:text/javascript,${encodeURIComponent(example)}`
    const { isFromOvoz } = (await import(/* @vite-ignore */ module)) as {
      isFromOvoz: (given: { secret: string; headers: Record<string, string>; body: string }) => boolean
    }
    const secret = newSecret()
    const body = '{"type":"post.published","note":"ғ"}'
    const signed = (now: Date) => signedHeaders({ secret, messageId: 'msg_1', body, now })
    const headers = signed(new Date())
    expect(isFromOvoz({ secret, headers, body })).toBe(true)
    expect(isFromOvoz({ secret, headers, body: body.replace('ғ', 'г') })).toBe(false)
    expect(isFromOvoz({ secret: newSecret(), headers, body })).toBe(false)
    expect(isFromOvoz({ secret, headers: signed(new Date(Date.now() - 600_000)), body })).toBe(false)
  })
})

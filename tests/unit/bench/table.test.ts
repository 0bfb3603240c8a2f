import { describe, expect, it } from 'vitest'

import { median } from '../../../bench/load.ts'
import { readWrk } from '../../../bench/nginx.ts'
import { readOptions } from '../../../bench/options.ts'
import { atMost, compare, toMarkdown, toText } from '../../../bench/table.ts'

const figures = (requestsPerSecond: number, p99 = 2) => ({ requestsPerSecond, p50: 1, p99 })
const verdict = (ours: number, more: { p99?: number; timesP99?: number; isCorrect?: boolean } = {}) =>
  compare({
    what: 'GET',
    limit: '(a)',
    connections: 16,
    ours: figures(ours, more.p99),
    theirs: figures(1000),
    goal: { ratio: 0.85, timesP99: more.timesP99 },
    isCorrect: more.isCorrect ?? true,
  })[0].verdict

describe('the table of the benchmark', () => {
  it.each([
    ['as fast as the goal', 850, {}, 'reached'],
    ['slower than the goal', 849, {}, 'falls short'],
    ['fast, with a p99 within its bound', 850, { p99: 10, timesP99: 5 }, 'reached'],
    ['fast, with a p99 beyond its bound', 850, { p99: 10.1, timesP99: 5 }, 'falls short'],
    ['faster than the limit, and wrong', 2000, { isCorrect: false }, 'wrong answers'],
    ['without any answer', 0, {}, 'falls short'],
  ])('says of what is %s the right word', (_what, ours, more, expected) => {
    expect(verdict(ours, more)).toBe(expected)
  })

  it('says “falls short” of what is more than it may be', () => {
    const row = (value: number) => atMost({ what: 'memory', value, most: 300, unit: 'MB' }).verdict
    expect([row(300), row(301), row(NaN)]).toEqual(['reached', 'falls short', 'falls short'])
  })

  it('sets numbers to the right, words to the left', () => {
    const rows = compare({
      what: 'GET',
      limit: '(a)',
      connections: 1,
      ours: figures(1234567),
      theirs: figures(1),
      goal: { ratio: 0.85 },
      isCorrect: true,
    })
    const [head, ours, theirs] = toText(rows).split('\n')
    expect(ours).toContain('1,234,567')
    expect(head!.indexOf('requests/s') + 'requests/s'.length).toBe(ours!.indexOf('1,234,567') + 9)
    expect(theirs!.startsWith('  (a)')).toBe(true)
    expect(toMarkdown(rows).split('\n')).toHaveLength(4)
  })

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('takes the median of %j', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('reads what wrk prints, whatever the unit', () => {
    const text = [
      '  Latency Distribution',
      '     50%  250.00us',
      '     99%    1.20s ',
      'Requests/sec:  56001.50',
    ].join('\n')
    expect(readWrk(text)).toEqual({ requestsPerSecond: 56001.5, p50: 0.25, p99: 1200, isClean: true })
    expect(readWrk(`${text}\n  Non-2xx or 3xx responses: 4`).isClean).toBe(false)
  })

  it('takes known names and numbers above 0 alone', () => {
    expect(readOptions(['--quick'])).toMatchObject({ seconds: 1, rounds: 1, connections: [1, 16, 64] })
    expect(readOptions([])).toMatchObject({ seconds: 2, rounds: 3 })
    expect(() => readOptions(['--only', 'article,nothing'])).toThrow('nothing')
    expect(() => readOptions(['--seconds', '-1'])).toThrow('--seconds')
  })
})

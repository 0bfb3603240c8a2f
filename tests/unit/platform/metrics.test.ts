import { describe, expect, it } from 'vitest'

import { createTraffic, toMetricsText } from '../../../src/platform/metrics.ts'

describe('figures as text', () => {
  it('says what each is, and nothing in a label breaks a line', () => {
    const text = toMetricsText([
      {
        name: 'ovoz_a',
        help: 'Some.',
        type: 'gauge',
        samples: [{ value: 1.5 }, { labels: { one: 'a"b\\c\nd', two: 'e' }, value: 2 }],
      },
    ])
    expect(text).toBe(
      '# HELP ovoz_a Some.\n# TYPE ovoz_a gauge\novoz_a 1.5\novoz_a{one="a\\"b\\\\c\\nd",two="e"} 2\n',
    )
  })
})

describe('the traffic', () => {
  it('counts by door and class, and what came from memory as public', () => {
    const traffic = createTraffic()
    traffic.addFromMemory(200)
    traffic.addFromMemory(304)
    traffic.add('public', { status: 200, seconds: 0.001 })
    traffic.add('staff', { status: 403, seconds: 0.3 })
    traffic.add('panel', { status: 0, seconds: 40 })
    const text = toMetricsText(traffic.metrics({}))
    expect(text.split('\n').filter((line) => line.startsWith('ovoz_requests'))).toEqual([
      'ovoz_requests_total{door="public",class="2xx"} 2',
      'ovoz_requests_total{door="public",class="3xx"} 1',
      'ovoz_requests_total{door="staff",class="4xx"} 1',
      'ovoz_requests_total{door="panel",class="none"} 1',
      'ovoz_requests_from_memory_total 2',
    ])
  })

  it('tells durations as a histogram: each bucket holds those before it, and the last one all', () => {
    const traffic = createTraffic()
    for (const seconds of [0.001, 0.005, 0.3, 40]) traffic.add('public', { status: 200, seconds })
    const text = toMetricsText(traffic.metrics({ pid: '7' }))
    expect(text.split('\n').filter((line) => /^ovoz_request_duration.*public/.test(line))).toEqual([
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="0.005"} 2',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="0.025"} 2',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="0.1"} 2',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="0.5"} 3',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="2.5"} 3',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="10"} 3',
      'ovoz_request_duration_seconds_bucket{pid="7",door="public",le="+Inf"} 4',
      'ovoz_request_duration_seconds_sum{pid="7",door="public"} 40.306',
      'ovoz_request_duration_seconds_count{pid="7",door="public"} 4',
    ])
  })
})

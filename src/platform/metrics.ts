/** One figure: labels are from short lists that we write ourselves, never what somebody has sent. */
export type Sample = {
  labels?: Record<string, string>
  value: number
  suffix?: '_bucket' | '_sum' | '_count'
}

export type Metric = {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: Sample[]
}

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

const escaped = (text: string) => text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))

function lineOf(name: string, { labels = {}, suffix, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${suffix ?? ''}${pairs.length ? `{${pairs.join(',')}}` : ''} ${value}`
}

/** Prometheus's text format. */
export const toMetricsText = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, help, type, samples }) =>
      [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((one) => lineOf(name, one))]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('')

/** Where a request goes in. */
export const DOORS = ['public', 'staff', 'panel', 'pages', 'files', 'embed'] as const
export type Door = (typeof DOORS)[number]

/** By the first digit of the status; `none` where the asker left before there was one. */
const CLASSES = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'] as const

/** Upper bounds of the durations, in seconds. */
const BOUNDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10]

/** Counts requests: all of them by door and class, and how long those took that were not answered from memory. */
export function createTraffic() {
  const fromMemory = CLASSES.map(() => 0)
  const counts = new Map(
    DOORS.map((door) => [
      door,
      { classes: CLASSES.map(() => 0), buckets: BOUNDS.map(() => 0), seconds: 0, requests: 0 },
    ]),
  )

  return {
    /** An answer from memory. It is given tens of thousands of times a second, so no clock is looked at. */
    addFromMemory(status: number) {
      fromMemory[(status / 100) | 0]! += 1
    },

    /** An answer that was made. `status` is 0 where there was none; `seconds` until its end. */
    add(door: Door, { status, seconds }: { status: number; seconds: number }) {
      const mine = counts.get(door)!
      mine.classes[(status / 100) | 0]! += 1
      mine.requests += 1
      mine.seconds += seconds
      const bucket = BOUNDS.findIndex((bound) => seconds <= bound)
      if (bucket !== -1) mine.buckets[bucket]! += 1
    },

    /** @param own labels that say which process this is, where there are several */
    metrics(own: Record<string, string>): Metric[] {
      const classesOf = (door: Door) =>
        counts.get(door)!.classes.map((count, i) => count + (door === 'public' ? fromMemory[i]! : 0))
      return [
        {
          name: 'ovoz_requests_total',
          help: 'Requests by where they went in and by class of the answer.',
          type: 'counter',
          samples: DOORS.flatMap((door) =>
            classesOf(door).flatMap((value, i) =>
              value ? [{ labels: { ...own, door, class: CLASSES[i]! }, value }] : [],
            ),
          ),
        },
        {
          name: 'ovoz_requests_from_memory_total',
          help: 'Requests of the public API that were answered from memory at once; they are in ovoz_requests_total too.',
          type: 'counter',
          samples: [{ labels: own, value: fromMemory.reduce((sum, count) => sum + count) }],
        },
        {
          name: 'ovoz_request_duration_seconds',
          help: 'How long requests took that were not answered from memory at once, until the end of the answer.',
          type: 'histogram',
          samples: DOORS.flatMap((door) => {
            const { buckets, seconds, requests } = counts.get(door)!
            const labels = { ...own, door }
            let sum = 0
            return [
              ...BOUNDS.map((bound, i) => ({
                labels: { ...labels, le: String(bound) },
                suffix: '_bucket' as const,
                value: (sum += buckets[i]!),
              })),
              { labels: { ...labels, le: '+Inf' }, suffix: '_bucket' as const, value: requests },
              { labels, suffix: '_sum' as const, value: seconds },
              { labels, suffix: '_count' as const, value: requests },
            ]
          }),
        },
      ]
    },
  }
}

export type Traffic = ReturnType<typeof createTraffic>

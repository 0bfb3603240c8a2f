/** One line of the table. What a line has no figure for is null. */
export type Row = {
  what: string
  connections: number | null
  requestsPerSecond: number | null
  p50: number | null
  p99: number | null
  /** To the limit in the line below it, or a figure of its own with its unit. */
  ratio: string
  goal: string
  verdict: 'reached' | 'falls short' | 'wrong answers' | ''
}

export const number = (value: number | null, digits = 0) =>
  value === null || Number.isNaN(value) ? '' : value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Milliseconds with as many digits as they bear. */
export const milliseconds = (value: number | null) => number(value, value !== null && value < 10 ? 2 : 0)

const HEAD = ['what', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'ratio', 'goal', 'verdict']
const toCells = (row: Row) => [
  row.what,
  row.connections === null ? '' : String(row.connections),
  number(row.requestsPerSecond),
  milliseconds(row.p50),
  milliseconds(row.p99),
  row.ratio,
  row.goal,
  row.verdict,
]

/** Numbers stand to the right. */
const isRight = (column: number) => column >= 1 && column <= 5

export function toText(rows: Row[]): string {
  const lines = [HEAD, ...rows.map(toCells)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isRight(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function toMarkdown(rows: Row[]): string {
  const lines = [HEAD, HEAD.map((_, column) => (isRight(column) ? '--:' : '---')), ...rows.map(toCells)]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

export type Figures = { requestsPerSecond: number; p50: number; p99: number }
/** What is to be reached: a share of the limit's throughput, and maybe a multiple of its p99 at most. */
export type Goal = { ratio: number; timesP99?: number }

/** The line of Ovoz and the line of its limit. A wrong answer counts for more than any speed. */
export function compare({
  what,
  limit,
  connections,
  ours,
  theirs,
  goal,
  isCorrect,
}: {
  what: string
  limit: string
  connections: number
  ours: Figures
  theirs: Figures
  goal: Goal
  isCorrect: boolean
}): [Row, Row] {
  const ratio = ours.requestsPerSecond / theirs.requestsPerSecond
  const times = ours.p99 / theirs.p99
  const isReached = ratio >= goal.ratio && (goal.timesP99 === undefined || times <= goal.timesP99)
  const tail = goal.timesP99 === undefined
  return [
    {
      what,
      connections,
      ...ours,
      ratio: tail ? ratio.toFixed(2) : `${ratio.toFixed(2)}, p99 × ${times.toFixed(1)}`,
      goal: tail ? `≥ ${goal.ratio.toFixed(2)}` : `≥ ${goal.ratio.toFixed(2)}, p99 × ≤ ${goal.timesP99}`,
      verdict: !isCorrect ? 'wrong answers' : isReached ? 'reached' : 'falls short',
    },
    { what: `  ${limit}`, connections, ...theirs, ratio: '', goal: '', verdict: '' },
  ]
}

/** A line for one figure that must not be more than so much. */
export function atMost({
  what,
  value,
  most,
  unit,
}: {
  what: string
  value: number
  most: number
  unit: string
}): Row {
  return {
    what,
    connections: null,
    requestsPerSecond: null,
    p50: null,
    p99: null,
    ratio: `${number(value)} ${unit}`,
    goal: `≤ ${number(most)} ${unit}`,
    verdict: value <= most ? 'reached' : 'falls short',
  }
}

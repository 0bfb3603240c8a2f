import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isInstalled } from '../../bench/nginx.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('npm run bench', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ovoz-bench-test-'))
  const json = join(dir, 'results.json')
  let output = ''
  let rows: { what: string; verdict: string }[] = []
  let raw: Record<string, any[]> = {}

  beforeAll(() => {
    const args = [
      'bench/run.mjs',
      '--quick',
      '--tiny',
      '--rounds',
      '1',
      '--seconds',
      '0.3',
      '--connections',
      '2',
      '--json',
      json,
    ]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    output = `${stdout}\n${stderr}`
    if (status !== 0) throw new Error(`The benchmark ended with ${status}:\n${output}`)
    ;({ rows, raw } = JSON.parse(readFileSync(json, 'utf8')))
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('has a line for everything that has a goal', () => {
    const expected = [
      'GET an article',
      'GET a list of 20',
      'GET a thread, first 50 with answers',
      'GET the thread, If-None-Match',
      'GET the thread, br',
      'GET a page of a thread, not kept',
      'POST a comment',
      'first answer after start: /healthz',
      'memory at rest, panel and API',
    ]
    const there = rows.map(({ what }) => what)
    expect(expected.filter((what) => !there.includes(what))).toEqual([])
    expect(there.some((what) => what.startsWith('nginx: oldest answer'))).toBe(isInstalled('nginx', '-v'))
  })

  it('finds every answer right, however fast or slow it came', () => {
    expect(rows.filter(({ verdict }) => verdict === 'wrong answers')).toEqual([])
  })

  it('finds every acknowledged comment kept', () => {
    const [{ acknowledged, kept }] = raw.kept as [{ acknowledged: number; kept: number }]
    expect(acknowledged).toBeGreaterThan(0)
    expect(kept).toBe(acknowledged)
  })

  it('names no machine and no folder', () => {
    expect(readFileSync(json, 'utf8')).not.toMatch(/\/tmp\/|\/home\/|\/root\/|127\.0\.0\.1/)
    expect(output).toContain('Ovoz beside its limits')
  })
})

import { describe, expect, it } from 'vitest'

import type { Check, Finding, Known, Written } from '../../../src/spam/check.ts'
import { flood } from '../../../src/spam/checks/flood.ts'
import { honeypot } from '../../../src/spam/checks/honeypot.ts'
import { token } from '../../../src/spam/checks/token.ts'
import { work } from '../../../src/spam/checks/work.ts'
import { combine, judge } from '../../../src/spam/judge.ts'

const written: Written = { name: 'Nigora', email: '', url: null, body: 'Well said.', locale: 'en' }
const known: Known = {
  now: new Date('2026-11-24T12:00:00Z'),
  staffNames: [],
  holdWords: [],
  spamWords: [],
  expected: ['en'],
  sameText: 0,
  lately: { writer: 0, network: 0, article: 0, site: 0 },
  form: { token: 'good', work: 'good', isHoneypotFilled: false },
  isClosed: false,
  model: null,
}
const finding = (verdict: Finding['verdict'], reason: Finding['reason']): Finding => ({ verdict, reason })

describe('combine', () => {
  it.each([
    [[], 'publish'],
    [[finding('hold', 'links')], 'hold'],
    [[finding('hold', 'links'), finding('spam', 'honeypot')], 'spam'],
    [[finding('spam', 'honeypot'), finding('refuse', 'site-check'), finding('hold', 'work')], 'refuse'],
  ] as const)('of %j makes %s, and keeps every reason', (findings, verdict) => {
    const { findings: kept, ...rest } = combine(findings)
    expect(rest).toEqual({ verdict })
    expect(new Set(kept)).toEqual(new Set(findings))
  })

  it('tells first what decided, then the rest in the order of the checks', () => {
    const findings = [finding('hold', 'token'), finding('hold', 'work'), finding('spam', 'words')]
    expect(combine(findings).findings.map(({ reason }) => reason)).toEqual(['words', 'token', 'work'])
  })

  it('tells a reason once, and a detail in 100 characters', () => {
    const long = { ...finding('hold', 'words'), detail: 'ҳ'.repeat(300) }
    const { findings } = combine([long, finding('hold', 'words')])
    expect(findings).toEqual([{ verdict: 'hold', reason: 'words', detail: 'ҳ'.repeat(100) }])
  })
})

describe('judge', () => {
  it('asks every check, and holds where one fails', () => {
    const throws: Check = function broken() {
      throw new Error('nigora@reader.example')
    }
    const spots: Check = () => finding('spam', 'links')
    const found = judge({ checks: [throws, () => null, spots], written, known })
    expect(found).toEqual([
      { verdict: 'hold', reason: 'check-failed', detail: 'broken' },
      finding('spam', 'links'),
    ])
  })
})

describe('what the form tells', () => {
  const form = (more: Partial<Known['form']>) => ({ ...known, form: { ...known.form, ...more } })
  it.each([
    ['good', 'good', null, null],
    ['good', 'missing', null, 'hold'],
    ['good', 'bad', null, 'hold'],
    ['missing', 'missing', 'hold', 'hold'],
    ['missing', 'off', null, null],
    ['bad', 'off', 'hold', null],
    ['expired', 'off', 'hold', null],
    ['too-fast', 'off', 'hold', null],
  ] as const)('token %s and work %s: %s, %s', (isToken, isWork, byToken, byWork) => {
    const now = form({ token: isToken, work: isWork })
    expect(token(written, now)?.verdict ?? null).toBe(byToken)
    expect(work(written, now)?.verdict ?? null).toBe(byWork)
  })

  it('is spam where the hidden field is filled in, and only then', () => {
    expect(honeypot(written, known)).toBeNull()
    expect(honeypot(written, form({ isHoneypotFilled: true }))).toEqual(finding('spam', 'honeypot'))
  })
})

describe('flood', () => {
  const most = { writer: 3, network: 5, article: 10, site: 20 }
  it.each([
    [{ writer: 2, network: 4, article: 9, site: 19 }, null],
    [{ writer: 3, network: 3, article: 3, site: 3 }, 'writer 3'],
    [{ writer: 0, network: 5, article: 5, site: 5 }, 'network 5'],
    [{ writer: 0, network: 0, article: 10, site: 21 }, 'article 10, site 21'],
  ])('of %j says %s', (lately, detail) => {
    const found = flood(written, { ...known, lately, most })
    expect(found).toEqual(detail === null ? null : { verdict: 'hold', reason: 'flood', detail })
  })

  it('says nothing where no number is set, or it is 0', () => {
    const lately = { writer: 99, network: 99, article: 99, site: 99 }
    expect(flood(written, { ...known, lately })).toBeNull()
    expect(
      flood(written, { ...known, lately, most: { writer: 0, network: 0, article: 0, site: 0 } }),
    ).toBeNull()
  })
})

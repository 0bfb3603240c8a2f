import type { Payload } from 'payload'

import { threadKey } from '../content/subject-store.ts'
import { LOCALES } from '../contract/index.ts'
import { settings } from '../platform/settings.ts'
import type { Check, Finding, Known, Written } from './check.ts'
import { CHECKS } from './checks.ts'
import { language } from './checks/language.ts'
import { combine, failed, judge, type Judgement } from './judge.ts'
import { readModel } from './model-store.ts'
import { askAkismet, AKISMET } from './outside/akismet.ts'
import { type Ask, askWithin } from './outside/ask.ts'
import { askSiteCheck } from './outside/site-check.ts'
import type { SpamRules } from './rules.ts'
import * as store from './store.ts'

export { readForm } from './form.ts'
export type { Judgement } from './judge.ts'
export { keepTextMark, readMarks, textMarkOf } from './store.ts'

/** How long what is known may take to be gathered, in milliseconds. */
const PATIENCE = 2000

/** As far as is counted where the site has set smaller numbers: the check for repeats needs a few. */
const FEWEST_COUNTED = 20

/** What stands in for the clocks, the checks and the services around, in tests. */
export type Around = {
  checks: readonly Check[]
  count: typeof store.countLately
  patience: number
  ask: Ask
  akismet: string
}
const AROUND: Around = {
  checks: CHECKS,
  count: store.countLately,
  patience: PATIENCE,
  ask: askWithin(),
  akismet: AKISMET,
}

let around = AROUND
/** For tests: other checks, services and limits, until `undefined` puts ours back. */
export const standIn = (others?: Partial<Around>) => {
  around = { ...AROUND, ...others }
}

type Arrival = {
  payload: Payload
  written: Written
  subject: { type: 'posts' | 'events'; id: string }
  /** `posts/<slug>` */
  on: string
  marks: store.Marks
  form: Known['form']
  /** The mark of the text that is changed: the comment does not count as one like itself. */
  before?: string | null
  now: Date
}

/** What becomes of what somebody wrote. Whatever cannot be found out in time means that a person looks at it. */
export async function judgeWritten(arrival: Arrival): Promise<Judgement> {
  const { payload, written, on, now } = arrival
  const { akismet, ask, checks, patience } = around
  try {
    const { known, rules } = await within(patience, gather(arrival))
    const asked = rules.looksAtLanguage ? checks : checks.filter((check) => check !== language)
    const findings = judge({ checks: asked, written, known })
    // Others are asked where their word can still change something.
    const isSettled = combine(findings).verdict === 'spam'
    return combine(
      isSettled ? findings : [...findings, ...(await askOthers({ written, on, rules, ask, akismet, now }))],
    )
  } catch (err) {
    payload.logger.error({ err, msg: 'A comment could not be checked for spam; it waits.' })
    return combine([failed('not in time')])
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let end: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    end = setTimeout(() => reject(new Error(`Not known within ${milliseconds} ms.`)), milliseconds)
  })
  try {
    return await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(end)
  }
}

async function gather({ payload, subject, marks, form, before, now }: Arrival) {
  const rules = await store.readSpamRules({ payload })
  const [staffNames, expected, counted, model] = await Promise.all([
    store.readStaffNames({ payload }),
    store.readLanguages({ payload, type: subject.type, id: subject.id }),
    around.count({
      payload,
      marks,
      thread: threadKey(subject),
      most: Math.max(FEWEST_COUNTED, ...Object.values(rules.most)),
      now,
    }),
    rules.learns ? readModel({ payload }) : null,
  ])
  const itself = before === marks.text ? 1 : 0
  const known: Known = {
    now,
    staffNames,
    holdWords: rules.holdWords,
    spamWords: rules.spamWords,
    linksAllowed: rules.linksAllowed,
    // Whatever language it is in, where that of the article is not known.
    expected: expected.length ? expected : LOCALES,
    ...counted,
    sameText: Math.max(0, counted.sameText - itself),
    // Where measured, nothing is too many.
    ...(settings.LIMITS === 'on' && { most: rules.most }),
    form,
    // What is closed was refused before: src/content/discussion.ts.
    isClosed: false,
    model,
  }
  return { known, rules }
}

async function askOthers({
  written,
  on,
  rules,
  ask,
  akismet,
  now,
}: {
  written: Written
  on: string
  rules: SpamRules
  ask: Ask
  akismet: string
  now: Date
}): Promise<Finding[]> {
  // Who cannot be asked has not answered.
  const answers = await Promise.all([
    rules.akismet === 'unusable'
      ? failed('akismet: no key')
      : rules.akismet && askAkismet({ written, key: rules.akismet.key, ask, at: akismet }),
    rules.siteCheck === 'unusable'
      ? failed('site-check: no address or secret')
      : rules.siteCheck && askSiteCheck({ written, on, receiver: rules.siteCheck, ask, now }),
  ])
  return answers.filter((one) => one !== null)
}

import { describe, expect, it } from 'vitest'

import { classifier } from '../../../src/spam/checks/classifier.ts'
import {
  emptyModel,
  type Lesson,
  MOST_SIGNS,
  MOST_SIGNS_OF_ONE,
  score,
  signsOf,
  train,
  trainAll,
  untrain,
} from '../../../src/spam/model.ts'
import { known, written } from './known.ts'

const lessons = (count: number): Lesson[] =>
  Array.from({ length: count }, (_, i) => [
    { written: written(`олу мефурӯшанд себҳои шаҳдбор ${i}`), isSpam: true },
    { written: written(`мактаби деҳа бе барқ монд ${i}`), isSpam: false },
  ]).flat()

const taught = trainAll(emptyModel(), lessons(30))
const ofSpam = written('себҳои шаҳдбор, олу мефурӯшанд')

describe('model', () => {
  it('says nothing below thirty of each kind', () => {
    expect(score(trainAll(emptyModel(), lessons(29)), ofSpam)).toBeNull()
    expect(classifier(ofSpam, known({ model: trainAll(emptyModel(), lessons(29)) }))).toBeNull()
    expect(score(taught, ofSpam)).not.toBeNull()
  })

  it('tells one kind from the other, and by which words', () => {
    expect(score(taught, ofSpam)!.spam).toBeGreaterThan(0.95)
    expect(score(taught, ofSpam)!.words).toContain('шахдбор')
    expect(score(taught, written('мактаби деҳа бе барқ'))!.spam).toBeLessThan(0.05)
    expect(score(taught, written('чизи дигар'))!.spam).toBe(0.5)
    const priced = written('себҳои шаҳдбор, олу мефурӯшанд, 20 сомонӣ')
    expect(classifier(priced, known({ model: taught }))).toMatchObject({
      verdict: 'spam',
      reason: 'classifier',
    })
  })

  it('lets wait what is like spam and sells nothing, such as a help line', () => {
    const line = written('себҳои шаҳдбор, олу: +992 00 600 00 00')
    expect(classifier(line, known({ model: taught }))?.verdict).toBe('hold')
  })

  it('forgets what is taken back, and leaves the model it was given', () => {
    const before = structuredClone(taught)
    const one = written('Чизи тамоман нав, https://nav.example')
    expect(untrain(train(taught, one, true), one, true)).toEqual(taught)
    expect(taught).toEqual(before)
    expect(untrain(emptyModel(), one, true)).toEqual(emptyModel())
  })

  it('is plain data', () => expect(JSON.parse(JSON.stringify(taught))).toEqual(taught))

  it('learns from one comment no more than its share, however long it is', () => {
    const long = written(Array.from({ length: 2_000 }, (_, i) => `вожа${i.toString(36)}`).join(' '))
    expect(signsOf(long)).toHaveLength(MOST_SIGNS_OF_ONE)
    expect(signsOf(written('дод '.repeat(500))).filter((sign) => sign === 'дод')).toHaveLength(1)
  })

  it('never keeps more signs than it may; what it saw often stays', () => {
    const many = Array.from({ length: 90 }, (_, n): Lesson => {
      const body = Array.from({ length: 290 }, (_, i) => `к${n}х${i}`).join(' ')
      return { written: written(body), isSpam: true }
    })
    const full = trainAll(taught, many)
    expect(Object.keys(full.signs).length).toBeLessThanOrEqual(MOST_SIGNS)
    expect(full.signs['шахдбор']).toEqual([30, 0])
  })

  it('keeps names of properties apart from properties', () => {
    const odd = written('constructor __proto__ toString hasOwnProperty')
    const model = trainAll(taught, [{ written: odd, isSpam: true }])
    expect(score(model, odd)!.spam).toBeGreaterThan(0.5)
  })
})

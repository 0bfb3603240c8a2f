import { describe, expect, it } from 'vitest'

import { isPossible, isReplanned, isTimeZone } from '../../../src/events/schedule.ts'

describe('isTimeZone', () => {
  it.each(['Asia/Dushanbe', 'Europe/Vienna', 'UTC'])('takes %s', (name) => {
    expect(isTimeZone(name)).toBe(true)
  })

  it.each(['', 'Dushanbe', 'Asia/Nowhere', 'Asia/Dushanbe\n', '<b>'])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})

describe('isPossible', () => {
  const start = '2026-11-27T09:00:00.000Z'
  it.each([
    ['without an end', undefined, true],
    ['with an empty end', null, true],
    ['that ends as it starts', start, true],
    ['that ends later', '2026-11-27T09:00:00.001Z', true],
    ['that ends before it starts', '2026-11-27T08:59:59.999Z', false],
    ['whose end is later only by its zone', '2026-11-27T10:00:00.000+05:00', false],
    ['whose end is no time', 'tomorrow', false],
  ])('decides on an event %s', (_, end, is) => {
    expect(isPossible({ start, end })).toBe(is)
  })
})

describe('isReplanned', () => {
  const event = {
    title: { en: 'Forum', ru: 'Форум', tg: null },
    start: '2026-11-27T09:00:00.000Z',
    end: null,
    timeZone: 'Asia/Dushanbe',
    allDay: false,
    status: 'planned',
    venue: { en: 'Hall' },
    city: null,
    country: undefined,
    onlineUrl: '',
    lead: 'a',
  }
  it.each([
    ['nothing', {}],
    ['what stands in another field', { body: {}, image: '1', slug: 'other' }],
    ['empty for empty', { end: undefined, allDay: null, city: {}, onlineUrl: null, country: { en: '' } }],
    ['languages in another order', { title: { tg: '', ru: 'Форум', en: 'Forum' } }],
  ])('sees no change: %s', (_, change) => {
    expect(isReplanned({ before: event, after: { ...event, ...change } })).toBe(false)
  })
  it.each([
    [{ title: { en: 'Forum', ru: 'Форум', tg: 'Анҷуман' } }],
    [{ start: '2026-11-27T10:00:00.000Z' }],
    [{ end: '2026-11-27T10:00:00.000Z' }],
    [{ timeZone: 'Europe/Vienna' }],
    [{ allDay: true }],
    [{ status: 'cancelled' }],
    [{ venue: { en: 'Other' } }],
    [{ city: { ru: 'Душанбе' } }],
    [{ country: { en: 'Tajikistan' } }],
    [{ onlineUrl: 'https://a.example' }],
  ])('sees %j', (change) => {
    expect(isReplanned({ before: event, after: { ...event, ...change } })).toBe(true)
  })
})

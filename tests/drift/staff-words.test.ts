import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { LOCALES } from '../../src/contract/index.ts'
import { STAFF_WORDS } from '../../src/platform/staff-words.ts'

/** Files whose refusals are for strangers and programs, before anybody is known or the panel is there. */
const FOR_PROGRAMS = new Set([
  'src/platform/guard.ts', // strangers and API keys
  'src/platform/collection.ts', // strangers and API keys
  'src/platform/openapi.ts', // an example
  'src/contract/examples-comments.ts', // an example
  'src/contract/examples-privacy.ts', // an example
  'src/embed.ts',
  'src/incoming.ts', // before anybody is known
  'src/platform/request-line.ts', // before anybody is known
  'src/platform/error-answers.ts', // an example in a comment
  'src/spam/checks/links.ts', // a sign, no sentence
  'src/spam/checks/token.ts', // a sign, no sentence
  'src/staff/sign-in-endpoints.ts', // for our own views, which have words of their own
  'src/staff/login.ts', // an act for programs, by administrators
  'src/gate.ts',
  'src/doors.ts',
])

/** A refusal with its sentence written out: `new APIError('…`, `say(403, '…`, `{ message: '…`, `validate … || '…`. */
const BARE =
  /\bAPIError\(\s*['"`]|\bsay\(\s*\d{3},\s*['"`]|\b(?:refuse|conflict)\(\s*['"`][A-Z]|\bmessage: ['"`][A-Z]|\bvalidate\b[^\n]*\n?[^\n]*(?:\|\||:) ['"`][A-Z]|\bdetail: ['"`]/g

const bareIn = (text: string) => [...text.matchAll(BARE)].map(([found]) => found)

const files = ['src', 'collections', 'globals'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

describe('what staff are told when something is refused', () => {
  it('stands in src/platform/staff-words.ts, and nowhere as a bare English sentence', () => {
    expect(files.length).toBeGreaterThan(200)
    const found = files
      .filter((file) => !FOR_PROGRAMS.has(file))
      .flatMap((file) => bareIn(readFileSync(file, 'utf8')).map((bare) => `${file}: ${bare}`))
    expect(found).toEqual([])
  })

  it.each([
    "throw new APIError('Not so.', 403)",
    "throw new APIError(\n  'Not so.',\n)",
    "return say(403, 'Only for some.')",
    "throw conflict('Elsewhere.')",
    "errors: [{ path: 'end', message: 'The end lies before the start.' }]",
    "validate: (value) => isFit(value) || 'Write another one.'",
    "validate: (value: string) =>\n  isFit(value) || 'Write another one.'",
    "new Refusal('conflict', { detail: 'The page is gone.' })",
  ])('is found where it is one: %s', (text) => expect(bareIn(text)).not.toEqual([]))

  it('has the same places in every language, and words of that language', () => {
    const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join()
    for (const [key, words] of Object.entries(STAFF_WORDS)) {
      expect(Object.keys(words), key).toEqual([...LOCALES])
      expect([placesOf(words.ru), placesOf(words.tg)], key).toEqual(Array(2).fill(placesOf(words.en)))
      for (const text of [words.ru, words.tg]) expect(text, key).toMatch(/[а-яё]/i)
    }
  })
})

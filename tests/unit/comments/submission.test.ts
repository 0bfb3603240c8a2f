import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decideEdit, decideSubmission } from '../../../src/comments/submission.ts'
import { readEmail } from '../../../src/platform/email.ts'
import { COMMENT_LIMITS, type Locale } from '../../../src/contract/index.ts'
import { anyText } from '../any.ts'

const FREE = { requireName: false, requireEmail: false }
const STRICT = { requireName: true, requireEmail: true }
type Fields = Parameters<typeof decideSubmission>[0]['submission']

const decide = (submission: Fields, { rules = FREE, locale = 'en' as Locale } = {}) =>
  decideSubmission({ submission, rules, locale })

/** The faults of a submission as `field: code`. */
function faults(submission: Fields, rules = FREE) {
  const decided = decide(submission, { rules })
  return decided.kind === 'accept' ? [] : decided.errors.map(({ field, code }) => `${field}: ${code}`)
}

const webAddress = (length: number) => 'https://example.org/'.padEnd(length, 'a')
const mailAddress = (length: number) => {
  const local = 'n'.repeat(64)
  const labels = Array.from({ length: 3 }, () => 'a'.repeat(60)).join('.')
  return `${local}@${labels}.${'b'.repeat(length - 64 - 1 - labels.length - 1 - 4)}.org`
}

describe('what must be there', () => {
  it.each([
    ['name', { body: 'x', email: 'a@example.org' }],
    ['email', { body: 'x', name: 'Nigora' }],
    ['body', { name: 'Nigora', email: 'a@example.org' }],
  ])('refuses a submission without its %s where all are required', (field, submission) => {
    expect(faults(submission, STRICT)).toEqual([`${field}: required`])
  })

  it.each([
    ['spaces', '   \n\t '],
    ['control characters', '\u0000\u0007'],
    ['turned directions', '\u202E\u2066'],
    ['spaces of no width', '\u200B\u2060'],
    ['null', null],
  ])('takes a body of nothing but %s for none', (_, body) => {
    expect(faults({ body })).toEqual(['body: required'])
  })

  it('asks for nothing but a body where the site asks for nothing', () => {
    expect(decide({ body: 'x' })).toEqual({
      kind: 'accept',
      values: { name: '', email: '', url: null, body: 'x', notify: 'none' },
    })
  })
})

describe('how long it may be, in code points', () => {
  const letters = ['n', 'ӯ', '😀']
  it.each(letters)('takes a name of 80 and a body of 5000 times %s', (letter) => {
    expect(
      faults({ name: letter.repeat(COMMENT_LIMITS.name), body: letter.repeat(COMMENT_LIMITS.body) }),
    ).toEqual([])
  })

  it.each(letters)('refuses a name of 81 and a body of 5001 times %s', (letter) => {
    expect(faults({ name: letter.repeat(81), body: letter.repeat(5001) })).toEqual([
      'name: too-long',
      'body: too-long',
    ])
  })

  it('counts after trimming', () => {
    expect(faults({ name: ` ${'n'.repeat(80)} `, body: `\n${'x'.repeat(5000)}\n` })).toEqual([])
  })

  it('takes an address of 254 characters and refuses one of 255', () => {
    expect(mailAddress(254)).toHaveLength(254)
    expect(faults({ email: mailAddress(254), body: 'x' })).toEqual([])
    expect(faults({ email: mailAddress(255), body: 'x' })).toEqual(['email: too-long'])
  })

  it('takes a web address of 2000 characters and refuses one of 2001', () => {
    expect(faults({ url: webAddress(2000), body: 'x' })).toEqual([])
    expect(faults({ url: webAddress(2001), body: 'x' })).toEqual(['url: too-long'])
  })
})

describe('e-mail addresses', () => {
  it.each([
    ['nigora@example.org', 'nigora@example.org'],
    ['Nigora.Karimova+ovoz@Example.ORG', 'Nigora.Karimova+ovoz@example.org'],
    ["o'brien@mail.example.co", "o'brien@mail.example.co"],
    ['n@почта.рф', 'n@xn--80a1acny.xn--p1ai'],
    [`${'n'.repeat(64)}@example.org`, `${'n'.repeat(64)}@example.org`],
  ])('reads %j as %j', (text, kept) => {
    expect(readEmail(text)).toBe(kept)
  })

  it.each([
    ['two addresses', 'a@example.org,b@example.org'],
    ['two addresses with a semicolon', 'a@example.org;b@example.org'],
    ['two addresses with a space', 'a@example.org b@example.org'],
    ['a line break and a header', 'a@example.org\r\nBcc: b@example.org'],
    ['a header before it', 'Bcc: a@example.org'],
    ['a quoted part', '"a b"@example.org'],
    ['a name and brackets', 'Nigora <a@example.org>'],
    ['a space before the at', 'a @example.org'],
    ['a space after the at', 'a@ example.org'],
    ['no dot in the domain', 'a@localhost'],
    ['a number for a domain', 'a@[127.0.0.1]'],
    ['an address of a machine', 'a@127.0.0.1'],
    ['no at', 'a.example.org'],
    ['nothing before the at', '@example.org'],
    ['nothing after the at', 'a@'],
    ['two ats', 'a@b@example.org'],
    ['two dots', 'a..b@example.org'],
    ['a dot first', '.a@example.org'],
    ['a dot at the end', 'a@example.org.'],
    ['a dash first in the domain', 'a@-example.org'],
    ['65 characters before the at', `${'n'.repeat(65)}@example.org`],
    ['a port', 'a@example.org:25'],
    ['a path', 'a@example.org/b'],
    ['a query', 'a@example.org?cc=b'],
    ['a fragment', 'a@example.org#b'],
    ['a backslash', 'a@example.org\\b'],
    ['an escaped letter', 'a@ex%61mple.org'],
    ['a null character', 'a@exam\0ple.org'],
  ])('refuses %s', (_, text) => {
    expect(readEmail(text)).toBeNull()
  })

  it.each(['a@example.org,b@example.org', 'a@example.org\r\nBcc: b@example.org', 'nobody', 'a@localhost'])(
    'tells the writer of %j that it is no address',
    (email) => {
      expect(faults({ email, body: 'x' })).toEqual(['email: invalid'])
    },
  )

  it('reads any text as one plain address or as none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.emailAddress(),
          anyText(60).map((t) => `a@${t}.org`),
        ),
        (text) => {
          expect(readEmail(text) ?? 'a@example.org').toMatch(/^[^\s@,;"<>()[\]:\\]+@[a-z0-9.-]+\.[a-z0-9-]+$/)
        },
      ),
    )
  })
})

describe('web addresses', () => {
  it.each(['javascript:alert(1)', 'example.org', 'https://localhost', 'https://user@example.org', 'x y'])(
    'refuses %j',
    (url) => {
      expect(faults({ url, body: 'x' })).toEqual(['url: invalid'])
    },
  )
})

describe('the promise that an address is not published', () => {
  const email = 'nigora@example.org'
  it.each([
    ['name', { name: email, body: 'x' }],
    ['body', { body: `Write to ${email}!` }],
    ['body', { body: 'Write to NIGORA@Example.Org!' }],
    ['url', { url: `https://site.example/?me=${email}`, body: 'x' }],
  ])("refuses one's own address in the %s", (field, submission) => {
    expect(faults({ ...submission, email })).toEqual([`${field}: not-allowed`])
  })

  it('refuses it in whatever form it was typed', () => {
    const kept = decide({ email: `${email}/`, body: `Write to ${email}` })
    expect(kept.kind).toBe('refuse')
  })

  it("takes other people's addresses", () => {
    expect(faults({ email, body: 'Write to info@example.org' })).toEqual([])
  })
})

describe('all faults at once', () => {
  it('tells each fault at its field', () => {
    expect(
      faults({ name: 'n'.repeat(81), email: 'nobody', url: 'javascript:alert(1)', body: ' ' }, STRICT),
    ).toEqual(['name: too-long', 'body: required', 'email: invalid', 'url: invalid'])
  })

  it.each([
    ['en', 'This field is required.', 'At most 80 characters.'],
    ['ru', 'Это поле обязательно.', 'Не больше 80 знаков.'],
    ['tg', 'Ин майдон ҳатмист.', 'На зиёда аз 80 аломат.'],
  ] as const)('speaks %s to those who asked in it', (locale, required, tooLong) => {
    const decided = decide({ name: 'n'.repeat(81) }, { locale })
    expect(decided).toMatchObject({ errors: [{ message: tooLong }, { message: required }] })
  })

  it('decides on any submission, and accepts none beyond the limits', () => {
    const field = fc.option(anyText(), { nil: null })
    fc.assert(
      fc.property(
        fc.record({ name: field, email: field, url: field, body: field }),
        fc.record({ requireName: fc.boolean(), requireEmail: fc.boolean() }),
        (submission, rules) => {
          const decided = decide(submission, { rules })
          if (decided.kind === 'refuse') expect(decided.errors).not.toHaveLength(0)
          else {
            expect([...decided.values.name].length).toBeLessThanOrEqual(COMMENT_LIMITS.name)
            expect(decided.values.body).not.toBe('')
          }
        },
      ),
    )
  })
})

describe('decideEdit', () => {
  it('takes a new text, cleaned', () => {
    expect(decideEdit({ body: ' new\r\ntext ', email: '', locale: 'en' })).toEqual({
      kind: 'accept',
      body: 'new\ntext',
    })
  })

  it.each([
    ['', 'required'],
    ['x'.repeat(5001), 'too-long'],
  ])('refuses a text that could not be sent either', (body, code) => {
    expect(decideEdit({ body, email: '', locale: 'en' })).toMatchObject({
      kind: 'refuse',
      errors: [{ field: 'body', code }],
    })
  })
})

it.each([
  ['replies', 'nigora@example.org', 'replies'],
  ['replies', ' ', 'none'],
  ['none', 'nigora@example.org', 'none'],
  [null, 'nigora@example.org', 'none'],
  [undefined, 'nigora@example.org', 'none'],
] as const)('who asks for %s with the address “%s” is told of %s', (notify, email, told) => {
  expect(decide({ body: 'x', email, notify })).toMatchObject({ kind: 'accept', values: { notify: told } })
})

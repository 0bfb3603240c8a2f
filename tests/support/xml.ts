import { XMLValidator } from 'fast-xml-parser'

/** Every character XML 1.0 may hold, and no reference to another one. */
const ONLY_POSSIBLE = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u
// The validator lets this one pass.
const MARKUP_IN_ATTRIBUTE = /<[^<>"]*(?:"[^"<]*"[^<>"]*)*"[^"<]*</
const KNOWN_REFERENCES = /&(?!(?:amp|lt|gt|quot|apos|#9|#10);)/

/** What makes a text no well-formed XML, or nothing. */
export function faultOf(xml: string): string | null {
  if (!ONLY_POSSIBLE.test(xml)) return 'It holds a character that XML cannot.'
  if (KNOWN_REFERENCES.test(xml)) return 'It holds an ampersand that begins no known reference.'
  if (MARKUP_IN_ATTRIBUTE.test(xml)) return 'An attribute holds the beginning of an element.'
  const result = XMLValidator.validate(xml)
  return result === true ? null : result.err.msg
}

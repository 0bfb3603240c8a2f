import { COMMENT_EXAMPLES } from './examples-comments.ts'
import { CONTENT_EXAMPLES } from './examples-content.ts'
import { RETENTION_EXAMPLES } from './examples-retention.ts'
import { PRIVACY_EXAMPLES } from './examples-privacy.ts'

/**
 * Whole examples by the name of a schema (`.meta({ id })`), each under a short name of its own: a language where that
 * is what it shows. They stand in the document wherever the schema is a body of a question or an answer.
 */
export const EXAMPLES: Record<string, Record<string, unknown>> = {
  ...CONTENT_EXAMPLES,
  ...COMMENT_EXAMPLES,
  ...RETENTION_EXAMPLES,
  ...PRIVACY_EXAMPLES,
}

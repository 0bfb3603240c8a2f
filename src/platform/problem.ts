import type { FieldError, ProblemCode } from '../contract/problem.ts'

/**
 * The one way to refuse a request. The corridor turns it into `application/problem+json`; `detail` and `errors`
 * go out, `private` only into the log.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly detail: string | undefined
  readonly errors: FieldError[] | undefined
  /** Seconds until it is worth coming back. */
  readonly retryAfter: number | undefined

  constructor(
    readonly code: ProblemCode,
    {
      detail,
      errors,
      retryAfter,
      private: hidden,
    }: { detail?: string; errors?: FieldError[]; retryAfter?: number; private?: string } = {},
  ) {
    super(hidden ?? detail ?? code)
    this.detail = detail
    this.errors = errors
    this.retryAfter = retryAfter
  }
}

import { z } from 'zod'

/** Every way a request can be refused, and its HTTP status. A code once published keeps its meaning. */
export const PROBLEMS = {
  /** The request was understood and a value in it is not acceptable; `errors` names each field. */
  invalid: 422,
  /** The body is not JSON or not a form, or a header cannot be read. */
  malformed: 400,
  /** No such thing, or it is not public. */
  'not-found': 404,
  /** It was public and has been taken away for good. */
  gone: 410,
  /** Comments are closed on this article, or on the whole site. */
  closed: 409,
  /** Someone else changed it first, or its state does not allow this. */
  conflict: 409,
  /** Signed in, and not allowed. */
  forbidden: 403,
  /** A token is needed and none came, or it is not a token of ours. */
  unauthorized: 401,
  /** The body is larger than the route takes. */
  'too-large': 413,
  /** The body's media type is not one the route takes. */
  'unsupported-type': 415,
  /** The address exists, the method does not. */
  'method-not-allowed': 405,
  /** Too many requests; `Retry-After` says when to come back, in seconds. */
  throttled: 429,
  /** The database or a part that is needed is away; `Retry-After` says when to come back, in seconds. */
  unavailable: 503,
  /** Our fault. `traceId` finds the entry in the log. */
  internal: 500,
} as const

export type ProblemCode = keyof typeof PROBLEMS
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode]

export const FieldError = z
  .object({
    field: z
      .string()
      .meta({ description: 'The name of the field or parameter as it was sent.', example: 'email' }),
    code: z.string().meta({
      description: 'Stable word for the fault: required, too-long, too-short, not-allowed or invalid.',
      example: 'required',
    }),
    message: z.string().meta({ description: 'A sentence for people, in the language asked for.' }),
  })
  .meta({ id: 'FieldError' })
export type FieldError = z.infer<typeof FieldError>

/** An error, RFC 9457 (`application/problem+json`). */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'A URI reference that names the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z
      .string()
      .meta({ description: 'What went wrong and how to mend it, in the language asked for.' }),
    traceId: z.string().meta({ description: 'Names this request in the log of the server.' }),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

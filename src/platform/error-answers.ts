import type { AfterErrorHook } from 'payload'

import { staffWord } from './staff-words.ts'
import { isCrossed } from './transaction.ts'

type Thrown = { name?: string; message: string; data?: unknown }

/** What the parser of forms says of a part it cannot read, such as a file whose name has a NUL in it. */
const UNREADABLE = /^(Malformed part header|Unexpected end of form)$/

/**
 * Gives back to an answer what an error says in particular: which field is wrong and why, or a code that programs know.
 * Payload recognises its errors by their class, and in the built product the pages of Next have another copy of it than
 * the server, so that only the message was left. What was not for outside is not here either.
 */
export const tellParticulars: AfterErrorHook = ({ error, req, result }) => {
  // On MongoDB two who write the same row at once: one of them is undone, and is no fault of ours to be puzzled at.
  if (isCrossed(error)) return { response: { errors: [{ message: staffWord(req, 'crossed') }] }, status: 503 }
  const { name, message, data } = error as Thrown
  if (UNREADABLE.test(message))
    return { response: { errors: [{ message: 'This form cannot be read.' }] }, status: 400 }
  const isPublic = result?.errors?.[0]?.message === message
  if (!isPublic || typeof data !== 'object' || data === null) return
  const code = 'code' in data ? { code: data.code } : {}
  return { response: { errors: [{ ...(name && { name }), ...code, data: data as never, message }] } }
}

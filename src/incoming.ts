import type { IncomingMessage, ServerResponse } from 'node:http'

import { say } from './gate.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/** The most that is taken at the staff door: from strangers who sign in, of an article, and of a file with what is said of it. */
const MOST = { stranger: 16 * KILOBYTE, text: 5 * MEGABYTE, file: 32 * MEGABYTE }

export function mostBytes(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { isStranger }: { isStranger: boolean },
) {
  if (isStranger) return MOST.stranger
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '') ? MOST.file : MOST.text
}

function tooLarge(request: IncomingMessage, response: ServerResponse) {
  if (response.headersSent) return void response.destroy()
  say(response, 413, { errors: [{ message: 'This is too large.' }] }, { Connection: 'close' })
  // What still comes is not read.
  response.once('finish', () => request.destroy())
}

/**
 * Lets no more through than so many bytes of a body, whether its length was told or not; for the panel's part of the server,
 * which reads a body whole before it looks at it. What is told to be larger is answered here.
 * @returns false where it was answered
 */
export function boundIncoming(request: IncomingMessage, response: ServerResponse, most: number): boolean {
  if (Number(request.headers['content-length'] ?? 0) > most) {
    tooLarge(request, response)
    return false
  }
  const push = request.push.bind(request)
  let size = 0
  // Node's parser hands each piece on by `push`; to listen for them here would let them run before anybody else does.
  request.push = (piece: unknown, encoding?: BufferEncoding) => {
    size += Buffer.isBuffer(piece) ? piece.length : 0
    if (size <= most) return push(piece, encoding)
    request.push = () => false
    tooLarge(request, response)
    return false
  }
  return true
}

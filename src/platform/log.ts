import type { Config } from 'payload'

import { settings } from './settings.ts'

const ADDRESS = /[^\s"'<>@,;:()]+@[^\s"'<>@,;:()]+/g
/** E-mail addresses never reach the log, wherever a message picked them up. */
export const withoutAddresses = (text: string) => text.replace(ADDRESS, '[address]')

const MOST_KEPT = 500

/** What another server said, as it may be kept: a line of at most 500 characters without addresses of people. */
export const toKeptLine = (text: string) =>
  withoutAddresses(text.slice(0, 4 * MOST_KEPT))
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_KEPT)

const MOST_FRAMES = 12
const MOST_CAUSES = 5

/**
 * An error as it may be logged: kind, message and stack, without the values it carries. Database drivers put the
 * query and its values into messages and properties, mail transports the recipient.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutAddresses(String(error)) }
  const { name, stack = '', cause } = error
  const holdsQuery = 'query' in error || 'params' in error || /^Failed query/.test(error.message)
  const message = holdsQuery ? 'A database query failed.' : withoutAddresses(error.message)
  // The stack begins with the message; only the frames behind it are ours to show.
  const frames = stack
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .join('\n')
  const code = 'code' in error ? error.code : undefined
  return {
    type: name,
    message,
    ...(code !== undefined && { code }),
    stack: withoutAddresses(frames),
    ...(cause !== undefined &&
      cause !== null &&
      depth < MOST_CAUSES && { cause: describeError(cause, depth + 1) }),
  }
}

/** Payload's logger (pino), told what it may say. */
export const logger: NonNullable<Config['logger']> = {
  options: {
    level: settings.LOG_LEVEL,
    serializers: { err: (error) => describeError(error), error: (error) => describeError(error) },
    redact: { paths: ['*.email', '*.to', '*.password', 'req', 'headers'], censor: '[withheld]' },
    hooks: {
      logMethod(given, method) {
        const safe = given.map((part: unknown) => (typeof part === 'string' ? withoutAddresses(part) : part))
        return method.apply(this, safe as Parameters<typeof method>)
      },
    },
  },
}

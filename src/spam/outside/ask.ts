import { settings } from '../../platform/settings.ts'
import { type Message, post } from '../../webhooks/request.ts'

/** How long another service may think about a comment, in milliseconds; its writer waits meanwhile. */
export const PATIENCE = 2000

export type Ask = (message: Message) => ReturnType<typeof post>

/** Asks as webhooks do: no address in a private network, unless WEBHOOK_PRIVATE lets it in; no second try. */
export const askWithin =
  (patience = PATIENCE): Ask =>
  (message) =>
    post({ message, allowPrivate: settings.WEBHOOK_PRIVATE === 'on', patience })

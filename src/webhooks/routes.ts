import type { OpenAPIHono } from '@hono/zod-openapi'

import { WebhookMessage } from '../contract/index.ts'

/** Names the messages we send in the OpenAPI document, beside the routes we answer. */
export function describeWebhooks(api: Pick<OpenAPIHono, 'openAPIRegistry'>) {
  api.openAPIRegistry.registerWebhook({
    method: 'post',
    path: 'change',
    summary: 'What a webhook is told of',
    description:
      'Signed as https://www.standardwebhooks.com says: by the headers webhook-id, webhook-timestamp and webhook-signature.',
    request: { body: { content: { 'application/json': { schema: WebhookMessage } }, required: true } },
    responses: { 204: { description: 'Any status from 200 to 299 says that it has arrived.' } },
  })
}

import type { Payload } from 'payload'

import type { Locale } from '../contract/index.ts'
import { KEY_PAGE_HEADERS } from '../platform/key-page.ts'
import { readDays } from '../retention/run.ts'
import type { Copy } from './copy.ts'
import { toCopyPage } from './copy-page.ts'

export const FORMATS = ['html', 'json'] as const
export type Format = (typeof FORMATS)[number]

const TYPES = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' }

/** A copy as a file. Nothing in its name says whose it is. */
export async function downloadOf({
  payload,
  copy,
  format,
  locale,
}: {
  payload: Payload
  copy: Copy
  format: Format
  locale: Locale
}): Promise<Response> {
  const { mailDays } = await readDays({ payload })
  const body =
    format === 'json' ? `${JSON.stringify(copy, null, 2)}\n` : toCopyPage({ copy, locale, mailDays })
  return new Response(body, {
    headers: {
      ...KEY_PAGE_HEADERS,
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="copy-${copy.madeAt.slice(0, 10)}.${format}"`,
    },
  })
}

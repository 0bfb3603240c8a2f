import { EMPTY_REPORT, toReportForm } from '@ovoz/widget/markup.ts'
import { raw } from 'hono/html'

import { withQuery } from '../links.ts'
import type { Asking, Page } from '../page.ts'
import { langOf } from '../parts/cards.tsx'

/** Where a reader reports a comment without a script; afterwards, the thanks. Search engines stay away. */
export async function report(asking: Asking, { id = '' }: Record<string, string>): Promise<Page> {
  const { client, locale, links, t, query, returned } = asking
  const comment = await client.comments.get(id)
  const back = `${withQuery(links.at(`/${comment.on}`), { comment: id })}#comment-${id}`
  const form = { locale, id: 'report', action: links.report(id), cancel: back }
  const isDone = query.get('done') === 'sent'
  return {
    title: t('report'),
    alternates: null,
    isNoIndex: true,
    body: (
      <div class="list">
        <h1>{t('report')}</h1>
        {isDone && <p role="status">{t('reported')}</p>}
        <div class="discussion">
          <div class="ovoz">
            <p>
              <b>{comment.author.name || t('nobody')}</b>
            </p>
            <blockquote class="ovoz-text" lang={langOf(comment.locale ?? locale, asking)}>
              {raw(comment.html)}
            </blockquote>
            {!isDone && !comment.isRemoved && raw(toReportForm(form, returned?.report ?? EMPTY_REPORT))}
          </div>
        </div>
        <p>
          <a href={back}>{t('report-back')}</a>
        </p>
      </div>
    ),
  }
}

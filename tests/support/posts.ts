import { bodyOf, paragraph, text } from './article.ts'
import type { Ovoz } from './ovoz.ts'

/** A published article of a few words, made by the system. */
export async function publish(ovoz: Ovoz, data: { title: string } & Record<string, unknown>) {
  return ovoz.payload.create({
    collection: 'posts',
    data: { body: bodyOf(paragraph(text('A few words.'))), _status: 'published', ...data } as never,
    depth: 0,
    overrideAccess: true,
  })
}

/** What a reader sends, with everything the default rules ask for. */
export const written = (on: string, more: object = {}) => ({
  on,
  name: 'Nigora',
  email: 'nigora@reader.example',
  body: 'Well said.',
  ...more,
})

let writers = 0
/** A comment of its own kind, so that nothing takes it for one sent twice. */
export async function comment(
  ovoz: Ovoz,
  on: string,
  more: { status?: string } & Record<string, unknown> = {},
) {
  const { status = 'approved', ...rest } = more
  const answer = await ovoz.api('/comments', { body: written(on, { body: `Comment ${++writers}`, ...rest }) })
  if (answer.status !== 202) throw new Error(`The comment was not taken: ${JSON.stringify(answer.body)}`)
  if (status !== 'pending') await move(ovoz, answer.body.id, status)
  return answer.body as { id: string; manageToken: string }
}

export const move = (ovoz: Ovoz, id: string, status: string) =>
  ovoz.payload.update({
    collection: 'comments',
    id,
    data: { status } as never,
    depth: 0,
    overrideAccess: true,
  })

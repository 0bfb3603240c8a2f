// The smallest front end that is whole: one article with its thread and the form, in plain Node without packages.
//   API=http://localhost:3000 PORT=4000 node examples/front-end.mjs     then open /posts/<slug>
// The form needs no script: the browser posts it to the public API, which sends it back here. For that the API has
// to know this address: start it with SITE_URL=http://localhost:4000 (or CORS_ORIGINS). With SITE_URL, the panel also
// shows drafts here, at /preview.
import { createServer } from 'node:http'

const panel = new URL(process.env.API ?? 'http://localhost:3000').origin
const api = `${panel}/api/v1`
const port = Number(process.env.PORT ?? 4000)

const escape = (text) => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const get = async (path) => (await fetch(api + path)).json()

// `html` of the API is safe to put into a page as it is; everything else is escaped here.
const comment = ({ id, author, html, createdAt, isRemoved, replies }) => `
  <article id="comment-${id}">
    ${isRemoved ? '<p><em>This comment was removed.</em></p>' : `<h3>${escape(author.name || 'Anonymous')}</h3><time>${escape(createdAt.slice(0, 10))}</time>${html}`}
    ${replies.map(comment).join('')}
  </article>`

const form = ({ on, requires, limits }, here) => `
  <form method="post" action="${api}/comments">
    <h2>Leave a Reply</h2>
    <p>Your email address will not be published. Required fields are marked *</p>
    <input type="hidden" name="on" value="${escape(on)}"><input type="hidden" name="redirect" value="${escape(here)}">
    <label>Comment * <textarea name="body" required maxlength="${limits.body}" rows="6"></textarea></label>
    <label>Name ${requires.name ? '*' : ''} <input name="name" maxlength="${limits.name}" ${requires.name ? 'required' : ''}></label>
    <label>E-mail ${requires.email ? '*' : ''} <input name="email" type="email" maxlength="${limits.email}" ${requires.email ? 'required' : ''}></label>
    <label>Website <input name="url" type="url" maxlength="${limits.url}"></label>
    <button>Post comment</button>
  </form>`

const head = ({ locale, title }) => `<!doctype html>
<html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #222 }
  h1 { line-height: 1.2 } article article { margin-left: 1.5rem; border-left: 2px solid #ddd; padding-left: 1rem }
  figure.quote { margin: 2rem 0; border-left: 4px solid #8a2c4a; padding-left: 1rem } figcaption, time { color: #666; font-size: .9rem }
  blockquote { margin: 0; font-style: italic } img { max-width: 100%; height: auto } article h3 { margin-bottom: 0 }
  label { display: block; margin: 1rem 0 } input, textarea { display: block; width: 100%; font: inherit; padding: .5rem; box-sizing: border-box }
  button { font: inherit; padding: .5rem 1.5rem }
</style>`

const article = ({ title, publishedAt, start, event, body, tags }) => `
<main>
  <h1>${escape(title)}</h1>
  <p><time>${escape((publishedAt ?? start).slice(0, 10))}</time>${event ? ` · ${escape([event.venue, event.city].filter(Boolean).join(', '))}` : ''}</p>
  ${body.html}
  <p>${tags.map(({ name }) => `#${escape(name)}`).join(' ')}</p>
</main>`

const page = (post, thread, here) => `${head(post)}${article(post)}
<section><h2>${thread.total} ${thread.total === 1 ? 'comment' : 'comments'}</h2>${thread.items.map(comment).join('')}</section>
${thread.notice ? `<p>${escape(thread.notice)}</p>` : ''}
${thread.open ? form(thread, here) : `<p>${escape(thread.closedReason)}</p>`}
</html>`

// What an editor sees beside the form: the draft, shown anew after every save. The panel says when, and waits for a
// word that somebody listens. Nobody but the panel may frame this page, and nobody else's word counts.
const draftPage = (post) => `${head(post)}${article(post)}
<script>
  addEventListener('message', async ({ origin, data }) => {
    if (origin !== ${JSON.stringify(panel)} || data?.type !== 'payload-document-event') return
    const fresh = await fetch(location.href)
    if (fresh.ok) document.querySelector('main').replaceWith(new DOMParser().parseFromString(await fresh.text(), 'text/html').querySelector('main'))
  })
  const watching = window.opener ?? window.parent
  watching.postMessage({ type: 'payload-live-preview', ready: true }, ${JSON.stringify(panel)})
</script>
</html>`

async function preview(search, response) {
  const answer = await fetch(`${api}/preview?token=${encodeURIComponent(search.get('token') ?? '')}`)
  const draft = await answer.json()
  response.writeHead(answer.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `frame-ancestors ${panel}`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  response.end(
    answer.ok
      ? draftPage(draft)
      : `<!doctype html><p>${escape(draft.detail)} Please open the preview again from the panel.`,
  )
}

createServer(async (request, response) => {
  try {
    const { pathname: path, searchParams } = new URL(request.url, 'http://here')
    if (path === '/preview') return await preview(searchParams, response)
    const answer = await fetch(api + path, { redirect: 'manual' })
    const post = await answer.json()
    // It has another address now; readers are sent there, and so are search engines.
    if (answer.status === 301) return response.writeHead(301, { location: post.url ?? '/' }).end()
    if (!answer.ok) throw new Error('not found')
    const thread = await get(`/comments?on=${path.slice(1)}`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page(post, thread, `http://localhost:${port}${path}`))
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('There is no such page.')
  }
}).listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`))

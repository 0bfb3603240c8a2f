// The smallest front end that is whole: one article with its thread and the form, in plain Node without packages.
//   API=http://localhost:3000 PORT=4000 node examples/front-end.mjs     then open /posts/<slug>
// The form needs no script: the browser posts it to the public API, which sends it back here. For that the API has
// to know this address: start it with CORS_ORIGINS=http://localhost:4000 (or SITE_URL).
import { createServer } from 'node:http'

const api = `${process.env.API ?? 'http://localhost:3000'}/api/v1`
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

const page = (post, thread, here) => `<!doctype html>
<html lang="${post.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(post.title)}</title>
<style>
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #222 }
  h1 { line-height: 1.2 } article article { margin-left: 1.5rem; border-left: 2px solid #ddd; padding-left: 1rem }
  figure.quote { margin: 2rem 0; border-left: 4px solid #8a2c4a; padding-left: 1rem } figcaption, time { color: #666; font-size: .9rem }
  blockquote { margin: 0; font-style: italic } img { max-width: 100%; height: auto } article h3 { margin-bottom: 0 }
  label { display: block; margin: 1rem 0 } input, textarea { display: block; width: 100%; font: inherit; padding: .5rem; box-sizing: border-box }
  button { font: inherit; padding: .5rem 1.5rem }
</style>
<h1>${escape(post.title)}</h1>
<p><time>${escape(post.publishedAt.slice(0, 10))}</time>${post.event ? ` · ${escape([post.event.venue, post.event.city].filter(Boolean).join(', '))}` : ''}</p>
${post.body.html}
<p>${post.tags.map(({ name }) => `#${escape(name)}`).join(' ')}</p>
<section><h2>${thread.total} ${thread.total === 1 ? 'comment' : 'comments'}</h2>${thread.items.map(comment).join('')}</section>
${thread.open ? form(thread, here) : `<p>${escape(thread.closedReason)}</p>`}
</html>`

createServer(async (request, response) => {
  try {
    const path = new URL(request.url, 'http://here').pathname
    const post = await get(path)
    if (!post.slug) throw new Error('not found')
    const thread = await get(`/comments?on=${path.slice(1)}`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page(post, thread, `http://localhost:${port}${path}`))
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('There is no such page.')
  }
}).listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`))

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const HEAD = '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css">'
const STYLE =
  ':root { color-scheme: light dark; background: light-dark(#fff, #121212); } p { color: rgb(1, 2, 3); } h2 { font-style: italic; } .ovoz-comment { border: 9px solid red; }'

/** A site that is not ours: its own origin, a strict policy, and the element in its pages. */
export class HostPage {
  readonly #server: HttpServer
  #pages = new Map<string, string>()
  #cms = ''

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://host')
      const send = (type: string, text: string) => response.setHeader('Content-Type', type).end(text)
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${this.#cms}; form-action 'none'; base-uri 'none'`,
      )
      if (/^\/\w+\.js$/.test(pathname)) send('text/javascript', readFileSync(join(folder, pathname), 'utf8'))
      else if (pathname === '/page.css') send('text/css', STYLE)
      else if (pathname === '/favicon.ico') response.writeHead(204).end()
      else send('text/html; charset=utf-8', this.#pages.get(pathname) ?? '')
    })
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async start() {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    return this
  }

  /** What its policy lets the element ask. */
  allow(cms: string) {
    this.#cms = cms
  }

  /** Puts a page up; its address. */
  page(path: string, body: string, locale = 'en') {
    this.#pages.set(
      path,
      `<!DOCTYPE html><html lang="${locale}"><head><title>Host</title>${HEAD}<script type="module" src="/comments.js"></script></head><body><h1>Host</h1><p id="own">Its own words.</p>${body}</body></html>`,
    )
    return `${this.url}${path}`
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

/**
 * What the page may load: our own files, and what it asks of the API. The viewer sets styles of single elements,
 * which no hash can name, and paints small pictures from data.
 */
export const contentSecurityPolicy = (apiOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${apiOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The page that shows the document. It names nothing but files of this server. */
export const toPage = ({ document, script, style }: Record<'document' | 'script' | 'style', string>) =>
  `<!doctype html>${toHtml(
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', 'Ovoz public API'),
        h('link', { rel: 'icon', href: 'data:,' }),
        h('link', { rel: 'stylesheet', href: style }),
        h('script', { type: 'module', src: script }),
      ]),
      h('body', [
        h('rapi-doc', {
          'spec-url': document,
          'load-fonts': 'false',
          'regular-font': 'system-ui, sans-serif',
          'mono-font': 'ui-monospace, monospace',
          'primary-color': '#8a2c4a',
          'show-header': 'false',
          'render-style': 'read',
          'schema-style': 'table',
          'default-schema-tab': 'example',
          'schema-description-expanded': 'true',
          'allow-authentication': 'false',
          'allow-server-selection': 'false',
          'allow-spec-file-download': 'false',
          'update-route': 'true',
          'use-path-in-nav-bar': 'false',
          'nav-item-spacing': 'compact',
          'show-method-in-nav-bar': 'as-colored-text',
          'sort-tags': 'false',
          'persist-auth': 'false',
          'fetch-credentials': 'omit',
        }),
        h('noscript', [
          'This page needs scripts. The document itself: ',
          h('a', { href: document }, document),
        ]),
      ]),
    ]),
  )}`

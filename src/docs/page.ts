import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

/**
 * The one style element that the viewer writes itself: the colours below, put into its variables. With other colours
 * or another version of it the hash is another; the browser names it, and the test in tests/e2e says so.
 */
const VIEWER_STYLE = 'sha256-S9MZXkI6zxmvE3S3JKA/8EL5xOUk7ZCLeWMZqqApwf0='

/**
 * What the page may load: our own files, and what it asks of the API. The viewer sets styles of single elements,
 * which no hash can name, and paints small pictures from data.
 */
export const contentSecurityPolicy = (apiOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${VIEWER_STYLE}'`,
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
          theme: 'light',
          'bg-color': '#ffffff',
          'text-color': '#222222',
          'nav-bg-color': '#f7f3f1',
          'nav-text-color': '#333333',
          'nav-hover-bg-color': '#efe6e3',
          'nav-hover-text-color': '#8a2c4a',
          'show-header': 'false',
          'allow-advanced-search': 'false',
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

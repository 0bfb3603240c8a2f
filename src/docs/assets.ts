import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

/** A file of the page; its name holds a hash of what is in it, so that it can be kept for ever. */
export type Asset = { name: string; type: string; bytes: Uint8Array; gzipped: Uint8Array }

const STYLE = `:root { color-scheme: light }
html, body { margin: 0; height: 100% }
body { font: 16px/1.5 system-ui, sans-serif }
rapi-doc { width: 100%; min-height: 100vh }
rapi-doc::part(section-overview) { padding-left: 20px }
rapi-doc:not(:defined), noscript { display: block; padding: 2rem }
`

function toAsset({ name, ending, type, bytes }: Omit<Asset, 'gzipped'> & { ending: string }): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { name: `${name}-${hash}.${ending}`, type, bytes, gzipped: gzipSync(bytes, { level: 9 }) }
}

let read: { script: Asset; style: Asset } | undefined

/** The viewer as its package has it, and our few lines of style. Read once, when the page is first asked for. */
export function assets() {
  read ??= {
    script: toAsset({
      name: 'rapidoc',
      ending: 'js',
      type: 'text/javascript; charset=utf-8',
      bytes: readFileSync(createRequire(import.meta.url).resolve('rapidoc')),
    }),
    style: toAsset({
      name: 'page',
      ending: 'css',
      type: 'text/css; charset=utf-8',
      bytes: Buffer.from(STYLE),
    }),
  }
  return read
}

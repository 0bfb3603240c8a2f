// Builds the comments element: one module with its style inside, and the languages beside it of which a page gets the one
// it speaks. Plain Node and what is installed.
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `comments.js` into a folder, what it asks for from there (`ru.js`, `tg.js`), and a page that shows it. */
export async function buildWidget(folder = 'dist/widget') {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: { comments: 'widget/src/element.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]',
    minify: true,
    charset: 'utf8',
    // Its style is minified as such, then goes in as a text.
    plugins: [styleAsText(build)],
    alias: { 'ovoz/client': './src/client/index.ts' },
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  })
  for (const name of ['demo.html', 'demo.css']) cpSync(join('widget', name), join(folder, name))
}

const styleAsText = (build) => ({
  name: 'style-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        minify: true,
        charset: 'utf8',
        write: false,
      })
      return { contents: outputFiles[0].text.trim(), loader: 'text' }
    })
  },
})

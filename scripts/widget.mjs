// Builds the comments element: one module that needs nothing else, its style inside. Plain Node and what is installed.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `comments.js` into a folder. */
export async function buildWidget(folder = 'dist/widget') {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: ['widget/src/element.ts'],
    outfile: join(folder, 'comments.js'),
    bundle: true,
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

// What `npm run build` makes besides the panel: the server, the site, the comments element and the client, in dist.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { build } from 'esbuild'

import { buildClient } from './client.mjs'
import { buildWidget } from './widget.mjs'

const ENTRIES = ['src/server.ts', 'src/worker.ts', 'src/commands.ts', 'src/seed.ts']
/** Packages that stay as they are: machine code, what the panel must share with us, and tools that never run here. */
const APART = ['sharp', 'libsql', 'next', 'graphql', 'react', 'react-dom', 'json-schema-to-typescript']
const OLD_NAMES = `import { createRequire as ovozCreateRequire } from 'node:module'
const require = ovozCreateRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

const FONTS = ['400Regular', '400Regular_Italic', '700Bold']

/**
 * Code and the packages it needs, in a few files: two thousand small ones take a second more to find and read.
 * What is made for production is chosen here, as --conditions=production chooses it where packages are loaded.
 */
const FOR_NODE = {
  bundle: true,
  conditions: ['production'],
  define: { 'process.env.NODE_ENV': '"production"' },
  // Packages of the older kind ask for these by their old names.
  banner: { js: OLD_NAMES },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
}

/** Programs that have the product in them, with what they share in files of its own. */
export const bundleForNode = (options) =>
  build({ ...FOR_NODE, splitting: true, external: APART, jsx: 'automatic', ...options })

const bundleSite = () =>
  build({
    ...FOR_NODE,
    entryPoints: ['site/src/server.ts'],
    outdir: 'dist/site',
    external: ['sharp'],
    tsconfig: 'site/tsconfig.json',
  })

/** What the site and the comments element hand to browsers, and the typefaces that share images are drawn with. */
export async function bundleAssets() {
  await build({
    entryPoints: ['site/styles/site.css'],
    outdir: 'dist/site',
    bundle: true,
    minify: true,
    logLevel: 'warning',
  })
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/pt-serif/package.json'))
  mkdirSync('dist/site/fonts', { recursive: true })
  for (const name of FONTS)
    cpSync(join(fonts, name, `PTSerif_${name}.ttf`), `dist/site/fonts/PTSerif_${name}.ttf`)
  await buildWidget()
}

/** Makes everything anew. */
export async function bundle() {
  // Files are named by what is in them: those of the build before would stay for ever.
  rmSync('dist', { recursive: true, force: true })
  await Promise.all([
    bundleForNode({ entryPoints: ENTRIES, outdir: 'dist' }),
    bundleSite(),
    bundleAssets(),
    buildClient(),
  ])
}

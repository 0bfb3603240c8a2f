// Builds the comments element: one module with its style inside; beside it a second part, which comes when somebody is
// about to act, and the languages, of which a page gets the one it speaks. Plain Node and what is installed.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const SOURCE = resolve('widget/src')
const FIRST = join(SOURCE, 'element.ts')
const SECOND = join(SOURCE, 'acts.ts')
/** The file that asks for the second part. */
const BETWEEN = join(SOURCE, 'lazy.ts')
const CLIENT = resolve('src/client/index.ts')

const SHARED = {
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
}

/** Writes `comments.js` into a folder, what it asks for from there (`acts.js`, `ru.js`, `tg.js`), and a page that shows it. */
export async function buildWidget(folder = 'dist/widget') {
  const { build, transform } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  const first = {
    ...SHARED,
    entryPoints: { comments: FIRST },
    outdir: folder,
    splitting: true,
    chunkNames: '[name]',
    minify: true,
    alias: { 'ovoz/client': CLIENT },
  }
  // Its style is minified as such, then goes in as a text.
  const style = styleAsText(build)

  // What both parts use is in the first; the second is a function of it. So there is one of each class and one memory of
  // languages, without a third file that every page would have to wait for.
  const { metafile } = await build({ ...first, write: false, metafile: true, plugins: [style, apart({})] })
  const inFirst = new Set(Object.keys(metafile.inputs).map((path) => resolve(path)))
  const { outputFiles } = await build({
    ...SHARED,
    entryPoints: [SECOND],
    write: false,
    plugins: [keptOutside(inFirst)],
  })
  const { code, taken, imports } = takeImports(outputFiles[0].text)
  const second = await transform(`export default ({ ${taken.join(', ')} }) => {\n${code}\n}`, {
    minify: true,
    charset: 'utf8',
    target: 'es2022',
  })
  writeFileSync(join(folder, 'acts.js'), second.code)
  await build({ ...first, plugins: [style, apart(imports)] })
  for (const name of ['demo.html', 'demo.css']) cpSync(join('widget', name), join(folder, name))
}

/** Has the first part hand the second what it imports. */
const apart = (fromOf) => ({
  name: 'apart',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/acts\.js$/ }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /\blazy\.ts$/ }, ({ path }) => {
      if (path !== BETWEEN) return undefined
      const imports = Object.entries(fromOf).map(([name, from]) => `import { ${name} } from '${from}'\n`)
      const names = Object.keys(fromOf).join(', ')
      const contents = `${imports.join('')}export const loadActs = async () => (await import('./acts.js')).default({ ${names} })`
      return { contents, resolveDir: SOURCE, loader: 'ts' }
    })
  },
})

/** Leaves modules that the first part has as imports. */
const keptOutside = (inFirst) => ({
  name: 'kept-outside',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, importer }) => {
      const file = path === 'ovoz/client' ? CLIENT : importer ? resolve(dirname(importer), path) : path
      return inFirst.has(file) ? { path: file, external: true } : undefined
    })
  },
})

/** The code of a module with a `return` of what it exports; how it takes each name, and from which file that is. */
function takeImports(text) {
  const fromOf = {}
  const taken = []
  const code = text
    .replace(/^import \{([^}]*)\} from "([^"]*)";$/gm, (line, list, from) => {
      for (const entry of list.split(',')) {
        const [name, as] = entry.trim().split(' as ')
        if ((fromOf[name] ??= from) !== from) throw new Error(`Two files of the element have a "${name}".`)
        taken.push(as ? `${name}: ${as}` : name)
      }
      return ''
    })
    .replace(/^export \{([^}]*)\};$/m, 'return {$1}')
  if (/^(import|export)\b/m.test(code)) throw new Error('The second part imports or exports in another way.')
  return { code, taken, imports: fromOf }
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

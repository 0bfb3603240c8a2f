// Builds ovoz/client: one file of code and its types, which need no other package. Plain Node and what is installed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = 'src/client/index.ts'

/** Writes the client as it is published into a folder, with a package.json by which it can stand alone. */
export async function buildClient(folder = 'dist/client') {
  const [{ build }, { default: ts }] = await Promise.all([import('esbuild'), import('typescript')])
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [SOURCE],
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'warning',
  })

  const program = ts.createProgram([SOURCE], {
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    outDir: folder,
    rootDir: 'src/client',
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
    verbatimModuleSyntax: true,
  })
  const faults = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics]
  if (faults.length)
    throw new Error(faults.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n'))
  // Others have the declarations, not the sources they were made from.
  const types = join(folder, 'index.d.ts')
  writeFileSync(types, readFileSync(types, 'utf8').replace(/(['"])\.\/types\.ts\1/g, '$1./types.js$1'))

  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'))
  const description = 'A typed client of the public API of Ovoz.'
  const exports = { './client': { types: './index.d.ts', default: './index.js' } }
  const own = { name: 'ovoz', version, description, license, type: 'module', sideEffects: false, exports }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
}

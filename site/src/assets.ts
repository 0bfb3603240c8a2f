import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { PREVIEW_SCRIPT } from './preview-script.ts'

type Asset = { path: string; type: string; text: string }

/** The newsroom's sign, in the colours of the site. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#8a2c4a"/><path d="M8 10.5C8 9 9 8 10.5 8h11C23 8 24 9 24 10.5v8c0 1.5-1 2.500-2.500 2.500H15l-5 4v-4c-1.200-.2-2-1.100-2-2.500z" fill="#fbf8f3"/></svg>`

const JAVASCRIPT = 'text/javascript; charset=utf-8'

const markOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)

/** A file under a name that changes with its content. */
const named = (name: string, extension: string, type: string, text: string): Asset => ({
  path: `/assets/${name}-${markOf(text)}.${extension}`,
  type,
  text,
})

/**
 * The few files a page needs beside itself, each under an address that changes with its content, so that it can be kept
 * for ever: the stylesheet, and the script of the discussion with what it asks for beside it.
 * @param folder where they were built
 */
export function readAssets(folder: string) {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const scripts = ['comments', 'acts', 'ru', 'tg'].map((name) => ({
    name,
    text: read(`../widget/${name}.js`),
  }))
  const beside = `/assets/${markOf(scripts.map(({ text }) => text).join(''))}`
  const [script, acts, ru, tg] = scripts.map(({ name, text }): Asset => {
    return { path: `${beside}/${name}.js`, type: JAVASCRIPT, text }
  }) as [Asset, Asset, Asset, Asset]
  return {
    style: named('site', 'css', 'text/css; charset=utf-8', read('site.css')),
    script,
    acts,
    ru,
    tg,
    icon: named('icon', 'svg', 'image/svg+xml', ICON),
    preview: named('preview', 'js', JAVASCRIPT, PREVIEW_SCRIPT),
  }
}

export type Assets = ReturnType<typeof readAssets>

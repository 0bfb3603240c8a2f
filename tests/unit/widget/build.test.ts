import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, it } from 'vitest'

import { buildWidget } from '../../../scripts/widget.mjs'

const LARGEST = { 'acts.js': 5_000, 'comments.js': 15_000, 'ru.js': 2_000, 'tg.js': 2_000 }

describe('the built element', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ovoz-widget-'))
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  beforeAll(() => buildWidget(folder), 60_000)

  it('is one script, a second one for who acts, and one for each language that is not in it', () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    expect(scripts.sort()).toEqual(Object.keys(LARGEST))
    const imports = [...read('comments.js').matchAll(/\bimport\(?\s*["'`]([^"'`]+)/g)].map(([, name]) => name)
    expect(imports.sort()).toEqual(['./acts.js', './ru.js', './tg.js'])
    expect(read('acts.js')).not.toMatch(/\bimport\b/)
  })

  it.each(Object.entries(LARGEST))('%s has no more than %d bytes, compressed', (name, most) => {
    expect(gzipSync(read(name)).length).toBeLessThanOrEqual(most)
  })

  it('is shown by a page that a strict policy lets be', () => {
    const page = read('demo.html')
    expect(page).not.toMatch(/<style|style=|<script(?![^>]* src=)|https?:[^ ]*["']/)
    for (const [, name] of page.matchAll(/(?:href|src)="(?!data:)([^"]+)"/g)) expect(read(name!)).not.toBe('')
  })

  it('names no other origin, and asks for no style that a strict policy would refuse', () => {
    for (const name of Object.keys(LARGEST))
      expect([...read(name).matchAll(/https?:\/\/\w|<style| style="/g)]).toEqual([])
  })
})

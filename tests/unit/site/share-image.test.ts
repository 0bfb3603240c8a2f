import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Card, createDrawing, keyOf } from '../../../site/src/share-image/drawing.ts'
import { fit } from '../../../site/src/share-image/fitting.ts'
import { createTurns, TooMany } from '../../../site/src/share-image/turns.ts'

describe('the size of a text', () => {
  const sizes = [40, 30, 20, 10]
  /** Ten letters of size 10 stand on a line. */
  const measure = async (text: string, size: number) => Math.ceil((text.length * size) / 100) * size

  test('is the largest in which all of it fits', async () => {
    expect(await fit({ text: 'ab', sizes, height: 40, measure })).toEqual({ text: 'ab', size: 40 })
    expect(await fit({ text: 'abcd efgh', sizes, height: 90, measure })).toEqual({ text: 'abcd efgh', size: 30 }) // prettier-ignore
    expect(await fit({ text: 'abcd efgh', sizes, height: 10, measure })).toEqual({ text: 'abcd efgh', size: 10 }) // prettier-ignore
  })

  test('is the smallest where it fits in none, and whole words and an ellipsis stay', async () => {
    const { text, size } = await fit({ text: 'one two, three four five', sizes, height: 10, measure })
    expect({ text, size }).toEqual({ text: 'one two…', size: 10 })
  })

  test('a first word that is too long is cut anywhere', async () => {
    expect((await fit({ text: 'x'.repeat(50), sizes, height: 20, measure })).text).toBe(`${'x'.repeat(19)}…`)
  })

  test('where nothing fits, an ellipsis says that there was something', async () => {
    expect((await fit({ text: 'one two', sizes, height: 0, measure })).text).toBe('…')
  })

  test('a long text is measured few times', async () => {
    let times = 0
    const counting = (text: string, size: number) => (times++, measure(text, size))
    await fit({ text: 'word '.repeat(2000), sizes, height: 100, measure: counting })
    expect(times).toBeLessThan(20)
  })
})

describe('a picture', () => {
  let fonts: string
  beforeAll(() => {
    fonts = mkdtempSync(join(tmpdir(), 'ovoz-fonts-'))
    for (const style of ['400Regular', '400Regular_Italic', '700Bold']) {
      const file = `PTSerif_${style}.ttf`
      copyFileSync(join('node_modules/@expo-google-fonts/pt-serif', style, file), join(fonts, file))
    }
  })
  afterAll(() => rmSync(fonts, { recursive: true }))

  const card: Card = {
    kind: 'quote',
    text: 'All I ask for is a turn in daylight.',
    locale: 'en',
    name: 'Oisha Rajabova',
    standing: 'Farmer',
    site: 'Chashma',
  }
  /** How many of the rows between two heights, and of the pixels in them, are not paper. */
  async function inkOf(image: Buffer, from: number, to: number) {
    const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true })
    const rows = Array.from({ length: to - from }, (_, row) =>
      data.subarray((from + row) * info.width, (from + row + 1) * info.width).reduce((sum, one) => sum + Number(one < 200), 0),
    ) // prettier-ignore
    return { rows: rows.filter(Boolean).length, pixels: rows.reduce((sum, one) => sum + one, 0) }
  }

  test.each<Partial<Card>>([
    { locale: 'en' },
    { locale: 'ru', text: 'Я прошу немногого: очереди при свете дня.', name: 'Ойша Раджабова' },
    { locale: 'tg', text: 'Хоҳиши ман кам аст: навбати рӯзона ва ҳаққи овоз.', name: 'Ойша Раҷабова' },
    { kind: 'title', text: 'A lawyer with a folding table', name: null, standing: null },
  ])('of %o is a PNG of 1200 × 630 pixels, small, with words on it', async (change) => {
    const image = await createDrawing(fonts)({ ...card, ...change })
    const { format, width, height } = await sharp(image).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
    expect(image.length).toBeLessThan(80_000)
    expect((await inkOf(image, 84, 414)).pixels).toBeGreaterThan(2000)
  })

  test('no text leaves its place', async () => {
    const texts = ['Word and word. '.repeat(400), 'щ'.repeat(6000), 'a\n\nb\n'.repeat(500)]
    for (const text of texts) {
      const image = await createDrawing(fonts)({ ...card, text, name: text, standing: text, site: text })
      expect((await inkOf(image, 14, 84)).rows, 'above the words').toBe(0)
      expect((await inkOf(image, 416, 462)).rows, 'between the words and the line').toBe(0)
      expect((await inkOf(image, 590, 630)).rows, 'below all').toBe(0)
    }
  })

  test('marks of markup and what is no character are drawn or left out, and break nothing', async () => {
    const text = '<b>Tom & "Jerry"</b> \u0000\u0007\uffff\ud800 </span>&amp;'
    const image = await createDrawing(fonts)({ ...card, text, name: text, standing: text, site: text })
    expect((await sharp(image).metadata()).width).toBe(1200)
  })

  test('with other words is another one, by its key and by its bytes', async () => {
    const draw = createDrawing(fonts)
    const other = { ...card, text: 'All I ask for is a vote.' }
    expect(keyOf(card)).toBe(keyOf({ ...card }))
    expect(keyOf(card)).not.toBe(keyOf(other))
    const [first, again, second] = [await draw(card), await draw(card), await draw(other)]
    expect(first.equals(again)).toBe(true)
    expect(first.equals(second)).toBe(false)
  })
})

describe('turns', () => {
  test('let one after the other in, also after one that failed, and send away whom nobody can wait for', async () => {
    const inTurn = createTurns(2)
    const order: string[] = []
    let open = () => {}
    const first = inTurn(async () => {
      await new Promise<void>((done) => (open = done))
      order.push('first')
      throw new Error('broken')
    })
    const second = inTurn(async () => void order.push('second'))
    await expect(inTurn(async () => {})).rejects.toThrow(TooMany)
    open()
    await expect(first).rejects.toThrow('broken')
    await second
    expect(order).toEqual(['first', 'second'])
    await expect(inTurn(async () => 'again')).resolves.toBe('again')
  })
})

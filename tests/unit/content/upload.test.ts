import { crc32, deflateSync } from 'node:zlib'

import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'

import { reencode } from '../../../src/content/upload.ts'

const RED = { r: 200, g: 30, b: 40 }
const blank = (width = 8, height = 4) => sharp({ create: { width, height, channels: 3, background: RED } })

/** A picture as a telephone takes it: lying on its side, with the place it was taken at. */
const photograph = () =>
  blank(16, 8)
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Nigora Karimova' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 36/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Rudaki 25</x:xmpmeta>')
    .jpeg()
    .toBuffer()

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** A sound black-and-white PNG of any size, in a few kilobytes. */
function hugePng({ width, height }: { width: number; height: number }): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('reencode', () => {
  it('takes the place, the maker and all else out of a photograph, and sets it upright', async () => {
    const file = await photograph()
    expect((await sharp(file).metadata()).exif).toBeInstanceOf(Buffer)
    expect(file.includes('GPS') || file.includes('Telephone')).toBe(true)

    const { data } = await reencode(file)
    const { exif, xmp, iptc, orientation, width, height } = await sharp(data).metadata()
    expect({ exif, xmp, iptc, orientation }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      orientation: undefined,
    })
    expect({ width, height }).toEqual({ width: 8, height: 16 })
    for (const trace of ['Telephone', 'Nigora', 'Rudaki', 'Exif']) expect(data.includes(trace)).toBe(false)
  })

  it.each<[kind: string, make: (picture: Sharp) => Sharp, type: string, extension: string]>([
    ['JPEG', (picture) => picture.jpeg(), 'image/jpeg', 'jpg'],
    ['PNG', (picture) => picture.png(), 'image/png', 'png'],
    ['WebP', (picture) => picture.webp(), 'image/webp', 'webp'],
    ['GIF', (picture) => picture.gif(), 'image/gif', 'gif'],
    ['AVIF', (picture) => picture.avif({ effort: 0 }), 'image/avif', 'avif'],
  ])('draws a %s anew as what it is', async (_, make, type, extension) => {
    const drawn = await reencode(await make(blank()).toBuffer())
    expect(drawn).toMatchObject({ type, extension })
    expect(await sharp(drawn.data).metadata()).toMatchObject({ width: 8, height: 4 })
  })

  it('drops what is hidden behind the end of a picture', async () => {
    const file = Buffer.concat([await blank().png().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    expect((await reencode(file)).data.includes('script')).toBe(false)
  })

  it('makes a picture no larger than it is shown, and no smaller one larger', async () => {
    const { data } = await reencode(await blank(3000, 30).png().toBuffer())
    expect(await sharp(data).metadata()).toMatchObject({ width: 2560, height: 26 })
  })

  it.each([
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ],
    ['an SVG after a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a web page, whatever its name', '<!doctype html><script>alert(1)</script>'],
    ['a web page that begins like a GIF', 'GIF89a<script>alert(1)</script>'],
    ['a web page that begins like a PNG', '\x89PNG\r\n\x1a\n<script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n%%EOF'],
    ['nothing', ''],
  ])('refuses %s', async (_, content) => {
    await expect(reencode(Buffer.from(content, 'latin1'))).rejects.toMatchObject({ status: 400 })
  })

  it('refuses a TIFF, which browsers do not show', async () => {
    await expect(reencode(await blank().tiff().toBuffer())).rejects.toMatchObject({ status: 400 })
  })

  it('refuses a picture that breaks off', async () => {
    const whole = await sharp({
      create: { width: 64, height: 64, channels: 3, background: RED, noise: { type: 'gaussian', sigma: 30 } },
    })
      .png()
      .toBuffer()
    await expect(reencode(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ status: 400 })
  })

  it('refuses a picture of 60 megapixels, however small its file is', async () => {
    const file = hugePng({ width: 10_000, height: 6_000 })
    expect(file.length).toBeLessThan(20_000)
    await expect(reencode(file)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('50 megapixels') as string,
    })
  })

  it('refuses one of four thousand million pixels', async () => {
    const file = hugePng({ width: 64, height: 8 })
    file.writeUInt32BE(65_500, 16)
    file.writeUInt32BE(65_500, 20)
    file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
    await expect(reencode(file)).rejects.toMatchObject({ status: 400 })
  })
})

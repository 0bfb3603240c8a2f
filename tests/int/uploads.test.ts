import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'

import { createFiles } from '../../src/content/files.ts'
import { stemOf } from '../../src/content/upload.ts'
import { settings } from '../../src/platform/settings.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const SECRET = 'CAMERA-OF-A-SURVIVOR'

const photograph = (width = 1200) =>
  sharp({ create: { width, height: 800, channels: 3, background: '#3a7' } })
    .jpeg()
    .withExif({
      IFD0: { Make: SECRET, Artist: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 0/1' },
    })
    .toBuffer()

const blank = () =>
  sharp({ create: { width: 8, height: 4, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer()

describe(`uploads (${engine})`, () => {
  const ovoz = useOvoz()
  const folder = () => join(settings.DATA_DIR, 'media')

  async function upload(
    data: Uint8Array,
    { name, type, fields = { alt: 'A hall' } }: { name: string; type: string; fields?: object },
  ) {
    const form = new FormData()
    form.set('file', new File([data as never], name, { type }))
    form.set('_payload', JSON.stringify(fields))
    return ovoz.rest('/media', { as: 'editor', body: form })
  }

  beforeAll(() => ovoz.signUp('editor'))

  it('leave no place, camera or name in any file that is kept', async () => {
    const file = await photograph()
    expect(file.includes(SECRET)).toBe(true)
    const { status, body } = await upload(file, { name: 'зал.jpg', type: 'image/jpeg' })
    expect(status).toBe(201)
    const names = readdirSync(folder())
    expect(names.length).toBeGreaterThanOrEqual(3)
    for (const name of names) {
      const bytes = readFileSync(join(folder(), name))
      expect(bytes.includes(SECRET)).toBe(false)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    }
    const { body: image } = await ovoz.api(`/media/${body.doc.id}`)
    expect(image).toMatchObject({ alt: 'A hall', width: 1200, height: 800 })
    expect(image.variants.map(({ width }: { width: number }) => width)).toEqual([480, 960, 1200])
    for (const { url } of [image, ...image.variants]) {
      const answer = await createFiles().request(new URL(url).pathname)
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  it('are gone once they are deleted', async () => {
    const { body } = await upload(await photograph(), { name: 'gone.jpg', type: 'image/jpeg' })
    const status = async () => (await ovoz.api(`/media/${body.doc.id}`)).status
    expect(await status()).toBe(200)
    await ovoz.payload.delete({ collection: 'media', id: body.doc.id, overrideAccess: true })
    expect(await status()).toBe(410)
  })

  it.each([
    [300, [300]],
    [700, [480, 700]],
    [960, [480, 960]],
    [2000, [480, 960, 1600]],
  ])('are answered with each width once: %i pixels', async (width, widths) => {
    const { body } = await upload(await photograph(width), { name: `${width}.jpg`, type: 'image/jpeg' })
    const { body: image } = await ovoz.api(`/media/${body.doc.id}`)
    expect(image.variants.map((one: { width: number }) => one.width)).toEqual(widths)
  })

  it.each([
    [
      'a drawing that could hold a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'a.svg',
      'image/svg+xml',
    ],
    [
      'a page that calls itself a picture',
      Buffer.from('<html><script>1</script></html>'),
      'a.png',
      'image/png',
    ],
    [
      'a drawing that calls itself a photograph',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.jpg',
      'image/jpeg',
    ],
    ['a script', Buffer.from('alert(1)'), 'a.mjs', 'text/javascript'],
  ])('refuse %s', async (_, data, name, type) => {
    const before = readdirSync(folder()).length
    const { status } = await upload(data, { name, type })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(readdirSync(folder()).length).toBe(before)
  })

  it('refuse a small file that holds a huge picture', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(500_000)
    expect((await upload(bomb, { name: 'bomb.png', type: 'image/png' })).status).toBe(400)
  })

  it('ask for a text for those who cannot see the picture', async () => {
    expect((await upload(await photograph(), { name: 'b.jpg', type: 'image/jpeg', fields: {} })).status).toBe(
      400,
    )
  })

  it('are not fetched from an address somebody names', async () => {
    const { status } = await ovoz.rest('/media', {
      as: 'editor',
      body: { alt: 'x', url: 'http://127.0.0.1:1/x.png' },
    })
    expect(status).toBe(400)
    expect(
      (await ovoz.rest('/media/paste-url?src=http://127.0.0.1:1/x.png', { as: 'editor' })).status,
    ).toBeGreaterThanOrEqual(400)
  })

  it.each([
    ['one that goes up', '../../../secrets.json.png', 'secrets.json'],
    ['one of another system', '..\\..\\boot.png', 'boot'],
    ['one with a line in it', 'a\r\nSet-Cookie: x=1.png', 'aSet-Cookie x=1'],
    ['one with marks that turn letters round', 'gnp.\u202Eexe\u200B.png', 'gnp.exe'],
    ['one without end', `${'х'.repeat(500)}.png`, 'х'.repeat(100)],
    ['none', '.png', 'picture'],
  ])('have a name that a file can have: %s', async (_, name, stem) => {
    expect(stemOf(name)).toBe(stem)
    const { status, body } = await upload(await blank(), { name, type: 'image/png' })
    expect(status).toBe(201)
    expect(body.doc.filename).not.toMatch(/[\p{C}/\\]|\.\./u)
    expect(Buffer.byteLength(body.doc.filename)).toBeLessThan(256)
    expect(readdirSync(folder())).toContain(body.doc.filename)
  })

  it('are refused in a form that cannot be read, such as a name with a NUL, in words and not as our fault', async () => {
    expect(stemOf('a\u0000b.png')).toBe('b')
    const { status, body } = await upload(await blank(), { name: 'a\u0000b.png', type: 'image/png' })
    expect([status, body.errors]).toEqual([400, [{ message: 'This form cannot be read.' }]])
  })

  it('are what we found in them, whatever a request says of them', async () => {
    const { body: one } = await upload(await blank(), { name: 'mine.png', type: 'image/png' })
    const lies = {
      alt: 'Changed',
      filename: 'another.png',
      thumbnailURL: 'https://evil.example/a.png',
      mimeType: 'text/html',
      width: 1,
      sizes: { small: { filename: 'another-small.png' } },
    }
    const answer = await ovoz.rest(`/media/${one.doc.id}`, { as: 'editor', method: 'PATCH', body: lies })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const kept = await ovoz.payload.findByID({ collection: 'media', id: one.doc.id, overrideAccess: true })
    expect(kept).toMatchObject({
      alt: 'Changed',
      filename: expect.stringMatching(/^mine-[\da-f]{12}\.png$/),
      mimeType: 'image/png',
      width: 8,
    })
    expect(JSON.stringify(kept)).not.toMatch(/evil|secrets|another/)
    for (const lie of [{ filename: '../secrets.json' }, { filename: '..\\secrets.json' }]) {
      const refused = await ovoz.rest(`/media/${one.doc.id}`, { as: 'editor', method: 'PATCH', body: lie })
      expect(refused.status).toBe(400)
    }
  })

  it('refuse a moving picture whose frames together are huge', async () => {
    const frames = 60
    const size = { width: 1000, height: 1000, channels: 3 } as const
    const frame = (n: number) =>
      sharp({ create: { ...size, background: { r: (n % 2) * 255, g: (n % 3) * 120, b: (n % 5) * 60 } } })
        .png()
        .toBuffer()
    const all = await Promise.all(Array.from({ length: frames }, (_, n) => frame(n)))
    const film = await sharp(all, { join: { animated: true } })
      .gif({ effort: 1 })
      .toBuffer()
    expect((await sharp(film, { animated: true, limitInputPixels: false }).metadata()).pages).toBe(frames)
    expect((await upload(film, { name: 'film.gif', type: 'image/gif' })).status).toBe(400)
  })

  it('that are a picture and a page at once are kept as the picture alone', async () => {
    const both = Buffer.concat([await blank(), Buffer.from('<script>alert("BOTH")</script>')])
    const { status, body } = await upload(both, { name: 'both.html', type: 'text/html' })
    expect([status, body.doc.filename, body.doc.mimeType]).toEqual([
      201,
      expect.stringMatching(/^both-[\da-f]{12}\.png$/),
      'image/png',
    ])
    expect(readFileSync(join(folder(), body.doc.filename)).includes('BOTH')).toBe(false)
  })

  it.each(['Зал 1 (новый).png', "a, b & c+d=e@f;g$h's.png"])('are found by their name: %s', async (name) => {
    const { body } = await upload(await blank(), { name, type: 'image/png' })
    expect(body.doc.filename.replace(/-[\da-f]{12}(?=\.png$)/, '')).toBe(name)
    const { url } = (await ovoz.api(`/media/${body.doc.id}`)).body
    const answer = await createFiles().request(new URL(url).pathname)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it.each([
    '/files/../secrets.json',
    '/files/%2e%2e/secrets.json',
    '/files/..%2fsecrets.json',
    '/files/..%252fsecrets.json',
    '/files/%252e%252e%252fsecrets.json',
    '/files/..%5Csecrets.json',
    '/files/',
    '/files/none.jpg',
  ])('give nothing but pictures: %s', async (path) =>
    expect((await createFiles().request(path)).status).toBe(404),
  )
})

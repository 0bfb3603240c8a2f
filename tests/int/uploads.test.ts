import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'

import { createFiles } from '../../src/content/files.ts'
import { settings } from '../../src/platform/settings.ts'
import { engine, useOvoz } from '../support/ovoz.ts'

const SECRET = 'CAMERA-OF-A-SURVIVOR'

const photograph = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#3a7' } })
    .jpeg()
    .withExif({
      IFD0: { Make: SECRET, Artist: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 0/1' },
    })
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
    '/files/../secrets.json',
    '/files/%2e%2e/secrets.json',
    '/files/..%2fsecrets.json',
    '/files/',
    '/files/none.jpg',
  ])('give nothing but pictures: %s', async (path) =>
    expect((await createFiles().request(path)).status).toBe(404),
  )
})

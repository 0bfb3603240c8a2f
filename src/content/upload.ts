import { randomBytes } from 'node:crypto'

import { APIError, type CollectionBeforeOperationHook } from 'payload'
import sharp, { type Metadata } from 'sharp'

import { DEFAULT_LOCALE } from '../contract/index.ts'
import { refusalTo, staffWordIn } from '../platform/staff-words.ts'

/** The largest picture we decode, in pixels, and the longest side we keep. A small file can hold a huge picture. */
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 2560
const MOST = { most: MOST_PIXELS / 1_000_000 }

const FORMATS = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
} as const
type Format = keyof typeof FORMATS

/** Why a file is no picture of ours. */
class Unfit extends APIError {
  constructor(readonly key: 'no-picture' | 'odd-picture' | 'broken-picture') {
    super(staffWordIn(DEFAULT_LOCALE, key, MOST), 400, undefined, true)
  }
}

/**
 * Draws a picture anew in its own format: upright, no larger than it is shown, with its colours and nothing else
 * that stood in the file.
 * @throws Unfit for what is not a picture, whatever its name says, and for one that is too large.
 */
export async function reencode(file: Buffer): Promise<{ data: Buffer; type: string; extension: string }> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: true } as const
  let metadata: Metadata
  try {
    metadata = await sharp(file, options).metadata()
  } catch {
    throw new Unfit('no-picture')
  }
  const found = metadata.format === 'heif' ? 'avif' : metadata.format
  if (!found || !(found in FORMATS)) throw new Unfit('odd-picture')
  const format = found as Format
  try {
    const data = await sharp(file, options)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'jpeg' ? { quality: 85, mozjpeg: true } : {})
      .toBuffer()
    return { data, type: FORMATS[format], extension: format === 'jpeg' ? 'jpg' : format }
  } catch {
    throw new Unfit('broken-picture')
  }
}

/** What is kept of a file is what we found in it; a request says none of it, nor from where it is fetched. */
const OURS = ['filename', 'filesize', 'height', 'mimeType', 'prefix', 'sizes', 'thumbnailURL', 'url', 'width']

function withoutOurs<T extends object>(args: T): T {
  const { data } = args as { data?: unknown }
  if (typeof data !== 'object' || data === null) return args
  return { ...args, data: Object.fromEntries(Object.entries(data).filter(([name]) => !OURS.includes(name))) }
}

const LONGEST_NAME = 100

/**
 * A name that a file can have everywhere: of what was sent, the last part, without its ending, without control signs and
 * marks that turn the direction of letters, and not endless.
 */
export function stemOf(name: string): string {
  const last =
    name
      .normalize('NFC')
      .split(/[/\\\u0000]/)
      .filter(Boolean)
      .at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%#]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return [...stem].slice(0, LONGEST_NAME).join('').trim() || 'picture'
}

/** Puts the picture drawn anew in the place of the file that came, before Payload measures or keeps anything. */
export const reencodeUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { file } = req
  if (!file?.data?.length) return withoutOurs(args)
  const { data, type, extension } = await reencode(file.data).catch((error: unknown) => {
    throw error instanceof Unfit ? refusalTo(req, 400, error.key, MOST) : error
  })
  // With something nobody can guess: a picture that only a draft shows must not be found by trying names of cameras.
  const name = `${stemOf(file.name)}-${randomBytes(6).toString('hex')}.${extension}`
  req.file = { ...file, data, mimetype: type, name, size: data.length }
  return withoutOurs(args)
}

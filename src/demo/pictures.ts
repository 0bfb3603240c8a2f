import type { Payload } from 'payload'
import sharp from 'sharp'

import { PICTURES } from './texts/pictures.ts'
import { DRAWINGS, type Drawing } from './drawings.ts'
import { inEachLanguage, keepAll, system } from './languages.ts'

const draw = (name: Drawing) => sharp(Buffer.from(DRAWINGS[name]())).jpeg({ quality: 92 }).toBuffer()

export const keepPictures = ({ payload }: { payload: Payload }): Promise<Record<Drawing, string>> =>
  keepAll(PICTURES, (texts, drawing) =>
    inEachLanguage({
      texts,
      create: async ({ locale, text }) => {
        const data = await draw(drawing)
        return payload.create({
          collection: 'media',
          locale,
          data: { ...text, credit: 'Chashma' },
          file: { data, mimetype: 'image/jpeg', name: `${drawing}.jpg`, size: data.length },
          ...system,
        })
      },
      update: ({ locale, text, doc }) =>
        payload.update({ collection: 'media', id: doc.id, locale, data: text, ...system }),
    }),
  )

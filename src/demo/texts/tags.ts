import type { Translated } from '../languages.ts'

/** One word each, so that a hashtag at the end of an English article finds the tag it means. */
export const TAGS = {
  equality: { en: 'Equality', ru: 'Равноправие', tg: 'Баробарӣ' },
  water: { en: 'Water', ru: 'Вода', tg: 'Об' },
  law: { en: 'Law', ru: 'Право', tg: 'Ҳуқуқ' },
  media: { en: 'Media', ru: 'Журналистика', tg: 'Рӯзноманигорӣ' },
  education: { en: 'Education', ru: 'Образование', tg: 'Маориф' },
} satisfies Record<string, Translated<string>>

export type TagKey = keyof typeof TAGS

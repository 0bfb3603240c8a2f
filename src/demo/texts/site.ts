import type { Translated } from '../languages.ts'

export const SITE: Translated<{ name: string; description: string }> = {
  en: {
    name: 'Chashma',
    description:
      'A newsroom for women’s rights and civil society in Tajikistan: reports, interviews and a calendar of meetings. Everyone named here is invented, for demonstration.',
  },
  ru: {
    name: 'Чашма',
    description:
      'Редакция о правах женщин и гражданском обществе Таджикистана: репортажи, интервью и календарь встреч. Все имена и организации вымышлены, для показа.',
  },
  tg: {
    name: 'Чашма',
    description:
      'Нашрия дар бораи ҳуқуқи занон ва ҷомеаи шаҳрвандии Тоҷикистон: гузоришҳо, мусоҳибаҳо ва тақвими вохӯриҳо. Ҳамаи номҳо ва ташкилотҳо барои намоиш бофта шудаанд.',
  },
}

import type { Translated } from '../languages.ts'
import type { OrganizationKey } from './organizations.ts'

type PersonEntry = {
  organization: OrganizationKey
  texts: Translated<{ name: string; role: string; bio?: string }>
}

export const PEOPLE = {
  nigina: {
    organization: 'chashma',
    texts: {
      en: {
        name: 'Nigina Saburova',
        role: 'Editor',
        bio: 'Reported on schools and courts for twelve years before she took over the newsroom.',
      },
      ru: {
        name: 'Нигина Сабурова',
        role: 'Редактор',
        bio: 'Двенадцать лет писала о школах и судах, прежде чем возглавить редакцию.',
      },
      tg: {
        name: 'Нигина Сабурова',
        role: 'Муҳаррир',
        bio: 'Дувоздаҳ сол дар бораи мактабу судҳо навишт ва баъд роҳбари идора шуд.',
      },
    },
  },
  madina: {
    organization: 'chashma',
    texts: {
      en: {
        name: 'Madina Karimzoda',
        role: 'Reporter',
        bio: 'Works in sound. Teaches recording at village schools.',
      },
      ru: {
        name: 'Мадина Каримзода',
        role: 'Репортёр',
        bio: 'Работает со звуком. Учит записи в сельских школах.',
      },
      tg: {
        name: 'Мадина Каримзода',
        role: 'Хабарнигор',
        bio: 'Бо садо кор мекунад. Дар мактабҳои деҳот сабтро ёд медиҳад.',
      },
    },
  },
  zarrina: {
    organization: 'paymon',
    texts: {
      en: {
        name: 'Zarrina Holmatova',
        role: 'Lawyer',
        bio: 'Gives advice at markets and in tea houses, wherever a table can be unfolded.',
      },
      ru: {
        name: 'Заррина Холматова',
        role: 'Юрист',
        bio: 'Консультирует на базарах и в чайханах — везде, где можно разложить стол.',
      },
      tg: {
        name: 'Заррина Холматова',
        role: 'Ҳуқуқшинос',
        bio: 'Дар бозору чойхонаҳо машварат медиҳад — ҳар ҷо, ки мизро кушодан мумкин аст.',
      },
    },
  },
  oisha: {
    organization: 'obi',
    texts: {
      en: {
        name: 'Oisha Rajabova',
        role: 'Farmer, chair of the association',
        bio: 'Grows onions and cotton, and keeps the list of watering hours.',
      },
      ru: {
        name: 'Ойша Раджабова',
        role: 'Фермер, председатель ассоциации',
        bio: 'Выращивает лук и хлопок и ведёт список часов полива.',
      },
      tg: {
        name: 'Ойша Раҷабова',
        role: 'Деҳқон, раиси ассотсиатсия',
        bio: 'Пиёзу пахта мекорад ва рӯйхати соатҳои обмониро пеш мебарад.',
      },
    },
  },
  farrukh: {
    organization: 'obi',
    texts: {
      en: { name: 'Farrukh Niyozov', role: 'Water engineer' },
      ru: { name: 'Фаррух Ниёзов', role: 'Инженер-гидротехник' },
      tg: { name: 'Фаррух Ниёзов', role: 'Муҳандиси обёрӣ' },
    },
  },
} satisfies Record<string, PersonEntry>

export type PersonKey = keyof typeof PEOPLE

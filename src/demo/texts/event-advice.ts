import type { EventEntry } from './events.ts'

export const ADVICE: EventEntry = {
  inDays: 10,
  announcedInDays: -15,
  from: '10:00',
  to: '14:00',
  status: 'cancelled',
  picture: 'silk',
  organizers: ['paymon'],
  partners: [],
  speakers: ['zarrina'],
  agenda: [],
  tags: ['law'],
  texts: {
    en: {
      title: 'Open day of free legal advice',
      venue: 'School No. 7, assembly hall',
      city: 'Khujand',
      country: 'Tajikistan',
      paragraphs: [
        'The open day is cancelled: the heating of the hall is under repair. Whoever had put their name down has been called. A new date will stand here.',
      ],
      roles: ['Advice on family and land'],
      agenda: [],
    },
    ru: {
      title: 'День бесплатных юридических консультаций',
      venue: 'Школа № 7, актовый зал',
      city: 'Худжанд',
      country: 'Таджикистан',
      paragraphs: [
        'Встреча отменена: в зале ремонтируют отопление. Всем, кто записался, мы позвонили. Новая дата появится здесь.',
      ],
      roles: ['Консультации о семье и земле'],
      agenda: [],
    },
    tg: {
      title: 'Рӯзи машварати ройгони ҳуқуқӣ',
      venue: 'Мактаби № 7, толори маҷлисҳо',
      city: 'Хуҷанд',
      country: 'Тоҷикистон',
      paragraphs: [
        'Вохӯрӣ бекор карда шуд: гармидиҳии толорро таъмир мекунанд. Ба ҳамаи номнавиштагон занг задем. Санаи нав дар ҳамин ҷо эълон мешавад.',
      ],
      roles: ['Машварат оид ба оила ва замин'],
      agenda: [],
    },
  },
}

import type { EventEntry } from './events.ts'

export const TABLE: EventEntry = {
  inDays: -12,
  announcedInDays: -33,
  from: '10:00',
  to: '15:00',
  status: 'planned',
  picture: 'river',
  organizers: ['chashma', 'paymon'],
  partners: ['obi'],
  speakers: ['oisha', 'farrukh', 'zarrina'],
  agenda: [
    { at: '10:00', speakers: ['oisha', 'farrukh'] },
    { at: '11:30', speakers: ['zarrina'] },
    { at: '13:30', speakers: [] },
  ],
  tags: ['water', 'equality'],
  texts: {
    en: {
      title: 'Round table: who gets water, and when',
      venue: 'House of Culture, small hall',
      city: 'Bokhtar',
      country: 'Tajikistan',
      attendance: '38 people from six villages',
      paragraphs: [
        'Farmers, engineers and lawyers look together at the watering schedules of one valley and at who was in the room when they were made.',
      ],
      roles: ['Opening', 'Measurements of three seasons', 'What the rules say'],
      agenda: [
        'One canal, forty-two turns',
        'Who is a member, and who votes',
        'Work in groups: what we ask for',
      ],
    },
    ru: {
      title: 'Круглый стол: кому достаётся вода и когда',
      venue: 'Дом культуры, малый зал',
      city: 'Бохтар',
      country: 'Таджикистан',
      attendance: '38 человек из шести сёл',
      paragraphs: [
        'Фермеры, инженеры и юристы вместе смотрят на графики полива одной долины и на то, кто был в комнате, когда их составляли.',
      ],
      roles: ['Вступительное слово', 'Измерения за три сезона', 'Что говорят правила'],
      agenda: [
        'Один канал, сорок две очереди',
        'Кто член ассоциации и кто голосует',
        'Работа в группах: о чём мы просим',
      ],
    },
    tg: {
      title: 'Мизи мудаввар: об ба кӣ мерасад ва кай',
      venue: 'Қасри фарҳанг, толори хурд',
      city: 'Бохтар',
      country: 'Тоҷикистон',
      attendance: '38 нафар аз шаш деҳа',
      paragraphs: [
        'Деҳқонон, муҳандисон ва ҳуқуқшиносон якҷоя ба ҷадвалҳои обмонии як водӣ менигаранд ва ба он, ки ҳангоми тартиб додани онҳо дар маҷлис кӣ буд.',
      ],
      roles: ['Сухани ифтитоҳӣ', 'Ченкуниҳои се мавсим', 'Қоидаҳо чӣ мегӯянд'],
      agenda: ['Як канал, чилу ду навбат', 'Кӣ аъзост ва кӣ овоз медиҳад', 'Кор дар гурӯҳҳо: мо чӣ мехоҳем'],
    },
  },
}

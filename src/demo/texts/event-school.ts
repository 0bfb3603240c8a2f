import type { EventEntry } from './events.ts'

export const SCHOOL: EventEntry = {
  inDays: 21,
  announcedInDays: -7,
  from: '09:30',
  to: '16:30',
  status: 'planned',
  picture: 'voices',
  organizers: ['chashma'],
  partners: ['paymon', 'obi'],
  speakers: ['nigina', 'zarrina', 'madina'],
  agenda: [
    { at: '09:30', speakers: [] },
    { at: '10:00', speakers: ['nigina'] },
    { at: '11:30', speakers: ['zarrina'] },
    { at: '14:00', speakers: ['madina'] },
  ],
  registrationUrl: 'https://chashma.example.org/school/register',
  tags: ['media', 'education'],
  texts: {
    en: {
      title: 'School of local reporters: stories about rights',
      venue: 'City Library, reading hall, second floor',
      city: 'Dushanbe',
      country: 'Tajikistan',
      attendance: 'Up to 40 people, free of charge',
      paragraphs: [
        'One day for everyone who tells their neighbours what goes on: teachers, students, librarians, people who run the group chat of a village. No diploma is asked for; a telephone that records is enough.',
        'Tea, lunch and the bus fare from other towns are paid for. There is a room for children, with somebody who looks after them.',
      ],
      roles: ['Host', 'Talk on law and publishing', 'Workshop on recording'],
      agenda: [
        'Registration and tea',
        'How to ask about painful things',
        'What may be published, and whose consent it takes',
        'Workshop: a clean recording with a telephone',
      ],
    },
    ru: {
      title: 'Школа местных репортёров: истории о правах',
      venue: 'Городская библиотека, читальный зал, второй этаж',
      city: 'Душанбе',
      country: 'Таджикистан',
      attendance: 'До 40 человек, бесплатно',
      paragraphs: [
        'Один день для всех, кто рассказывает соседям, что происходит: для учителей, студентов, библиотекарей, для тех, кто ведёт сельский чат. Диплом не нужен, достаточно телефона, который умеет записывать.',
        'Чай, обед и дорогу из других городов мы оплачиваем. Есть детская комната, где за детьми присмотрят.',
      ],
      roles: ['Ведущая', 'Лекция о праве и публикациях', 'Мастерская по записи'],
      agenda: [
        'Регистрация и чай',
        'Как спрашивать о том, что болит',
        'Что можно публиковать и чьё согласие для этого нужно',
        'Мастерская: чистая запись на телефон',
      ],
    },
    tg: {
      title: 'Мактаби хабарнигорони маҳаллӣ: қиссаҳо дар бораи ҳуқуқ',
      venue: 'Китобхонаи шаҳрӣ, толори хониш, ошёнаи дуюм',
      city: 'Душанбе',
      country: 'Тоҷикистон',
      attendance: 'То 40 нафар, ройгон',
      paragraphs: [
        'Як рӯз барои ҳамаи онҳое, ки ба ҳамсояҳо аз рӯйдодҳо нақл мекунанд: омӯзгорон, донишҷӯён, китобдорон ва онҳое, ки гурӯҳи деҳаро дар телефон мебаранд. Диплом лозим нест, телефоне, ки сабт мекунад, кифоя аст.',
        'Чой, хӯроки нисфирӯзӣ ва роҳкиро аз шаҳрҳои дигар мо мепардозем. Барои кӯдакон ҳуҷрае ҳаст, ки дар он ба онҳо нигоҳубин мекунанд.',
      ],
      roles: ['Баранда', 'Суҳбат дар бораи ҳуқуқ ва нашр', 'Машғулияти сабт'],
      agenda: [
        'Бақайдгирӣ ва чой',
        'Дар бораи чизҳои дардовар чӣ тавр бояд пурсид',
        'Чиро нашр кардан мумкин аст ва розигии кӣ лозим аст',
        'Машғулият: сабти тоза бо телефон',
      ],
    },
  },
}

import { heading, paragraph } from '../body.ts'
import type { PostEntry } from './posts.ts'

export const INTERVIEW: PostEntry = {
  inDays: -10,
  picture: 'silk',
  authors: ['nigina'],
  tags: ['law', 'equality'],
  comments: 'open',
  texts: {
    en: {
      title: 'A lawyer with a folding table',
      lead: 'Every Thursday Zarrina Holmatova gives free advice between the cloth stalls of the market in Hisor. What do people ask, and what do they take home?',
      body: ({ quote }) => [
        paragraph(
          'The table stands between a seller of thread and a man who mends shoes. On a piece of cardboard is written “Questions cost nothing”. By nine o’clock there are three stools and seven people.',
        ),
        heading('Why at the market?'),
        paragraph(
          'Because nobody needs a reason to go to the market, says Holmatova. A visit to an office with the word “lawyer” on its door has to be explained at home; a spool of thread does not.',
        ),
        quote('bag'),
        heading('What is asked most often?'),
        paragraph(
          'About papers that were never made: a marriage that was not registered, a house without a deed, a child whose birth was recorded late. Most of it can be mended, and at less cost than people fear. What takes longest is to believe that one is entitled to ask.',
        ),
        paragraph('In the cold months the table moves into the tea house across the road.'),
      ],
    },
    ru: {
      title: 'Юрист со складным столом',
      lead: 'Каждый четверг Заррина Холматова бесплатно консультирует на рынке в Гиссаре, между рядами с тканью. О чём её спрашивают и с чем уходят домой?',
      body: ({ quote }) => [
        paragraph(
          'Стол стоит между продавщицей ниток и сапожником. На куске картона написано: «За вопрос денег не берём». К девяти часам здесь три табуретки и семь человек.',
        ),
        heading('Почему на рынке?'),
        paragraph(
          'Потому что для похода на рынок не нужна причина, говорит Холматова. Визит в кабинет с табличкой «юрист» дома придётся объяснять, а катушку ниток — нет.',
        ),
        quote('bag'),
        heading('О чём спрашивают чаще всего?'),
        paragraph(
          'О бумагах, которых никогда не было: о незарегистрированном браке, о доме без документов, о ребёнке, чьё рождение записали поздно. Почти всё это можно исправить, и дешевле, чем люди боятся. Дольше всего приходится убеждать себя, что ты вправе спросить.',
        ),
        paragraph('В холодные месяцы стол переезжает в чайхану через дорогу.'),
      ],
    },
  },
}

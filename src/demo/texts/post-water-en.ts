import { hashtags, heading, link, list, paragraph } from '../body.ts'
import type { PostText } from './posts.ts'

export const WATER_EN: PostText = {
  title: 'Women farmers ask for a seat where water is shared',
  lead: 'In the Vakhsh valley most of the people in the fields are women, but few of them are in the room when the watering schedule is drawn up. At a round table in Bokhtar they brought a schedule of their own.',
  body: ({ quote, picture }) => [
    paragraph(
      'The list is written by hand, on squared paper. Forty-two plots, forty-two families, and beside each name the hour at which the gate to the canal is opened. In the right-hand column, in red pencil, stand the hours after midnight. “Almost all of these are households where a woman farms alone,” says Oisha Rajabova, and lays the sheet on the table.',
    ),
    paragraph(
      'She chairs the water users’ association of Navbahor and spent a whole summer asking her neighbours when their turn came. With her list began the round table that our newsroom held in Bokhtar together with the Paymon Legal Aid Centre.',
    ),
    heading('Whose turn, and who decides'),
    paragraph(
      'The schedule is settled in spring, at a meeting that is usually held in the evening. Whoever does not come gets what is left over. Many men of the village work abroad for most of the year; their wives farm the land, but in the book of members the husband’s name still stands, and with it the vote.',
    ),
    quote('daylight'),
    paragraph(
      'There is enough water in Navbahor, says Farrukh Niyozov, an engineer who measured the canal for three seasons. What is short is daylight: the gates are opened one after another, and a small change of their order would spare most families the night.',
    ),
    picture('cloth'),
    heading('Four requests'),
    paragraph('By the afternoon everyone had agreed on four requests to the association and the district:'),
    list(
      'The book of members names the person who farms the plot, whoever holds the certificate.',
      'The spring meeting is held in daytime, and its date is announced two weeks ahead.',
      'At least two of the five seats on the board go to women.',
      'Night hours rotate, so that nobody waters after midnight twice in a row.',
    ),
    paragraph(
      'The first of them takes no new law, lawyer Zarrina Holmatova reminded the hall. ',
      link({
        url: 'https://paymon.example.org/guides/joining',
        words: 'A short guide to joining an association',
      }),
      ' lists the papers one needs; it fits on a single sheet.',
    ),
    quote('book'),
    heading('What comes next'),
    paragraph(
      'The board will vote on the new order before the next watering season. Rajabova says she has already made three copies of her list: one for the board, one for the district, and one for the wall of the village shop, where everybody can read it.',
    ),
    hashtags('Equality', 'Water', 'Law'),
  ],
}

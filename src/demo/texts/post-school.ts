import { list, paragraph } from '../body.ts'
import type { PostEntry } from './posts.ts'

export const SCHOOL_NEWS: PostEntry = {
  inDays: null,
  authors: ['nigina'],
  tags: ['media', 'education'],
  event: 'school',
  comments: 'open',
  texts: {
    en: {
      title: 'What we shall teach at the school of local reporters',
      lead: 'Three lessons, one room, forty chairs: a look at the day before the day.',
      body: () => [
        paragraph(
          'The most frequent question to our newsroom is not about grammar. It is how one asks a neighbour about the worst day of her life, and goes on being her neighbour. With that we shall begin.',
        ),
        list(
          'Asking, and leaving alone.',
          'Consent: to what, for how long, and how it is taken back.',
          'Sound that can be understood on a bus.',
        ),
        paragraph('Still to be written: what last year’s guests have made since.'),
      ],
    },
  },
}

import type { Quote } from '../../payload-types.ts'
import type { Translated } from '../languages.ts'
import type { EventKey } from './events.ts'
import type { PersonKey } from './people.ts'
import type { PostKey } from './posts.ts'
import type { TagKey } from './tags.ts'

export type QuoteEntry = {
  speaker: PersonKey
  source: { type: 'events'; name: EventKey } | { type: 'posts'; name: PostKey }
  saidInDays: number
  spokenLanguage: string
  consent: Quote['consent']
  tags: TagKey[]
  texts: Translated<{ text: string; role: string }>
}

export type QuoteKey = 'daylight' | 'book' | 'sleep' | 'bag' | 'laughter'

export const QUOTES: Record<QuoteKey, QuoteEntry> = {
  daylight: {
    speaker: 'oisha',
    source: { type: 'events', name: 'table' },
    saidInDays: -12,
    spokenLanguage: 'tg',
    consent: 'given',
    tags: ['water', 'equality'],
    texts: {
      en: {
        text: 'I know every gate of this canal by its sound, because I have only ever opened them in the dark. All I ask for is a turn in daylight, and a vote when the turns are given out.',
        role: 'Farmer, chair of the association',
      },
      ru: {
        text: 'Каждый затвор на этом канале я узнаю по звуку, потому что открывала их только в темноте. Я прошу немногого: очереди при свете дня и голоса, когда эти очереди распределяют.',
        role: 'Фермер, председатель ассоциации',
      },
      tg: {
        text: 'Ман ҳар дарвозаи ин каналро аз овозаш мешиносам, зеро онҳоро танҳо дар торикӣ кушодаам. Хоҳиши ман кам аст: навбати рӯзона ва ҳаққи овоз, вақте ки навбатҳоро тақсим мекунанд.',
        role: 'Деҳқон, раиси ассотсиатсия',
      },
    },
  },
  book: {
    speaker: 'zarrina',
    source: { type: 'events', name: 'table' },
    saidInDays: -12,
    spokenLanguage: 'ru',
    consent: 'given',
    tags: ['law', 'water'],
    texts: {
      en: {
        text: 'The rules speak of the person who farms the land. They do not say that this person must be a man, or at home. We only have to read them as they are written.',
        role: 'Lawyer',
      },
      ru: {
        text: 'В правилах сказано о том, кто обрабатывает землю. Там не написано, что это должен быть мужчина или тот, кто сейчас дома. Нам остаётся читать правила так, как они написаны.',
        role: 'Юрист',
      },
      tg: {
        text: 'Дар қоидаҳо сухан дар бораи шахсест, ки заминро кишт мекунад. Дар онҳо навишта нашудааст, ки ин шахс бояд мард бошад ё имрӯз дар хона бошад. Мо бояд қоидаҳоро танҳо ҳамон тавр хонем, ки навишта шудаанд.',
        role: 'Ҳуқуқшинос',
      },
    },
  },
  sleep: {
    speaker: 'farrukh',
    source: { type: 'events', name: 'table' },
    saidInDays: -12,
    spokenLanguage: 'ru',
    consent: 'given',
    tags: ['water'],
    texts: {
      en: {
        text: 'For three seasons I measured litres. Nobody had asked me to measure who sleeps and who does not.',
        role: 'Water engineer',
      },
      ru: {
        text: 'Три сезона я измерял литры. Никто не просил меня измерить, кто спит, а кто нет.',
        role: 'Инженер-гидротехник',
      },
      tg: {
        text: 'Се мавсим ман литрҳоро чен кардам. Касе аз ман нахост чен кунам, ки кӣ хоб мекунаду кӣ не.',
        role: 'Муҳандиси обёрӣ',
      },
    },
  },
  bag: {
    speaker: 'zarrina',
    source: { type: 'posts', name: 'interview' },
    saidInDays: -11,
    spokenLanguage: 'ru',
    consent: 'given',
    tags: ['law'],
    texts: {
      en: {
        text: 'People do not come to me with a case. They come with a plastic bag of papers, and half of my work is to put it in order together with them.',
        role: 'Lawyer',
      },
      ru: {
        text: 'Ко мне приходят не с делом. Ко мне приходят с пакетом бумаг, и половина моей работы — разложить их вместе с человеком по порядку.',
        role: 'Юрист',
      },
      tg: {
        text: 'Одамон ба назди ман бо «парванда» намеоянд. Онҳо бо як халта коғаз меоянд ва нисфи кори ман ин аст, ки коғазҳоро ҳамроҳи онҳо ба тартиб дарорам.',
        role: 'Ҳуқуқшинос',
      },
    },
  },
  // Her consent is still awaited: the article it stands in is shown without it until then.
  laughter: {
    speaker: 'madina',
    source: { type: 'posts', name: 'radio' },
    saidInDays: -18,
    spokenLanguage: 'tg',
    consent: 'asked',
    tags: ['media', 'education'],
    texts: {
      en: {
        text: 'At first they read everything in the voice of grown-ups. In the third week one of them laughed into the microphone, and we left it in.',
        role: 'Reporter',
      },
      ru: {
        text: 'Сначала они всё читали взрослыми голосами. На третьей неделе одна рассмеялась в микрофон, и мы это оставили.',
        role: 'Репортёр',
      },
      tg: {
        text: 'Аввал онҳо ҳама чизро бо овози калонсолон мехонданд. Ҳафтаи сеюм яке аз онҳо ба микрофон хандид ва мо онро гузоштем.',
        role: 'Хабарнигор',
      },
    },
  },
}

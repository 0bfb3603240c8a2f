import type { Translated } from '../languages.ts'

type OrganizationEntry = { url: string; texts: Translated<{ name: string; description: string }> }

export const ORGANIZATIONS = {
  chashma: {
    url: 'https://chashma.example.org',
    texts: {
      en: {
        name: 'Chashma Newsroom',
        description:
          'Reports from villages and towns, in three languages, with a school for local reporters.',
      },
      ru: {
        name: 'Редакция «Чашма»',
        description: 'Репортажи из сёл и городов на трёх языках и школа для местных репортёров.',
      },
      tg: {
        name: 'Идораи «Чашма»',
        description: 'Гузоришҳо аз деҳаву шаҳрҳо бо се забон ва мактаб барои хабарнигорони маҳаллӣ.',
      },
    },
  },
  paymon: {
    url: 'https://paymon.example.org',
    texts: {
      en: {
        name: 'Paymon Legal Aid Centre',
        description: 'Free advice on family, land and work for everyone who cannot pay a lawyer.',
      },
      ru: {
        name: 'Центр правовой помощи «Паймон»',
        description: 'Бесплатные консультации о семье, земле и работе для тех, кому юрист не по средствам.',
      },
      tg: {
        name: 'Маркази кӯмаки ҳуқуқии «Паймон»',
        description:
          'Машварати ройгон оид ба оила, замин ва кор барои онҳое, ки маблағи ҳуқуқшинос надоранд.',
      },
    },
  },
  obi: {
    url: 'https://obi-ravshan.example.org',
    texts: {
      en: {
        name: 'Obi Ravshan Water Users’ Association',
        description: 'Forty-two farms on one canal share its water, its repairs and its book of members.',
      },
      ru: {
        name: 'Ассоциация водопользователей «Оби равшан»',
        description: 'Сорок два хозяйства на одном канале: общая вода, общий ремонт, общая книга членов.',
      },
      tg: {
        name: 'Ассотсиатсияи истифодабарандагони оби «Оби равшан»',
        description: 'Чилу ду хоҷагӣ дар як канал: оби умумӣ, таъмири умумӣ ва дафтари умумии аъзоён.',
      },
    },
  },
} satisfies Record<string, OrganizationEntry>

export type OrganizationKey = keyof typeof ORGANIZATIONS

import { heading, link, list, paragraph, picture } from '../src/demo/body.ts'
import type { Locale } from '../src/contract/index.ts'

/** Everyday words of each language; sentences are drawn from them, so that texts have real lengths and letters. */
const WORDS: Record<Locale, string[]> = {
  en: 'the river town school market morning people water road story reader editor summer teacher bridge paper evening garden question answer winter village mountain window letter bread children council budget library doctor station music neighbour harvest light work family voice silence'.split(
    ' ',
  ),
  ru: 'река город школа рынок утро люди вода дорога рассказ читатель редактор лето учитель мост бумага вечер сад вопрос ответ зима село гора окно письмо хлеб дети совет бюджет библиотека врач станция музыка сосед урожай свет работа семья голос тишина'.split(
    ' ',
  ),
  tg: 'дарё шаҳр мактаб бозор субҳ мардум об роҳ ҳикоя хонанда муҳаррир тобистон муаллим пул қоғаз бегоҳ боғ савол ҷавоб зимистон деҳа кӯҳ тиреза мактуб нон кӯдакон шӯро буҷа китобхона духтур истгоҳ мусиқӣ ҳамсоя ҳосил рӯшноӣ кор оила овоз хомӯшӣ'.split(
    ' ',
  ),
}

export type Draw = () => number

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)]!

export function sentence(draw: Draw, locale: Locale, words = 8 + Math.floor(draw() * 10)): string {
  const text = Array.from({ length: words }, () => pick(draw, WORDS[locale])).join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

/** Sentences that have about so many words together. */
export function prose(draw: Draw, locale: Locale, words: number): string {
  const said: string[] = []
  for (let count = 0; count < words;) {
    const next = sentence(draw, locale)
    count += next.split(' ').length
    said.push(next)
  }
  return said.join(' ')
}

/** What an article of about 600 words consists of: paragraphs, two headings, a list, a link and a picture. */
export const articleParts = (draw: Draw, locale: Locale, image: string) => [
  paragraph(prose(draw, locale, 90)),
  paragraph(prose(draw, locale, 90)),
  heading(sentence(draw, locale, 4)),
  paragraph(prose(draw, locale, 80), ' ', link({ url: 'https://example.org/', words: 'example.org' })),
  picture(image),
  paragraph(prose(draw, locale, 100)),
  heading(sentence(draw, locale, 5)),
  list(...Array.from({ length: 4 }, () => sentence(draw, locale))),
  paragraph(prose(draw, locale, 90)),
  paragraph(prose(draw, locale, 80)),
]

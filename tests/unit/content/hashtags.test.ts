import { describe, expect, it } from 'vitest'

import { takeHashtags } from '../../../src/content/body.ts'
import { bodyOf, link, paragraph, text } from './nodes.ts'

const article = paragraph('An article.')
const empty = paragraph('')

describe('takeHashtags', () => {
  it.each([
    ['#OSCE', ['OSCE']],
    ['#GenderandDevelopment #OSCE', ['GenderandDevelopment', 'OSCE']],
    ['#Тоҷикистон #занон', ['Тоҷикистон', 'занон']],
    ['#Рӯзи_зан #ҷомеа', ['Рӯзи_зан', 'ҷомеа']],
    ['  #a ,  ', null],
    ['#a, #b; #c.', ['a', 'b', 'c']],
    ['#G20 #8March', ['G20', '8March']],
  ])('takes %j for tags', (last, tags) => {
    const taken = takeHashtags(bodyOf(article, paragraph(last)))
    expect(taken).toEqual(
      tags
        ? { body: bodyOf(article), hashtags: tags }
        : { body: bodyOf(article, paragraph(last)), hashtags: [] },
    )
  })

  it.each([
    'No tags here.',
    'See #OSCE',
    '#OSCE said so',
    '#OSCE, and others',
    '#',
    '##OSCE',
    '#2026',
    '#gender-equality',
    '#a#b',
    'OSCE#',
    '',
  ])('leaves %j alone', (last) => {
    const body = bodyOf(article, paragraph(last))
    expect(takeHashtags(body)).toEqual({ body, hashtags: [] })
  })

  it('gives a tag once, in whatever case it is repeated', () => {
    const { hashtags } = takeHashtags(bodyOf(paragraph('#OSCE #osce #Занон #занон')))
    expect(hashtags.map((tag) => tag.toLowerCase())).toEqual(['osce', 'занон'])
  })

  it('looks past empty paragraphs at the end, and takes them off too', () => {
    const spaces = paragraph('  \n ')
    expect(takeHashtags(bodyOf(article, paragraph('#OSCE'), empty, spaces))).toEqual({
      body: bodyOf(article),
      hashtags: ['OSCE'],
    })
  })

  it('leaves empty paragraphs where no tags stand before them', () => {
    const body = bodyOf(article, empty)
    expect(takeHashtags(body)).toEqual({ body, hashtags: [] })
  })

  it('reads tags over several lines, in bold and in links', () => {
    const last = paragraph(
      '#OSCE',
      { type: 'linebreak' },
      text('#Women', 1),
      ' ',
      link('https://example.org', '#Forum'),
    )
    expect(takeHashtags(bodyOf(article, last)).hashtags).toEqual(['OSCE', 'Women', 'Forum'])
  })

  it.each(['heading', 'quote', 'list'])('leaves a %s of tags alone', (type) => {
    const body = bodyOf(article, { type, children: [text('#OSCE')] })
    expect(takeHashtags(body)).toEqual({ body, hashtags: [] })
  })

  it('leaves tags alone that do not come last', () => {
    const body = bodyOf(paragraph('#OSCE'), article)
    expect(takeHashtags(body)).toEqual({ body, hashtags: [] })
  })

  it('finds no tags in an empty body', () => {
    expect(takeHashtags(bodyOf())).toEqual({ body: bodyOf(), hashtags: [] })
    expect(takeHashtags({ root: { type: 'root' } }).hashtags).toEqual([])
  })
})

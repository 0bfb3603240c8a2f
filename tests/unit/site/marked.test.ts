import { expect, test } from 'vitest'

import { piecesOf } from '../../../site/src/parts/marked.tsx'

const found = (text: string, question: string) =>
  piecesOf(text, question)
    .filter(({ isFound }) => isFound)
    .map(({ text: word }) => word)

test.each([
  ['Water by day, WATERING by night', 'water', ['Water', 'WATERING']],
  ['underwater', 'water', []],
  ['Кому достаётся вода и когда', 'ВОДА когда', ['вода', 'когда']],
  ['Ҳуқуқи занон ва ҳуқуқшинос', 'хукук', ['Ҳуқуқи', 'ҳуқуқшинос']],
  ['Ҷумҳурӣ', 'чумхури', ['Ҷумҳурӣ']],
  ['Ёлка и ели', 'елка', ['Ёлка']],
  ['йод и июнь', 'и', ['и', 'июнь']],
  ['2026 and 20', '20', ['2026', '20']],
  ['Nothing of that', '… ?!', []],
  ['', 'water', []],
])('in %j, %j marks %j', (text, question, words) => {
  expect(found(text, question)).toEqual(words)
})

test('the pieces are the whole text in its order', () => {
  const text = '…<b>Water</b> & “water”; 水 water'
  const pieces = piecesOf(text, 'water b')
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.some(({ text: piece }) => piece === '')).toBe(false)
})

test('a question is words, and no pattern', () => {
  expect(found('a.b (c) *', '.* ( [')).toEqual([])
})

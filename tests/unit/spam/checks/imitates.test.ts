import { describe, expect, it } from 'vitest'

import { imitates } from '../../../../src/spam/checks/imitates.ts'
import { known, written } from '../known.ts'

const staffNames = ['Мадина Раҳимова', 'Ольга', 'Robert King', 'Ali Nazarov', 'Hanna Lund']

const ALIKE = [
  'Мадина Раҳимова',
  'мадина рахимова',
  'Раҳимова Мадина',
  'Mадинa Paҳимoвa', // M, a, P, o are Latin
  'Мади\u200Bна Рахи\u0301мова',
  'Мадина Рахим0ва',
  'Madina Rahimova',
  'Мадина Раҳимова (муҳаррир)',
  'R0bert K1ng',
  'Rοbert Κing', // Greek
  '𝐑𝐨𝐛𝐞𝐫𝐭 King',
  'ОЛЬГА',
  'Aӏi Nazarov', // palochka
  'AӀi Nazarov',
  'Ali Nazarօv', // Armenian
  'Ꭺlі Νazarov', // Cherokee, Cyrillic, Greek
  'Ηanna Łund', // Greek, a stroke
  'Haηna ꓡund', // Greek, Lisu
  'Мадиңа Раҳимова', // of another Cyrillic alphabet
  'Олbга',
  'Admin',
  'аdmin', // the first letter is Cyrillic
  'ADM1N',
  'Модератор сайта',
  'Муҳаррир',
  'мухаррири сомона',
  'Редакция Овоз',
  'admin2026',
]
const OTHERS = [
  'Мадина',
  'Раҳимова Зарина',
  'Мадинаи Раҳимзода',
  'Ольга Петровна',
  'Робертина',
  'Муҳаррири собиқ',
  'Редакторша на пенсии',
  'Модест',
  'Адмирал',
  'Маъмура',
  '',
  '👏',
  '777',
]

describe('names that imitate', () => {
  it.each(ALIKE)('%s waits', (name) =>
    expect(imitates(written('', { name }), known({ staffNames }))?.verdict).toBe('hold'),
  )
  it.each(OTHERS)('%s passes', (name) =>
    expect(imitates(written('', { name }), known({ staffNames }))).toBeNull(),
  )
  it('tells whom', () =>
    expect(imitates(written('', { name: 'R0bert King' }), known({ staffNames }))?.detail).toBe('Robert King'))
})

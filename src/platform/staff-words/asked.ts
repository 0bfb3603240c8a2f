import { say } from './say.ts'

/** What was asked: filters, sorts, numbers and values. */
export const ASKED = {
  'odd-value': say(
    'This value is not acceptable.',
    'Это значение не подходит.',
    'Ин қимат қобили қабул нест.',
  ),
  'one-of': say('One of {values}.', 'Одно из {values}.', 'Яке аз {values}.'),
  'at-most': say('At most {most}.', 'Не больше {most}.', 'На зиёда аз {most}.'),
  'at-least': say('At least {fewest}.', 'Не меньше {fewest}.', 'На камтар аз {fewest}.'),
  missing: say('This is missing.', 'Этого не хватает.', 'Ин намерасад.'),
  'odd-filter': say('This is not a filter.', 'Это не фильтр.', 'Ин филтр нест.'),
  'deep-filter': say(
    'This filter is nested too deeply.',
    'Этот фильтр вложен слишком глубоко.',
    'Ин филтр аз ҳад чуқур аст.',
  ),
  'odd-filter-at': say('This is not a filter: {name}', 'Это не фильтр: {name}', 'Ин филтр нест: {name}'),
  'no-sort': say(
    'This cannot be sorted by: {path}',
    'По этому нельзя сортировать: {path}',
    'Аз рӯйи ин ба тартиб овардан мумкин нест: {path}',
  ),
  'no-filter': say(
    'This cannot be filtered by: {path}',
    'По этому нельзя фильтровать: {path}',
    'Аз рӯйи ин филтр кардан мумкин нест: {path}',
  ),
  'odd-number': say(
    'This is not a number for {name}.',
    'Для {name} это не число.',
    'Барои {name} ин рақам нест.',
  ),
  'no-object': say('Send a JSON object.', 'Отправьте объект JSON.', 'Объекти JSON фиристед.'),
}

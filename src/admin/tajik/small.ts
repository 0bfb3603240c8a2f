import type { Words } from './tg.ts'

export const dashboard: Words['dashboard'] = {
  addButton: 'Илова кардан +',
  addWidget: 'Илова кардани виҷет',
  deleteWidget: 'Нест кардани виҷети {{id}}',
  discardConfirmLabel: 'Бекор кардани тағйирот',
  discardMessage: 'Тағйироти ҷойгиршавӣ захира нашудааст. Онҳоро бекор мекунед?',
  discardTitle: 'Тағйирот бекор шавад?',
  editDashboard: 'Таҳрири саҳифаи асосӣ',
  editingDashboard: 'Таҳрири саҳифаи асосӣ',
  noItems: 'Дар саҳифаи асосии шумо виҷет нест. Онҳоро аз менюи «Саҳифаи асосӣ» дар сатри боло илова кунед.',
  resetLayout: 'Ба ҳолати аввала',
  searchWidgets: 'Ҷустуҷӯи виҷетҳо…',
}

export const localization: Words['localization'] = {
  cannotCopySameLocale: 'Нусха ба ҳамон забон мумкин нест',
  copyFrom: 'Нусха аз',
  copyFromTo: 'Нусха аз {{from}} ба {{to}}',
  copyTo: 'Нусха ба',
  copyToLocale: 'Нусха ба забони дигар',
  localeToPublish: 'Забон барои нашр',
  selectedLocales: 'Забонҳои интихобшуда',
  selectLocaleToCopy: 'Забонро барои нусха интихоб кунед',
  selectLocaleToDuplicate: 'Забонҳоро барои нусха интихоб кунед',
}

export const operators: Words['operators'] = {
  contains: 'дар бар мегирад',
  equals: 'баробар аст ба',
  exists: 'ҳаст',
  intersects: 'бурида мегузарад',
  isGreaterThan: 'калонтар аз',
  isGreaterThanOrEqualTo: 'калонтар ё баробар ба',
  isIn: 'яке аз',
  isLessThan: 'хурдтар аз',
  isLessThanOrEqualTo: 'хурдтар ё баробар ба',
  isLike: 'монанд ба',
  isNotEqualTo: 'баробар нест ба',
  isNotIn: 'ҳеҷ яке аз',
  isNotLike: 'монанд нест ба',
  near: 'наздики',
  within: 'дар дохили',
}

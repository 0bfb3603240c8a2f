const WORDS = {
  en: { now: 'now', minute: 'min', hour: 'h', day: 'd', month: 'mo', year: 'y' },
  ru: { now: 'сейчас', minute: 'мин', hour: 'ч', day: 'дн', month: 'мес', year: 'г' },
  tg: { now: 'ҳозир', minute: 'дақ', hour: 'соат', day: 'рӯз', month: 'моҳ', year: 'сол' },
}

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago, as short as a table needs it: “5 min”. Browsers have no such words in Tajik, so they stand here. */
export function shortAge(time: string, { language, now }: { language: string; now: number }): string {
  const words = WORDS[language === 'ru' || language === 'tg' ? language : 'en']
  const seconds = (now - Date.parse(time)) / 1000
  const step = STEPS.find(([, length]) => seconds >= length)
  return step ? `${Math.floor(seconds / step[1])} ${words[step[0]]}` : words.now
}

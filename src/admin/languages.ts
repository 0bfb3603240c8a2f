/** Words by the language of the panel; English where it is another one. */
export const inLanguage = <T>(words: { en: T; ru: T; tg: T }, language: string): T =>
  language === 'ru' || language === 'tg' ? words[language] : words.en

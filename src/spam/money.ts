const MONEY = /[$€₽₸£¥%]|\d\s*(?:с\.|сом|руб|тыс|долл|евро|usd|usdt|eur|som|dol)/iu

/** Whether a text names a sum or a share. */
export const hasMoney = (text: string): boolean => MONEY.test(text)

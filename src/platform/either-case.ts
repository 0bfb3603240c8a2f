/** Letters that Russian keyboards lack, by those that are typed in their place. */
const TYPED_FOR: Record<string, string> = { г: 'ғ', е: 'ё', и: 'ӣ', к: 'қ', у: 'ӯ', х: 'ҳ', ч: 'ҷ' }

/** The words of what somebody looks for: runs of letters and digits, at most so many. */
export const wordsIn = (text: string, most: number) =>
  (text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, most)

/**
 * A word as a pattern that finds it in upper and lower case of any script, both in SQLite's GLOB and as a regular
 * expression: `Об` becomes `[Оо][бБ]`. Letters typed on a Russian keyboard find the Tajik ones, too.
 */
export const ofEitherCase = (word: string) =>
  [...word]
    .map((sign) => {
      const low = sign.toLowerCase()
      const all = [sign, low, TYPED_FOR[low] ?? low].flatMap((one) => [one, one.toUpperCase()])
      return `[${[...new Set(all)].filter((one) => [...one].length === 1).join('')}]`
    })
    .join('')

/**
 * The family of a browser, by what it says of itself: enough to know one's own sessions apart, and nothing by which a
 * person could be followed. Others claim to be those that come later here.
 */
const FAMILIES: [name: string, said: RegExp][] = [
  ['Edge', /\bEdgA?\/|\bEdgiOS\//],
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Yandex', /\bYaBrowser\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/[\d.]+.* Safari\//],
]

/** @returns the name of the family; null for a program, or for what we do not know */
export const browserFamily = (userAgent: string | null | undefined): string | null =>
  (userAgent && FAMILIES.find(([, said]) => said.test(userAgent.slice(0, 500)))?.[0]) || null

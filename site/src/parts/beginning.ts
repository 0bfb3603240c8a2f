/** The beginning of a text, ending with a whole word. */
export function beginningOf(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  return `${line.slice(0, most).replace(/[\s\p{P}]*\S*$/u, '') || line.slice(0, most)}…`
}

/** HTML that may stand in a mail as it is: everything that was put into it was escaped. Only {@link markup} makes it. */
export class Html {
  readonly #text: string
  private constructor(text: string) {
    this.#text = text
  }
  static of(strings: TemplateStringsArray, pieces: Piece[]) {
    return new Html(strings.map((part, i) => part.replace(/\n\s*/g, '') + toText(pieces[i])).join(''))
  }
  toString() {
    return this.#text
  }
}

type Piece = Html | string | null | undefined | readonly Piece[]

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function toText(piece: Piece): string {
  if (piece instanceof Html) return piece.toString()
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(toText).join('')
  return typeof piece === 'string' ? piece.replace(/[&<>"']/g, (sign) => SIGNS[sign]!) : ''
}

/** A template of HTML: whatever is put into it is escaped, unless it is HTML already. Its own line ends are layout. */
export const markup = (strings: TemplateStringsArray, ...pieces: Piece[]): Html => Html.of(strings, pieces)

/** HTML that may stand in a page as it is: everything in it was escaped, or was safe when it came. */
export class Html {
  constructor(private readonly text: string) {}
  toString() {
    return this.text
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

function toText(piece: Piece): string {
  if (piece instanceof Html) return piece.toString()
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(toText).join('')
  return piece === null || piece === undefined || piece === false ? '' : escape(String(piece))
}

/** Names as classes, `ovoz-hint`, and as parts of the same names, by which a page styles what is in a shadow root. */
export function classes(...names: (string | false)[]): Html {
  const list = names.filter((name) => name !== false)
  return new Html(` class="${list.map((name) => `ovoz-${name}`).join(' ')}" part="${list.join(' ')}"`)
}

// What a template says by itself, worked out once for each.
const written = new WeakMap<TemplateStringsArray, string[]>()

function read(strings: TemplateStringsArray): string[] {
  const parts = strings.map((part) =>
    part
      .replace(/\n\s*/g, '')
      .replace(/ \.([a-z.-]+)(?=[ >]|$)/g, (_, names: string) => String(classes(...names.split('.')))),
  )
  written.set(strings, parts)
  return parts
}

/**
 * A template of HTML: whatever is put into it is escaped, unless it is HTML already. Line ends of its own are layout.
 * `<p .hint.long>` is short for {@link classes}.
 */
export const markup = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html((written.get(strings) ?? read(strings)).map((part, i) => part + toText(pieces[i])).join(''))

/** HTML that was made safe elsewhere: `html` of the API, and what this package has made before. */
export const trusted = (html: string) => new Html(html)

/** An attribute with the space before it; nothing where there is no value for it. */
export function attr(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === null || value === undefined || value === false) return new Html('')
  return new Html(value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`)
}

/** Whether an address may be a link. The API says so already; a page of another origin does not rely on it. */
export const isWebLink = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url)

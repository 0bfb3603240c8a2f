declare const markup: unique symbol
/** A piece of well-formed XML. Only {@link element} makes it, so that texts cannot become markup. */
export type Xml = { readonly [markup]: true; toString(): string }

/** Characters that XML 1.0 cannot hold, in whatever way they are written (section 2.2). */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(IMPOSSIBLE, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)

// A parser turns line ends and tabs of an attribute into spaces, unless they are written as references.
const escapeAttribute = (text: string) =>
  escape(text).replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** An element. Texts are escaped; attributes and children that are null are left out. */
export function element(
  name: string,
  attributes: Record<string, string | number | null> = {},
  ...children: (Xml | string | null)[]
): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
  const inner = children.flatMap((child) =>
    child === null ? [] : typeof child === 'string' ? escape(child) : String(child),
  )
  const text = `<${name}${written.join('')}${inner.length ? `>${inner.join('')}</${name}>` : '/>'}`
  return { toString: () => text } as Xml
}

export const toDocument = (root: Xml) => `<?xml version="1.0" encoding="utf-8"?>\n${String(root)}\n`

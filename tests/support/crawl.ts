/** What a document says of itself and leads to. */
export function readLinks(html: string) {
  const decode = (text: string) =>
    text
      .replace(/&amp;/g, '&')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
  const attributes = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => decode(value!))
  const sets = attributes(/\ssrcset="([^"]*)"/g).flatMap((set) =>
    set.split(', ').map((one) => one.split(' ')[0]!),
  )
  return {
    links: [...attributes(/\s(?:href|src)="([^"]*)"/g), ...sets],
    ids: new Set(attributes(/\sid="([^"]*)"/g)),
    canonical: attributes(/<link rel="canonical" href="([^"]*)"/g)[0] ?? null,
    /** Where the page is in each language, by the code of the language. */
    languages: new Map(
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, code, href]) => [
        code!,
        decode(href!),
      ]),
    ),
  }
}

type Found = { status: number; type: string; text: string }

/** Follows every link that stays on the site, from the first addresses on, until so many pages were read. */
export async function crawl(site: string, { from, most }: { from: string[]; most: number }) {
  const found = new Map<string, Found>()
  const cameFrom = new Map<string, string>()
  const waiting = from.map((path) => new URL(path, site).href)
  const faults: string[] = []
  let pages = 0

  async function visit(address: string): Promise<Found> {
    const known = found.get(address)
    if (known) return known
    const answer = await fetch(address, { redirect: 'manual' })
    const type = answer.headers.get('content-type') ?? ''
    const isText = /text|xml|json|calendar/.test(type)
    const one = {
      status: answer.status,
      type,
      text: isText ? await answer.text() : (await answer.arrayBuffer(), ''),
    }
    found.set(address, one)
    if (one.status !== 200)
      faults.push(`${one.status} ${address}, to which ${cameFrom.get(address) ?? 'nothing'} leads`)
    return one
  }

  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address)) continue
    const { type, text } = await visit(address)
    if (!type.startsWith('text/html') || pages >= most) continue
    pages += 1
    const { links, ids } = readLinks(text)
    for (const link of links) {
      const target: URL = new URL(link, address)
      const hash = decodeURIComponent(target.hash.slice(1))
      target.hash = ''
      if (target.origin !== new URL(site).origin) continue
      if (target.href === address && hash && !ids.has(hash))
        faults.push(`${address} leads to its own #${hash}, which is not there`)
      if (!cameFrom.has(target.href)) cameFrom.set(target.href, address)
      waiting.push(target.href)
    }
  }
  return { found, faults, pages }
}

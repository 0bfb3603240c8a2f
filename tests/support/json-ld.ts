import jsonld from 'jsonld'

const SCHEMA = 'https://schema.org/'
const iri = { '@type': '@id' }

/** As much of the context of schema.org as tells words from addresses; nothing is fetched. */
const CONTEXT = {
  '@vocab': SCHEMA,
  url: iri,
  eventStatus: iri,
  eventAttendanceMode: iri,
  isBasedOn: iri,
  startDate: { '@type': 'Date' },
  endDate: { '@type': 'Date' },
  dateCreated: { '@type': 'Date' },
  datePublished: { '@type': 'DateTime' },
  dateModified: { '@type': 'DateTime' },
}

/** What one of each kind must and may say: schema.org, and what Google asks of it. */
const RULES: Record<string, { must: string[]; may: string[] }> = {
  NewsArticle: {
    must: [
      'headline',
      'datePublished',
      'dateModified',
      'author',
      'publisher',
      'mainEntityOfPage',
      'inLanguage',
      'url',
    ],
    may: ['description', 'image', 'keywords', 'about', 'citation', 'wordCount', 'commentCount'],
  },
  Event: {
    must: ['name', 'startDate', 'eventStatus', 'url'],
    may: ['endDate', 'eventAttendanceMode', 'location', 'image', 'description', 'inLanguage', 'organizer', 'contributor', 'performer', 'keywords'], // prettier-ignore
  },
  Quotation: { must: ['text', 'creator', 'inLanguage'], may: ['dateCreated', 'isBasedOn', 'keywords'] },
  Comment: {
    must: ['url', 'text', 'author', 'dateCreated', 'datePublished', 'about'],
    may: ['inLanguage', 'dateModified', 'parentItem', 'commentCount'],
  },
  Person: { must: ['name'], may: ['url', 'jobTitle', 'affiliation'] },
  Organization: { must: ['name'], may: ['url'] },
  ImageObject: { must: ['url', 'width', 'height'], may: ['caption', 'creditText'] },
  Place: { must: ['name', 'address'], may: [] },
  PostalAddress: { must: [], may: ['addressLocality', 'addressCountry', 'streetAddress'] },
  VirtualLocation: { must: ['url'], may: [] },
  WebPage: { must: [], may: ['url'] },
}

/** Times with their distance from UTC, and days. */
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d))?$/
const ADDRESSES = new Set(['url', 'eventStatus', 'eventAttendanceMode', 'isBasedOn'])

type Node = { '@id'?: string; '@type'?: string[]; '@value'?: unknown } & Record<string, unknown>

function faultsIn(node: Node, path: string): string[] {
  const faults: string[] = []
  const [type] = (node['@type'] ?? []).map((one) => one.replace(SCHEMA, ''))
  const rule = type === undefined ? undefined : RULES[type]
  if (!rule) return [`${path}: of no known kind (${type})`]
  const names = Object.keys(node).filter((key) => !key.startsWith('@'))
  const said = names.map((name) => name.replace(SCHEMA, ''))
  // A parent or a page may be named by its address alone.
  const isReference = said.length === 0 && node['@id'] !== undefined
  if (!isReference) for (const name of rule.must) if (!said.includes(name)) faults.push(`${path}: no ${name}`)
  for (const name of names) {
    const short = name.replace(SCHEMA, '')
    if (!rule.must.includes(short) && !rule.may.includes(short))
      faults.push(`${path}: ${short} is not of ${type}`)
    for (const value of node[name] as Node[]) {
      const at = `${path}.${short}`
      if (ADDRESSES.has(short)) {
        if (!/^https?:\/\//.test(value['@id'] ?? '')) faults.push(`${at}: no absolute address`)
      } else if (value['@value'] === undefined) faults.push(...faultsIn(value, at))
      else if (/Date/.test(short) || /^date/.test(short)) {
        if (!MOMENT.test(String(value['@value']))) faults.push(`${at}: no moment: ${String(value['@value'])}`)
      } else if (value['@value'] === '' || value['@value'] === null) faults.push(`${at}: empty`)
    }
  }
  return faults
}

/** What is wrong with a thing as JSON-LD, once a processor that is not ours has expanded it. */
export async function faultsOf(thing: object): Promise<string[]> {
  const document = JSON.parse(JSON.stringify(thing)) as Record<string, unknown>
  if (document['@context'] !== 'https://schema.org') return ['no context of schema.org']
  const expanded = (await jsonld.expand(document, {
    documentLoader: (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`Nothing is fetched: ${url}`)
      return Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': CONTEXT } })
    },
  })) as Node[]
  return expanded.length === 1 ? faultsIn(expanded[0]!, String(document['@type'])) : ['not one thing']
}
